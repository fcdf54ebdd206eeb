-- A file that does not look like the one before is held until someone decides; a load may be stopped by who started it.
alter table echanges.import drop constraint import_statut_check;
alter table echanges.import add constraint import_statut_check
  check (statut in ('EN_ATTENTE', 'EN_COURS', 'CHARGE', 'REFUSE', 'RETENU', 'ECARTE', 'ANNULE', 'INTERROMPU'));
alter table echanges.import add column mesures jsonb, add column raisons jsonb;
comment on column echanges.import.mesures is 'Ce qui a été mesuré du fichier chargé (nombres, montant, dates impossibles) : le suivant lui est comparé. RGPD : aucune';
comment on column echanges.import.raisons is 'Pourquoi il est retenu, ou ce que l''agent a accepté : chiffres de ce fichier et du précédent. RGPD : aucune';
