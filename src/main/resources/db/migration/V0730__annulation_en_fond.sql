-- Undoing a spreadsheet is long work like recording it: while it is undone nobody reads it otherwise, records it, nor undoes it again.
alter table echanges.tableur drop constraint tableur_statut_check;
alter table echanges.tableur add constraint tableur_statut_check check (statut in ('A_ASSOCIER', 'A_CONFIRMER', 'EN_COURS', 'ENREGISTRE', 'EN_ANNULATION'));
