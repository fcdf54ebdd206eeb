-- The exits of a person from the RSA and her returns to work, what the file of the payer said of them, the calls that ask what became of her, and what was answered.
create schema sorties;

-- what the codes of the payer say of an exit: data, not code. No reason: such an end is no exit.
create table sorties.code_de_la_caisse (
  champ text not null check (champ in ('FIN', 'ACTIVITE')),
  code text not null,
  raison text check (raison in ('EMPLOI', 'INDEPENDANT', 'FORMATION', 'RETRAITE', 'AUTRE_ALLOCATION', 'DEMENAGEMENT', 'RESSOURCES', 'FIN_DE_DROIT', 'DECES', 'OPPOSITION', 'INCONNU')),
  primary key (champ, code)
);
comment on table sorties.code_de_la_caisse is 'Ce que les codes de la caisse disent d''une sortie. RGPD : aucune';
comment on column sorties.code_de_la_caisse.champ is 'La fin du droit (MOTICLORSA) ou l''activité de la personne. RGPD : aucune';
comment on column sorties.code_de_la_caisse.code is 'Le code, comme la caisse l''écrit. RGPD : aucune';
comment on column sorties.code_de_la_caisse.raison is 'La raison de sortie proposée ; vide quand cette fin n''est pas une sortie. RGPD : aucune';
insert into sorties.code_de_la_caisse (champ, code, raison)
select 'ACTIVITE', c, 'EMPLOI' from unnest('{AAP,AMA,APP,AUT,CDD,CDI,CEA,CEN,CES,CGP,CSA,CUI,GSA,INT,JNF,SAL,TSA,VDI,VRP}'::text[]) c
union all select 'ACTIVITE', c, 'INDEPENDANT' from unnest('{AEN,CJT,ETI,EXP,MAR}'::text[]) c
union all select 'ACTIVITE', c, 'FORMATION' from unnest('{AFC,PIL,SFP}'::text[]) c
union all select 'ACTIVITE', c, 'RETRAITE' from unnest('{PRE,RET,RSA}'::text[]) c
union all select 'FIN', c.code, c.raison from (values ('ECH', 'RESSOURCES'), ('EFF', null), ('MUT', 'DEMENAGEMENT'), ('PCG', 'FIN_DE_DROIT'), ('RAU', 'INCONNU'), ('RFD', 'FIN_DE_DROIT'),
  ('RGD', null), ('RSO', 'AUTRE_ALLOCATION'), ('RST', 'AUTRE_ALLOCATION')) c(code, raison);
grant usage on schema sorties to jalon_application;
grant select on sorties.code_de_la_caisse to jalon_application;

create table sorties.sortie (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  etat text not null check (etat in ('PROPOSEE', 'CONFIRMEE', 'ECARTEE')),
  etat_depuis date not null,
  raison text not null check (raison in ('EMPLOI', 'INDEPENDANT', 'FORMATION', 'RETRAITE', 'AUTRE_ALLOCATION', 'DEMENAGEMENT', 'RESSOURCES', 'FIN_DE_DROIT', 'DECES', 'OPPOSITION', 'INCONNU')),
  le date not null,
  source text not null check (source in ('FICHIER', 'PERSONNE', 'REFERENT', 'PARTENAIRE', 'REPRISE')),
  fermee_le date,
  retour_le date,
  contrat text check (contrat in ('CDI', 'CDD', 'INTERIM', 'FONCTION_PUBLIQUE', 'CONTRAT_AIDE', 'IAE', 'APPRENTISSAGE', 'AUTRE')),
  fin_le date,
  heures numeric(3, 1) check (heures > 0 and heures <= 60),
  employeur text check (length(employeur) between 1 and 100),
  metier text check (length(metier) between 1 and 200),
  classe text not null check (classe in ('DURABLE', 'TRANSITION', 'POSITIVE', 'AUTRE')),
  cle uuid not null unique,
  ecrite_par text not null,
  ecrite_le timestamptz not null,
  check (raison = 'EMPLOI' or contrat is null),
  check (fin_le >= le),
  check (retour_le > fermee_le)
);
comment on table sorties.sortie is 'Les sorties du RSA et les reprises d''emploi d''une personne. RGPD : vie professionnelle';
comment on column sorties.sortie.etat is 'Proposée d''après le fichier, confirmée, écartée. RGPD : vie professionnelle';
comment on column sorties.sortie.etat_depuis is 'Depuis quel jour. RGPD : vie professionnelle';
comment on column sorties.sortie.raison is 'Pourquoi elle sort : emploi, formation, retraite… RGPD : vie professionnelle';
comment on column sorties.sortie.le is 'Le jour : premier jour de l''emploi ou de la formation, fin du droit sinon. RGPD : vie professionnelle';
comment on column sorties.sortie.source is 'Qui l''a dit : le fichier, la personne, le référent, un partenaire, une reprise. RGPD : aucune';
comment on column sorties.sortie.fermee_le is 'Le jour où le fichier de la caisse dit que son droit est fermé ; vide tant qu''il ne le dit pas. RGPD : situation économique';
comment on column sorties.sortie.retour_le is 'Le jour où un fichier rouvre son droit, dans le délai du paramètre. RGPD : situation économique';
comment on column sorties.sortie.contrat is 'Le contrat de travail. RGPD : vie professionnelle';
comment on column sorties.sortie.fin_le is 'Le dernier jour du contrat ou de la formation ; vide quand il n''y en a pas, ou qu''il n''est pas connu. RGPD : vie professionnelle';
comment on column sorties.sortie.heures is 'Heures par semaine. RGPD : vie professionnelle';
comment on column sorties.sortie.employeur is 'L''employeur, ou l''organisme de formation. RGPD : vie professionnelle';
comment on column sorties.sortie.metier is 'Le métier (ROME). RGPD : vie professionnelle';
comment on column sorties.sortie.classe is 'Durable, de transition, positive ou autre, par la règle du jour de la sortie. RGPD : vie professionnelle';
comment on column sorties.sortie.cle is 'Le numéro du formulaire qui l''a écrite : envoyé deux fois, elle n''est écrite qu''une. RGPD : aucune';
comment on column sorties.sortie.ecrite_par is 'Qui l''a écrite. RGPD : vie professionnelle';
comment on column sorties.sortie.ecrite_le is 'Quand. RGPD : trace';
select habilitations.proteger('sorties.sortie', 'SORTIES', ecrit => '{RAPPELS}',
  change => '{etat, etat_depuis, raison, le, fermee_le, retour_le, contrat, fin_le, heures, employeur, metier, classe}');
