-- What is done about a theme of the global diagnostic: an action planned, begun, done, given up, and each news of it.
create table diagnostic.action (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  theme text not null,
  sante boolean not null,
  code text,
  libelle text not null check (libelle <> ''),
  avec_qui text not null,
  pour_le date,
  etat text not null,
  etat_depuis date not null,
  nouvelles_le date not null,
  cle uuid not null unique,
  saisie_par text not null,
  saisie_le timestamptz not null
);
comment on table diagnostic.action is 'Ce qui est fait pour lever un frein : une action, et où elle en est. RGPD : santé';
comment on column diagnostic.action.theme is 'Code du thème (diagnostic/themes.yaml). RGPD : santé';
comment on column diagnostic.action.sante is 'Vrai quand le thème parle de la santé. RGPD : aucune';
comment on column diagnostic.action.code is 'Code de l''action proposée (diagnostic/themes.yaml) ; vide quand elle est dite librement. RGPD : santé';
comment on column diagnostic.action.libelle is 'L''action, en quelques mots. RGPD : santé';
comment on column diagnostic.action.avec_qui is 'Avec qui ou quel organisme ; peut être vide. RGPD : vie personnelle';
comment on column diagnostic.action.pour_le is 'Le jour pour lequel elle est prévue. RGPD : aucune';
comment on column diagnostic.action.etat is 'Prévue, en cours, faite, abandonnée, retirée. RGPD : vie personnelle';
comment on column diagnostic.action.etat_depuis is 'Depuis quel jour. RGPD : aucune';
comment on column diagnostic.action.nouvelles_le is 'Le jour des dernières nouvelles. RGPD : aucune';
comment on column diagnostic.action.cle is 'Le numéro du formulaire : deux envois n''en font qu''une. RGPD : aucune';
comment on column diagnostic.action.saisie_par is 'Qui l''a enregistrée. RGPD : identité professionnelle';
comment on column diagnostic.action.saisie_le is 'Quand. RGPD : aucune';
select habilitations.proteger('diagnostic.action', 'DIAGNOSTICS', change => '{etat, etat_depuis, nouvelles_le}');

create table diagnostic.action_passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references diagnostic.action,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table diagnostic.action_passage is 'L''histoire d''une action : prévue, commencée, faite, abandonnée, et ce qu''on en sait. RGPD : santé';
comment on column diagnostic.action_passage.objet is 'Toujours ACTION. RGPD : aucune';
comment on column diagnostic.action_passage.objet_id is 'L''action. RGPD : aucune';
comment on column diagnostic.action_passage.de is 'L''état quitté ; vide quand elle naît. RGPD : vie personnelle';
comment on column diagnostic.action_passage.vers is 'L''état pris ; le même quand ce ne sont que des nouvelles. RGPD : vie personnelle';
comment on column diagnostic.action_passage.le is 'Le jour où c''est vrai. RGPD : aucune';
comment on column diagnostic.action_passage.fait_le is 'Quand c''est écrit. RGPD : aucune';
comment on column diagnostic.action_passage.par is 'Par qui. RGPD : identité professionnelle';
comment on column diagnostic.action_passage.motif is 'Ce qu''on en sait. RGPD : santé';
select habilitations.proteger('diagnostic.action_passage', 'DIAGNOSTICS');
create index action_passage_action on diagnostic.action_passage (objet_id, le desc, id desc);

create policy sante_lue on diagnostic.action as restrictive for select to jalon_application
  using (not sante or (select habilitations.peut('SANTE')));
create policy sante_ecrite on diagnostic.action as restrictive for insert to jalon_application
  with check (not sante or (select habilitations.peut('SANTE')));
create policy sante_changee on diagnostic.action as restrictive for update to jalon_application
  using (not sante or (select habilitations.peut('SANTE')));
create policy sante_lue on diagnostic.action_passage as restrictive for select to jalon_application
  using (exists (select from diagnostic.action a where a.id = objet_id));
create policy sante_ecrite on diagnostic.action_passage as restrictive for insert to jalon_application
  with check (exists (select from diagnostic.action a where a.id = objet_id));
