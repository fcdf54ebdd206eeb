-- The hours of activity (L. 5411-6 code du travail): what adapts them, those done, where each comes from, and each week once it is closed.
-- What an adaptation rests on may tell of her health: kept apart, for who holds SANTE and who wrote it.
create table engagement.adaptation (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  genre text not null check (genre in ('ADAPTEE', 'DISPENSEE')),
  heures numeric(3, 1) check (heures > 0 and heures < 60),
  depuis date not null,
  a_revoir_le date not null,
  demandee_par_elle boolean not null,
  cle uuid not null unique,
  saisie_par text not null,
  saisie_le timestamptz not null,
  finie_le date,
  finie_par text,
  fin_motif text check (length(fin_motif) between 1 and 500),
  retiree_le timestamptz,
  retiree_par text,
  retrait_motif text check (length(retrait_motif) between 1 and 500),
  check (a_revoir_le > depuis),
  check ((genre = 'ADAPTEE') = (heures is not null)),
  check (genre = 'ADAPTEE' or demandee_par_elle),
  check ((finie_le is null) = (finie_par is null)),
  check (finie_le >= depuis),
  check ((retiree_le is null) = (retiree_par is null))
);
comment on table engagement.adaptation is 'Les plans adaptés : moins de quinze heures par semaine, ou pas d''heures à sa demande (L. 5411-6 du code du travail). RGPD : vie professionnelle';
comment on column engagement.adaptation.genre is 'Adaptée : moins d''heures, jamais zéro. Dispensée : un plan sans durée hebdomadaire. RGPD : vie professionnelle';
comment on column engagement.adaptation.heures is 'Heures par semaine du plan adapté ; vide pour une dispense. RGPD : vie professionnelle';
comment on column engagement.adaptation.depuis is 'Son premier jour. RGPD : vie professionnelle';
comment on column engagement.adaptation.a_revoir_le is 'Le jour où la situation est à revoir avec la personne. RGPD : vie professionnelle';
comment on column engagement.adaptation.demandee_par_elle is 'Vrai quand la personne l''a demandée. RGPD : vie personnelle';
comment on column engagement.adaptation.cle is 'Le numéro du formulaire : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column engagement.adaptation.saisie_par is 'L''agent qui l''a notée. RGPD : vie professionnelle';
comment on column engagement.adaptation.saisie_le is 'Quand. RGPD : trace';
comment on column engagement.adaptation.finie_le is 'Son dernier jour, quand elle a pris fin. RGPD : vie professionnelle';
comment on column engagement.adaptation.finie_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.adaptation.fin_motif is 'Pourquoi. RGPD : vie personnelle';
comment on column engagement.adaptation.retiree_le is 'Quand elle a été retirée, notée par erreur ; elle ne compte plus. RGPD : trace';
comment on column engagement.adaptation.retiree_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.adaptation.retrait_motif is 'Pourquoi. RGPD : vie personnelle';
select habilitations.proteger('engagement.adaptation', 'ENGAGEMENTS', change => '{finie_le, finie_par, fin_motif, retiree_le, retiree_par, retrait_motif}');
-- one at a time: another begins once the one before is ended or withdrawn
create unique index adaptation_une on engagement.adaptation (personne_id) where finie_le is null and retiree_le is null;
create index adaptation_a_revoir on engagement.adaptation (a_revoir_le) where finie_le is null and retiree_le is null;

