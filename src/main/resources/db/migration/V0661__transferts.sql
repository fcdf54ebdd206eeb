-- A whole portfolio changes organisation: a convention ends, another one begins. Its persons are behind their réorientations, which name it.
create table orientation.transfert (
  id bigint generated always as identity primary key,
  formulaire uuid not null unique,
  de_id int not null references structures.organisation,
  vers_id int not null references structures.organisation,
  parcours text check (parcours in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  le date not null,
  raison text not null check (length(raison) between 1 and 200),
  choix jsonb not null default '{}',
  accepte_par text,
  depassement_raison text,
  personnes int not null,
  laissees jsonb not null default '{}',
  etat text not null check (etat in ('EN_COURS', 'FAIT', 'ARRETE', 'ANNULATION', 'ANNULE')),
  etat_depuis timestamptz not null,
  fait_par text not null,
  saisi_le timestamptz not null,
  fini_par text,
  fini_raison text,
  check (de_id <> vers_id),
  check ((accepte_par is null) = (depassement_raison is null))
);
create unique index transfert_en_cours on orientation.transfert (de_id) where etat in ('EN_COURS', 'ANNULATION');
comment on table orientation.transfert is 'Les portefeuilles passés d''une organisation à une autre, en une fois. RGPD : vie professionnelle';
comment on column orientation.transfert.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.transfert.formulaire is 'Numéro du formulaire : envoyé deux fois, le transfert est demandé une fois. RGPD : aucune';
comment on column orientation.transfert.de_id is 'L''organisation qui suivait ces personnes. RGPD : aucune';
comment on column orientation.transfert.vers_id is 'L''organisation qui les suit ensuite. RGPD : aucune';
comment on column orientation.transfert.parcours is 'Le seul parcours concerné ; vide pour tous. RGPD : aucune';
comment on column orientation.transfert.le is 'Premier jour de la nouvelle organisation. RGPD : vie professionnelle';
comment on column orientation.transfert.raison is 'Pourquoi, en un mot. RGPD : vie professionnelle';
comment on column orientation.transfert.choix is 'Le nouveau référent des personnes de chaque ancien référent, par leurs numéros ; absent : le meilleur partage. RGPD : vie professionnelle';
comment on column orientation.transfert.accepte_par is 'Qui accepte qu''un référent dépasse sa capacité. RGPD : vie professionnelle';
comment on column orientation.transfert.depassement_raison is 'Pourquoi. RGPD : vie professionnelle';
comment on column orientation.transfert.personnes is 'Combien de suivis étaient ouverts quand il a été demandé. RGPD : aucune';
comment on column orientation.transfert.laissees is 'Pourquoi une personne reste où elle est, par le numéro de son suivi. RGPD : vie professionnelle';
comment on column orientation.transfert.etat is 'En cours, fait, arrêté en route, annulation en cours, annulé. RGPD : aucune';
comment on column orientation.transfert.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column orientation.transfert.fait_par is 'L''agent qui l''a demandé. RGPD : vie professionnelle';
comment on column orientation.transfert.saisi_le is 'Quand. RGPD : vie professionnelle';
comment on column orientation.transfert.fini_par is 'L''agent qui l''annule. RGPD : vie professionnelle';
comment on column orientation.transfert.fini_raison is 'Pourquoi il est annulé. RGPD : vie professionnelle';

-- it says of nobody followed: both organisations are of the agent's team
alter table orientation.transfert enable row level security;
create policy lecture on orientation.transfert for select to jalon_application
  using ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(de_id) and structures.est_de_mon_equipe(vers_id));
create policy ajout on orientation.transfert for insert to jalon_application
  with check ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(de_id) and structures.est_de_mon_equipe(vers_id));
create policy changement on orientation.transfert for update to jalon_application
  using ((select habilitations.peut('ORIENTATIONS')) and structures.est_de_mon_equipe(de_id) and structures.est_de_mon_equipe(vers_id));
grant select, insert, update (laissees, etat, etat_depuis, fini_par, fini_raison) on orientation.transfert to jalon_application;

alter table orientation.reorientation add column transfert_id bigint references orientation.transfert;
comment on column orientation.reorientation.transfert_id is 'Le transfert de portefeuille dont elle fait partie, ou vide. RGPD : aucune';
create index reorientation_transfert on orientation.reorientation (transfert_id) where transfert_id is not null;
alter table orientation.reorientation drop constraint reorientation_origine_check,
  add constraint reorientation_origine_check check (origine in ('REFERENT', 'PERSONNE', 'REEXAMEN', 'DEPARTEMENT'));
alter table orientation.reorientation add constraint reorientation_du_departement check ((origine = 'DEPARTEMENT') = (transfert_id is not null));
comment on column orientation.reorientation.origine is 'Qui la demande : le référent ou son organisation, la personne, le réexamen du parcours social, le Département pour toute une organisation. RGPD : vie professionnelle';
