-- When each agent last opened a whole notebook: what is written since is new to her. What was asked of colleagues is listed, done or not.
create table carnet.lecture (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  agent text not null,
  lue_le timestamptz not null,
  unique (personne_id, agent)
);
comment on table carnet.lecture is 'La dernière fois que chaque agent a ouvert tout le carnet d''une personne : ce qui est écrit depuis est nouveau pour lui. RGPD : trace';
comment on column carnet.lecture.agent is 'L''agent. RGPD : trace';
comment on column carnet.lecture.lue_le is 'Quand. RGPD : trace';
select habilitations.proteger('carnet.lecture', 'CARNET', change => '{lue_le}');
create index lecture_agent on carnet.lecture (agent);
create index entree_ecrite on carnet.entree (personne_id, ecrit_le desc);
create index demande_pour on carnet.demande (pour, faite_le desc);
create index demande_demandee_par on carnet.demande (demandee_par) where genre = 'TACHE';