create table engagement.raison_d_adaptation (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  adaptation_id bigint not null unique references engagement.adaptation,
  motif text not null check (motif in ('SANTE_HANDICAP_INVALIDITE', 'PARENT_ISOLE_SANS_GARDE', 'SITUATION_PERSONNELLE')),
  preuve text not null check (preuve in ('DITE', 'PAPIER_DE_DROIT', 'PAPIER_DE_SANTE', 'PAPIER_DE_FAMILLE')),
  preuve_vue_le date,
  notee_par text not null,
  check ((preuve = 'DITE') = (preuve_vue_le is null))
);
comment on table engagement.raison_d_adaptation is 'Sur quoi repose un plan adapté : un motif de la loi et le genre de papier vu, jamais la maladie ; lu par qui peut lire la santé, et par qui l''a écrit. RGPD : santé';
comment on column engagement.raison_d_adaptation.adaptation_id is 'Le plan adapté. RGPD : aucune';
comment on column engagement.raison_d_adaptation.motif is 'Santé, handicap ou invalidité ; parent seul sans garde d''enfant ; situation personnelle. RGPD : santé';
comment on column engagement.raison_d_adaptation.preuve is 'Dite par la personne, ou le genre de papier vu. RGPD : santé';
comment on column engagement.raison_d_adaptation.preuve_vue_le is 'Le jour où le papier a été vu ; vide quand elle l''a dite. RGPD : santé';
comment on column engagement.raison_d_adaptation.notee_par is 'L''agent qui l''a notée. RGPD : vie professionnelle';
select habilitations.proteger('engagement.raison_d_adaptation', 'ENGAGEMENTS');
-- every motive is hidden from who may not read health: the one shown would tell which is not
create policy sante_lue on engagement.raison_d_adaptation as restrictive for select to jalon_application
  using ((select habilitations.peut('SANTE')) or notee_par = (select habilitations.agent()));
create policy de_son_adaptation on engagement.raison_d_adaptation as restrictive for insert to jalon_application
  with check (exists (select from engagement.adaptation a where a.id = adaptation_id and a.personne_id = raison_d_adaptation.personne_id));

create table engagement.heure (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  lundi date not null check (extract(isodow from lundi) = 1),
  jour date check (jour between lundi and lundi + 6),
  activite text not null,
  minutes smallint not null check (minutes between 1 and 10080),
  sante boolean not null,
  source text not null check (source ~ '^[A-Z_]{2,20}$'),
  reference text,
  saisie_par text not null,
  saisie_le timestamptz not null,
  annulee_le timestamptz,
  annulee_par text,
  annulee_motif text check (length(annulee_motif) between 1 and 500),
  check ((annulee_le is null) = (annulee_par is null))
);
comment on table engagement.heure is 'Les heures d''activité faites, d''où chacune vient ; jamais réécrites : une correction annule la ligne et en écrit une autre. RGPD : vie professionnelle';
comment on column engagement.heure.lundi is 'Le premier jour de la semaine. RGPD : vie professionnelle';
comment on column engagement.heure.jour is 'Le jour ; vide pour un total de la semaine. RGPD : vie professionnelle';
comment on column engagement.heure.activite is 'Le genre d''activité (engagement/activites.yaml). RGPD : vie professionnelle';
comment on column engagement.heure.minutes is 'La durée, en minutes. RGPD : vie professionnelle';
comment on column engagement.heure.sante is 'Vrai pour des démarches de santé. RGPD : santé';
comment on column engagement.heure.source is 'Le référent, un rendez-vous tenu, un contact noté, un opérateur, une application, une reprise, la personne. RGPD : vie professionnelle';
comment on column engagement.heure.reference is 'Ce qui la prouve dans sa pièce : « ENTRETIEN:12 » ; vide pour une saisie. RGPD : aucune';
comment on column engagement.heure.saisie_par is 'Qui l''a écrite. RGPD : vie professionnelle';
comment on column engagement.heure.saisie_le is 'Quand. RGPD : trace';
comment on column engagement.heure.annulee_le is 'Quand elle a été corrigée ou retirée ; elle reste, et ne compte plus. RGPD : trace';
comment on column engagement.heure.annulee_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.heure.annulee_motif is 'Pourquoi. RGPD : vie professionnelle';
select habilitations.proteger('engagement.heure', 'ENGAGEMENTS', change => '{annulee_le, annulee_par, annulee_motif}');
create index heure_semaine on engagement.heure (personne_id, lundi) where annulee_le is null;
create index heure_lundi on engagement.heure (lundi) where annulee_le is null;
-- what changed since the last close: written as time goes, found by blocks
create index heure_saisie on engagement.heure using brin (saisie_le);
create index heure_annulee on engagement.heure (annulee_le) where annulee_le is not null;
-- the same cell is not written twice, whoever writes at once; what proves counts once
create unique index heure_saisie_une on engagement.heure (personne_id, lundi, activite, coalesce(jour, lundi - 1)) where annulee_le is null and reference is null and source = 'REFERENT';
create unique index heure_prouvee_une on engagement.heure (source, reference) where annulee_le is null and reference is not null;