create index sortie_le on sorties.sortie (le) where etat = 'CONFIRMEE';
create index sortie_proposee on sorties.sortie (etat_depuis) where etat = 'PROPOSEE';

create table sorties.passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references sorties.sortie,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table sorties.passage is 'L''histoire d''une sortie. RGPD : vie professionnelle';
comment on column sorties.passage.objet is 'Toujours SORTIE. RGPD : aucune';
comment on column sorties.passage.objet_id is 'La sortie. RGPD : aucune';
comment on column sorties.passage.de is 'L''état quitté ; vide quand elle est écrite. RGPD : vie professionnelle';
comment on column sorties.passage.vers is 'L''état pris. RGPD : vie professionnelle';
comment on column sorties.passage.le is 'Le jour où c''est vrai. RGPD : vie professionnelle';
comment on column sorties.passage.fait_le is 'Quand c''est écrit. RGPD : trace';
comment on column sorties.passage.par is 'Par qui. RGPD : vie professionnelle';
comment on column sorties.passage.motif is 'Pourquoi. RGPD : vie professionnelle';
select habilitations.proteger('sorties.passage', 'SORTIES', ecrit => '{RAPPELS}');
create index passage_sortie on sorties.passage (objet_id, le desc, id desc);

create table sorties.rappel (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  sortie_id bigint not null references sorties.sortie,
  rang smallint not null check (rang in (1, 2)),
  etat text not null check (etat in ('PREVU', 'REPONDU', 'SANS_REPONSE', 'ANNULE')),
  etat_depuis date not null,
  prevu_le date not null,
  reponse text check (reponse in ('MEME_EMPLOI', 'AUTRE_EMPLOI', 'FORMATION', 'CHOMAGE', 'RETRAITE', 'RETOUR_RSA', 'AUTRE')),
  repondu_le date,
  canal text check (canal in ('TELEPHONE', 'COURRIEL', 'LETTRE', 'ACCUEIL', 'LIEN', 'FICHIER')),
  contrat text check (contrat in ('CDI', 'CDD', 'INTERIM', 'FONCTION_PUBLIQUE', 'CONTRAT_AIDE', 'IAE', 'APPRENTISSAGE', 'AUTRE')),
  heures numeric(3, 1) check (heures > 0 and heures <= 60),
  repondu_par text,
  code_empreinte bytea unique,
  code_expire_le date,
  unique (sortie_id, rang),
  check (etat <> 'REPONDU' or reponse is not null),
  check ((reponse is null) = (repondu_le is null)),
  check ((reponse is null) = (repondu_par is null)),
  check (reponse = 'AUTRE_EMPLOI' or contrat is null and heures is null),
  check ((code_empreinte is null) = (code_expire_le is null))
);
comment on table sorties.rappel is 'Les appels prévus six et douze mois après une reprise d''emploi ou de formation, et ce que la personne y répond. RGPD : vie professionnelle';
comment on column sorties.rappel.sortie_id is 'La sortie. RGPD : aucune';
comment on column sorties.rappel.rang is 'Le premier (six mois) ou le second (douze). RGPD : aucune';
comment on column sorties.rappel.etat is 'Prévu, répondu, sans réponse, annulé. RGPD : vie professionnelle';
comment on column sorties.rappel.etat_depuis is 'Depuis quel jour. RGPD : vie professionnelle';
comment on column sorties.rappel.prevu_le is 'Le jour visé. RGPD : vie professionnelle';
comment on column sorties.rappel.reponse is 'Ce qu''elle fait : même emploi, autre emploi, formation, chômage, retraite, RSA, autre. RGPD : vie professionnelle';
comment on column sorties.rappel.repondu_le is 'Le jour où elle l''a dit. RGPD : vie professionnelle';
comment on column sorties.rappel.canal is 'Par quel moyen elle l''a dit. RGPD : vie personnelle';
comment on column sorties.rappel.contrat is 'Le contrat de son autre emploi. RGPD : vie professionnelle';
comment on column sorties.rappel.heures is 'Ses heures par semaine. RGPD : vie professionnelle';
comment on column sorties.rappel.repondu_par is 'Qui l''a noté. RGPD : vie professionnelle';
comment on column sorties.rappel.code_empreinte is 'L''empreinte du code qui lui permet de répondre sans compte ; jamais le code. RGPD : trace';
comment on column sorties.rappel.code_expire_le is 'Dernier jour de ce code. RGPD : trace';
select habilitations.proteger('sorties.rappel', 'SORTIES', ecrit => '{RAPPELS}',
  change => '{etat, etat_depuis, prevu_le, reponse, repondu_le, canal, contrat, heures, repondu_par, code_empreinte, code_expire_le}');
