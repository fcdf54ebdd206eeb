-- Until when each agent was shown all that is new in a notebook: what is written since, and was not shown, is new to her. What was asked of colleagues is listed, done or not.
create table carnet.lecture (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  agent text not null,
  lue_le timestamptz,
  vues bigint[] not null default '{}',
  unique (personne_id, agent)
);
comment on table carnet.lecture is 'Jusqu''où chaque agent a lu le carnet d''une personne : ce qui est écrit depuis, et ne lui a pas été montré, est nouveau pour lui. RGPD : trace';
comment on column carnet.lecture.agent is 'L''agent. RGPD : trace';
comment on column carnet.lecture.lue_le is 'Tout ce qui était nouveau jusque-là lui a été montré ; vide tant qu''une partie ne l''a pas été. RGPD : trace';
comment on column carnet.lecture.vues is 'Les écrits d''après qui lui ont été montrés. RGPD : trace';
select habilitations.proteger('carnet.lecture', 'CARNET', change => '{lue_le, vues}');
-- nobody says that somebody else read; read by whoever merges two records, to know what one person would have twice
create policy sienne_ajoutee on carnet.lecture as restrictive for insert to jalon_application with check (agent = (select habilitations.agent()));
create policy sienne_changee on carnet.lecture as restrictive for update to jalon_application using (agent = (select habilitations.agent()));
create index lecture_agent on carnet.lecture (agent);
create index entree_ecrite on carnet.entree (personne_id, ecrit_le desc);
create index demande_pour on carnet.demande (pour, faite_le desc);
create index demande_demandee_par on carnet.demande (demandee_par) where genre = 'TACHE';