-- what the house proves is read where it is noted: no agent writes it under its name. Steps of care are told to who holds SANTE
create policy saisies_a_la_main on engagement.heure as restrictive for insert to jalon_application
  with check (source in ('REFERENT', 'OPERATEUR', 'API', 'REPRISE', 'PERSONNE') and reference is null and (not sante or (select habilitations.peut('SANTE'))));
create policy prouvees_ailleurs on engagement.heure as restrictive for update to jalon_application
  using (source in ('REFERENT', 'OPERATEUR', 'API', 'REPRISE', 'PERSONNE') and (not sante or (select habilitations.peut('SANTE'))));
create policy sante_lue on engagement.heure as restrictive for select to jalon_application using (not sante or (select habilitations.peut('SANTE')));

-- Five years of a hundred thousand persons are 26 million rows: narrow, in the order of weeks on disk, one index by person (her page) and a summary of blocks by week (the month).
create table engagement.semaine (
  personne_id bigint not null references allocataires.personne,
  lundi date not null check (extract(isodow from lundi) = 1),
  cible smallint,
  prevues smallint not null,
  faites smallint not null,
  situation text not null check (situation in ('QUINZE', 'ADAPTEE', 'DISPENSEE', 'SOUS_QUINZE', 'SANS_CONTRAT')),
  close_le timestamptz not null,
  primary key (personne_id, lundi)
);
comment on table engagement.semaine is 'Une semaine close d''une personne suivie : ce qui était demandé, prévu, fait. RGPD : vie professionnelle';
comment on column engagement.semaine.lundi is 'Son premier jour. RGPD : vie professionnelle';
comment on column engagement.semaine.cible is 'Minutes demandées cette semaine-là ; vide sans contrat ou avec une dispense. RGPD : vie professionnelle';
comment on column engagement.semaine.prevues is 'Minutes prévues par le contrat, de ce qui compte. RGPD : vie professionnelle';
comment on column engagement.semaine.faites is 'Minutes faites, de ce qui compte. RGPD : vie professionnelle';
comment on column engagement.semaine.situation is 'Ce que demande son plan : quinze heures ou plus, adapté, dispensé, moins de quinze heures sans raison notée, pas de contrat. RGPD : vie professionnelle';
comment on column engagement.semaine.close_le is 'Quand elle a été comptée. RGPD : trace';
select habilitations.proteger('engagement.semaine', 'ENGAGEMENTS', ajoute => false);
create index semaine_lundi on engagement.semaine using brin (lundi) with (pages_per_range = 32);

create table engagement.cloture (
  lundi date primary key check (extract(isodow from lundi) = 1),
  close_le timestamptz not null,
  personnes int not null
);
comment on table engagement.cloture is 'Les semaines closes : quand, et pour combien de personnes. RGPD : aucune';
comment on column engagement.cloture.lundi is 'Le premier jour de la semaine. RGPD : aucune';
comment on column engagement.cloture.close_le is 'Quand elle a été comptée en dernier. RGPD : aucune';
comment on column engagement.cloture.personnes is 'Combien de personnes. RGPD : aucune';
alter table engagement.cloture enable row level security;
create policy lecture on engagement.cloture for select to jalon_application using ((select habilitations.peut('ENGAGEMENTS')) or (select habilitations.peut('INDICATEURS')));
grant select on engagement.cloture to jalon_application;
