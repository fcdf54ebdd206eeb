-- How many rows of a spreadsheet may be recorded was counted at each view of its page, by opening every row: up to fifty thousand to show fifty.
alter table echanges.tableur add column justes int;
comment on column echanges.tableur.justes is 'Lignes sans erreur, comptées une fois les colonnes associées ; vide : à compter de nouveau. RGPD : aucune';
