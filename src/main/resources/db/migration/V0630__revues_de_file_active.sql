-- The monthly review of a référent's file: a day, a file, a decision for each person.
create table accompagnement.revue (
  id bigint generated always as identity primary key,
  referent_id int not null references structures.referent,
  organisation_id int not null references structures.organisation,
  le date not null,
  etat text not null check (etat in ('OUVERTE', 'CLOSE')),
  etat_depuis timestamptz not null,
  ouverte_par text not null,
  ouverte_le timestamptz not null,
  close_par text,
  check ((etat = 'CLOSE') = (close_par is not null))
);
comment on table accompagnement.revue is 'Les revues de file active : la file de quel référent, quel jour. RGPD : vie professionnelle';
comment on column accompagnement.revue.id is 'Numéro interne. RGPD : aucune';
comment on column accompagnement.revue.referent_id is 'Le référent dont la file est revue. RGPD : vie professionnelle';
comment on column accompagnement.revue.organisation_id is 'Son organisation ce jour-là. RGPD : aucune';
comment on column accompagnement.revue.le is 'Le jour de la revue. RGPD : vie professionnelle';
comment on column accompagnement.revue.etat is 'Ouverte, close. RGPD : aucune';
comment on column accompagnement.revue.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column accompagnement.revue.ouverte_par is 'L''agent qui l''a ouverte. RGPD : vie professionnelle';
comment on column accompagnement.revue.ouverte_le is 'Quand. RGPD : vie professionnelle';
comment on column accompagnement.revue.close_par is 'L''agent qui l''a close. RGPD : vie professionnelle';
create unique index revue_une_ouverte on accompagnement.revue (referent_id) where etat = 'OUVERTE';
create index revue_referent on accompagnement.revue (referent_id, le desc);
-- it says of nobody followed but who follows: its persons are behind their own perimeter. Seen where the organisation works; one without territories works in all.
alter table accompagnement.revue enable row level security;
create policy lecture on accompagnement.revue for select to jalon_application using ((select habilitations.peut('REVUES')) and ((select habilitations.partout())
  or organisation_id = any ((select habilitations.organisations())::int[])
  or exists (select from structures.organisation o where o.id = organisation_id
    and (o.territoires && (select habilitations.territoires())::int[] or o.territoires = '{}' and (select habilitations.territoires())::int[] <> '{}'))));
create policy ajout on accompagnement.revue for insert to jalon_application with check ((select habilitations.peut('REVUES')) and ((select habilitations.partout())
  or organisation_id = any ((select habilitations.organisations())::int[])
  or exists (select from structures.organisation o where o.id = organisation_id
    and (o.territoires && (select habilitations.territoires())::int[] or o.territoires = '{}' and (select habilitations.territoires())::int[] <> '{}'))));
create policy changement on accompagnement.revue for update to jalon_application using ((select habilitations.peut('REVUES')) and ((select habilitations.partout())
  or organisation_id = any ((select habilitations.organisations())::int[])
  or exists (select from structures.organisation o where o.id = organisation_id
    and (o.territoires && (select habilitations.territoires())::int[] or o.territoires = '{}' and (select habilitations.territoires())::int[] <> '{}'))));
grant select, insert, update (etat, etat_depuis, close_par) on accompagnement.revue to jalon_application;

create table accompagnement.revue_decision (
  id bigint generated always as identity primary key,
  revue_id bigint not null references accompagnement.revue,
  personne_id bigint not null references allocataires.personne,
  decision text not null check (decision in ('CONTINUER', 'CHANGER_D_ACTION', 'REORIENTATION', 'COMMISSION', 'SORTIE')),
  pourquoi text not null default '' check (length(pourquoi) <= 500),
  decide_par text not null,
  decide_le timestamptz not null,
  fait_le timestamptz,
  fait_par text,
  check ((fait_le is null) = (fait_par is null))
);
comment on table accompagnement.revue_decision is 'Ce qu''une revue de file active a décidé pour une personne. RGPD : vie personnelle';
comment on column accompagnement.revue_decision.revue_id is 'La revue. RGPD : aucune';
comment on column accompagnement.revue_decision.decision is 'Continuer, changer d''action, réorientation, commission, sortie. RGPD : vie personnelle';
comment on column accompagnement.revue_decision.pourquoi is 'Pourquoi, en un mot. RGPD : vie personnelle';
comment on column accompagnement.revue_decision.decide_par is 'L''agent qui l''a notée. RGPD : vie professionnelle';
comment on column accompagnement.revue_decision.decide_le is 'Quand, la dernière fois. RGPD : vie professionnelle';
comment on column accompagnement.revue_decision.fait_le is 'Quand elle a été dite faite. RGPD : vie professionnelle';
comment on column accompagnement.revue_decision.fait_par is 'Par qui. RGPD : vie professionnelle';
create unique index revue_decision_une on accompagnement.revue_decision (revue_id, personne_id);
select habilitations.proteger('accompagnement.revue_decision', 'REVUES', change => '{decision, pourquoi, decide_par, decide_le, fait_le, fait_par}');
