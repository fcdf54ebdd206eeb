-- A file, or a part of it, handed to colleagues of the same organisation: a leave, a departure, a new portfolio. Given back, or undone, all at once.
create table orientation.relais (
  id bigint generated always as identity primary key,
  formulaire uuid not null unique,
  de_id int not null references structures.referent,
  organisation_id int not null references structures.organisation,
  le date not null,
  retour_le date,
  raison text not null check (length(raison) between 1 and 200),
  prevenir boolean not null,
  personnes int not null,
  etat text not null check (etat in ('FAIT', 'RENDU', 'ANNULE')),
  etat_depuis timestamptz not null,
  fait_par text not null,
  saisi_le timestamptz not null,
  fini_par text,
  fini_raison text,
  check (retour_le >= le),
  check ((etat = 'FAIT') = (fini_par is null))
);
comment on table orientation.relais is 'Les passages de relais : les personnes d''un référent confiées à ses collègues. RGPD : vie professionnelle';
comment on column orientation.relais.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.relais.formulaire is 'Numéro du formulaire : envoyé deux fois, le relais est passé une fois. RGPD : aucune';
comment on column orientation.relais.de_id is 'Le référent qui passe le relais. RGPD : vie professionnelle';
comment on column orientation.relais.organisation_id is 'Son organisation, qui ne change pas. RGPD : aucune';
comment on column orientation.relais.le is 'Premier jour des collègues. RGPD : vie professionnelle';
comment on column orientation.relais.retour_le is 'Jour où il doit être rendu ; vide quand il ne l''est pas. RGPD : vie professionnelle';
comment on column orientation.relais.raison is 'Pourquoi, en un mot. RGPD : vie professionnelle';
comment on column orientation.relais.prevenir is 'Vrai quand on a écrit aux personnes. RGPD : aucune';
comment on column orientation.relais.personnes is 'Combien de personnes ont été confiées, qui les voie ou non. RGPD : aucune';
comment on column orientation.relais.etat is 'Fait, rendu, annulé. RGPD : aucune';
comment on column orientation.relais.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column orientation.relais.fait_par is 'L''agent qui l''a passé. RGPD : vie professionnelle';
comment on column orientation.relais.saisi_le is 'Quand. RGPD : vie professionnelle';
comment on column orientation.relais.fini_par is 'L''agent qui l''a rendu ou annulé. RGPD : vie professionnelle';
comment on column orientation.relais.fini_raison is 'Pourquoi il est annulé. RGPD : vie professionnelle';
create index relais_de on orientation.relais (de_id, le desc);
create index relais_a_rendre on orientation.relais (retour_le) where etat = 'FAIT' and retour_le is not null;

-- an organisation whose référents the agent may look at: hers, one that works on her territories, one that works on all
create function structures.est_de_mon_equipe(organisation int) returns boolean language sql stable set search_path = '' as $$
  select habilitations.partout() or organisation = any (habilitations.organisations())
    or exists (select from structures.organisation o where o.id = organisation
      and (o.territoires && habilitations.territoires() or o.territoires = '{}' and habilitations.territoires() <> '{}'))
$$;
comment on function structures.est_de_mon_equipe is 'Vrai pour une organisation que le périmètre de l''agent comprend';

-- it says of nobody followed but who follows: its persons are behind their own perimeter
alter table orientation.relais enable row level security;
create policy lecture on orientation.relais for select to jalon_application
  using ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(organisation_id));
create policy ajout on orientation.relais for insert to jalon_application
  with check ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(organisation_id));
create policy changement on orientation.relais for update to jalon_application
  using ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(organisation_id));
grant select, insert, update (etat, etat_depuis, fini_par, fini_raison) on orientation.relais to jalon_application;

alter table orientation.changement_de_referent add column relais_id bigint references orientation.relais;
comment on column orientation.changement_de_referent.relais_id is 'Le passage de relais dont il fait partie, ou vide. RGPD : aucune';
create index changement_de_referent_relais on orientation.changement_de_referent (relais_id) where relais_id is not null;