create index rappel_a_faire on sorties.rappel (prevu_le) where etat in ('PREVU', 'SANS_REPONSE');

create table sorties.rappel_passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references sorties.rappel,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table sorties.rappel_passage is 'L''histoire d''un rappel. RGPD : vie professionnelle';
comment on column sorties.rappel_passage.objet is 'Toujours RAPPEL. RGPD : aucune';
comment on column sorties.rappel_passage.objet_id is 'Le rappel. RGPD : aucune';
comment on column sorties.rappel_passage.de is 'L''état quitté ; vide quand il est prévu. RGPD : vie professionnelle';
comment on column sorties.rappel_passage.vers is 'L''état pris. RGPD : vie professionnelle';
comment on column sorties.rappel_passage.le is 'Le jour où c''est vrai. RGPD : vie professionnelle';
comment on column sorties.rappel_passage.fait_le is 'Quand c''est écrit. RGPD : trace';
comment on column sorties.rappel_passage.par is 'Par qui. RGPD : vie professionnelle';
comment on column sorties.rappel_passage.motif is 'Pourquoi. RGPD : vie professionnelle';
select habilitations.proteger('sorties.rappel_passage', 'SORTIES', ecrit => '{RAPPELS}');
create index rappel_passage_rappel on sorties.rappel_passage (objet_id, le desc, id desc);

create table sorties.essai (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  rappel_id bigint not null references sorties.rappel,
  le date not null,
  canal text not null check (canal in ('TELEPHONE', 'COURRIEL', 'LETTRE', 'ACCUEIL')),
  resultat text not null check (resultat in ('PAS_DE_REPONSE', 'MESSAGE_LAISSE', 'A_RAPPELER', 'FAUX_NUMERO')),
  cle uuid not null unique,
  ecrit_par text not null,
  ecrit_le timestamptz not null
);
comment on table sorties.essai is 'Chaque fois qu''on a essayé de joindre une personne pour un rappel. RGPD : vie personnelle';
comment on column sorties.essai.rappel_id is 'Le rappel. RGPD : aucune';
comment on column sorties.essai.le is 'Le jour. RGPD : vie personnelle';
comment on column sorties.essai.canal is 'Par quel moyen. RGPD : vie personnelle';
comment on column sorties.essai.resultat is 'Ce qu''il a donné. RGPD : vie personnelle';
comment on column sorties.essai.cle is 'Le numéro du formulaire : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column sorties.essai.ecrit_par is 'Qui l''a noté. RGPD : vie professionnelle';
comment on column sorties.essai.ecrit_le is 'Quand. RGPD : trace';
select habilitations.proteger('sorties.essai', 'SORTIES', ecrit => '{RAPPELS}');
create index essai_rappel on sorties.essai (rappel_id);

-- what is written about an exit is about one that the agent sees, of the same person
create policy de_sa_sortie on sorties.passage as restrictive for insert to jalon_application
  with check (exists (select from sorties.sortie s where s.id = objet_id and s.personne_id = passage.personne_id));
create policy de_sa_sortie on sorties.rappel as restrictive for insert to jalon_application
  with check (exists (select from sorties.sortie s where s.id = sortie_id and s.personne_id = rappel.personne_id));
create policy de_son_rappel on sorties.rappel_passage as restrictive for insert to jalon_application
  with check (exists (select from sorties.rappel r where r.id = objet_id and r.personne_id = rappel_passage.personne_id));
create policy de_son_rappel on sorties.essai as restrictive for insert to jalon_application
  with check (exists (select from sorties.rappel r where r.id = rappel_id and r.personne_id = essai.personne_id));

-- a partner, who holds none of these resources, opens what is due after an exit it tells
select habilitations.proteger('echeances.echeance', 'DOSSIERS', change => '{*}',
  ecrit => '{ORIENTATIONS, REORIENTATIONS, RENDEZ_VOUS, DIAGNOSTICS, REPRISE, IMPORTS, COURRIERS, RAPPELS}');
