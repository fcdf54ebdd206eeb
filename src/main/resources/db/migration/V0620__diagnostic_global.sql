-- The global diagnostic: what was found of each theme, and the freins it opened. Nothing is overwritten: a level that changes is one more row, a frein that is
-- lifted is one more passage. What tells of health is given only to who holds SANTE, on top of DIAGNOSTICS: a restrictive policy, whatever else opens.
create table diagnostic.constat (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  rubrique text not null,
  sante boolean not null,
  niveau text check (niveau in ('SANS', 'MOYEN', 'FORT')),
  reponses jsonb not null,
  le date not null,
  saisi_par text not null,
  saisi_le timestamptz not null
);
comment on table diagnostic.constat is 'Le diagnostic global : ce qui a été constaté d''un thème, une ligne par version. RGPD : santé';
comment on column diagnostic.constat.rubrique is 'Code du thème (diagnostic/themes.yaml). RGPD : aucune';
comment on column diagnostic.constat.sante is 'Vrai quand le thème parle de la santé. RGPD : aucune';
comment on column diagnostic.constat.niveau is 'Ce que pèse le thème : sans impact, moyen, fort ; vide pour ce qui ne pèse pas. RGPD : santé';
comment on column diagnostic.constat.reponses is 'Ce qui a été dit, par champ : situations, paroles, objectif. RGPD : santé';
comment on column diagnostic.constat.le is 'Le jour de l''entretien. RGPD : vie personnelle';
comment on column diagnostic.constat.saisi_par is 'Qui l''a enregistré. RGPD : identité professionnelle';
comment on column diagnostic.constat.saisi_le is 'Quand. RGPD : aucune';
select habilitations.proteger('diagnostic.constat', 'DIAGNOSTICS');
create index constat_personne_rubrique on diagnostic.constat (personne_id, rubrique, le desc, id desc);

create table diagnostic.frein (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  theme text not null,
  sante boolean not null,
  etat text not null,
  etat_depuis date not null
);
comment on table diagnostic.frein is 'Un frein ouvert sur un thème, et où il en est. RGPD : santé';
comment on column diagnostic.frein.theme is 'Code du thème (diagnostic/themes.yaml). RGPD : santé';
comment on column diagnostic.frein.sante is 'Vrai quand le thème parle de la santé. RGPD : aucune';
comment on column diagnostic.frein.etat is 'Ouvert, levé en partie, levé. RGPD : santé';
comment on column diagnostic.frein.etat_depuis is 'Depuis quel jour. RGPD : aucune';
select habilitations.proteger('diagnostic.frein', 'DIAGNOSTICS', change => '{etat, etat_depuis}');

create table diagnostic.frein_passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references diagnostic.frein,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table diagnostic.frein_passage is 'L''histoire d''un frein : ouvert, levé en partie, levé, rouvert. RGPD : santé';
comment on column diagnostic.frein_passage.objet is 'Toujours FREIN. RGPD : aucune';
comment on column diagnostic.frein_passage.objet_id is 'Le frein. RGPD : aucune';
comment on column diagnostic.frein_passage.de is 'L''état quitté ; vide quand il s''ouvre. RGPD : santé';
comment on column diagnostic.frein_passage.vers is 'L''état pris. RGPD : santé';
comment on column diagnostic.frein_passage.le is 'Le jour où c''est vrai. RGPD : aucune';
comment on column diagnostic.frein_passage.fait_le is 'Quand c''est écrit. RGPD : aucune';
comment on column diagnostic.frein_passage.par is 'Par qui. RGPD : identité professionnelle';
comment on column diagnostic.frein_passage.motif is 'Pourquoi. RGPD : santé';
select habilitations.proteger('diagnostic.frein_passage', 'DIAGNOSTICS');
create index frein_passage_frein on diagnostic.frein_passage (objet_id, le desc, id desc);

create table diagnostic.brouillon_global (
  personne_id bigint not null references allocataires.personne,
  agent text not null,
  rubrique text not null,
  sante boolean not null,
  reponses jsonb not null,
  saisi_le timestamptz not null,
  primary key (personne_id, agent, rubrique)
);
comment on table diagnostic.brouillon_global is 'Le diagnostic global qu''un agent a commencé à saisir, thème par thème ; vidé à l''enregistrement. RGPD : santé';
comment on column diagnostic.brouillon_global.agent is 'Qui saisit. RGPD : identité professionnelle';
comment on column diagnostic.brouillon_global.rubrique is 'Code du thème. RGPD : aucune';
comment on column diagnostic.brouillon_global.sante is 'Vrai quand le thème parle de la santé. RGPD : aucune';
comment on column diagnostic.brouillon_global.reponses is 'Ce qui est saisi jusque-là. RGPD : santé';
comment on column diagnostic.brouillon_global.saisi_le is 'Dernière frappe. RGPD : aucune';
select habilitations.proteger('diagnostic.brouillon_global', 'DIAGNOSTICS', change => '{reponses, saisi_le}');

do $$
declare t text;
begin
  foreach t in array array['constat', 'frein', 'brouillon_global'] loop
    execute format('create policy sante_lue on diagnostic.%I as restrictive for select to jalon_application using (not sante or (select habilitations.peut(''SANTE'')))', t);
    execute format('create policy sante_ecrite on diagnostic.%I as restrictive for insert to jalon_application with check (not sante or (select habilitations.peut(''SANTE'')))', t);
    execute format('create policy sante_changee on diagnostic.%I as restrictive for update to jalon_application using (not sante or (select habilitations.peut(''SANTE'')))', t);
  end loop;
end $$;
-- a passage is of its frein: who does not see one does not see the other
create policy sante_lue on diagnostic.frein_passage as restrictive for select to jalon_application
  using (exists (select from diagnostic.frein f where f.id = objet_id));
create policy sante_ecrite on diagnostic.frein_passage as restrictive for insert to jalon_application
  with check (exists (select from diagnostic.frein f where f.id = objet_id));
