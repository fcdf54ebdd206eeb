-- Which file a fact comes from is kept beside the facts: whoever reads them need not know who loads files. Written when a file is loaded, by the room that loads it
-- (R__provenance_des_faits.sql). Any agent may read it: names and dates of files, nothing of anyone.
create table allocataires.provenance (
  id bigint primary key,
  fichier text not null, format text, nature text, organisme text,
  date_reference date, recu_le date not null, termine_le timestamptz
);
comment on table allocataires.provenance is 'De quel fichier vient un fait : les fichiers chargés. RGPD : aucune';
comment on column allocataires.provenance.id is 'Numéro de l''import. RGPD : aucune';
comment on column allocataires.provenance.fichier is 'Nom du fichier. RGPD : aucune';
comment on column allocataires.provenance.format is 'Format. RGPD : aucune';
comment on column allocataires.provenance.nature is 'Mensuel, journalier… RGPD : aucune';
comment on column allocataires.provenance.organisme is 'Caisse émettrice. RGPD : aucune';
comment on column allocataires.provenance.date_reference is 'Date de référence. RGPD : aucune';
comment on column allocataires.provenance.recu_le is 'Réception. RGPD : aucune';
comment on column allocataires.provenance.termine_le is 'Fin du chargement. RGPD : aucune';
insert into allocataires.provenance (id, fichier, format, nature, organisme, date_reference, recu_le, termine_le)
  select id, fichier, format, nature, organisme, date_reference, recu_le, termine_le from echanges.import where statut = 'CHARGE';
alter table allocataires.provenance enable row level security;
create policy lecture on allocataires.provenance for select to jalon_application using ((select habilitations.agent()) <> '');
grant select on allocataires.provenance to jalon_application;
drop view echanges.provenance;
