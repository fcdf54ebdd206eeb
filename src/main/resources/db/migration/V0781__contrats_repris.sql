-- A contract signed in a former tool comes by spreadsheet: it says which, and is taken back with it as long as nobody built on it.
alter table engagement.contrat add column repris_de text;
comment on column engagement.contrat.repris_de is 'Le tableur dont il vient, quand il a été repris d''un autre outil ; vide quand il a été fait ici. RGPD : vie professionnelle';
alter table echanges.tableur drop constraint tableur_genre_check,
  add constraint tableur_genre_check check (genre in ('PERSONNES', 'CONTACTS', 'FREINS', 'HORS_RSA', 'CARNET', 'SORTIES', 'CONTRATS'));
comment on column echanges.tableur.genre is 'Ce que disent ses lignes : des personnes, leurs contacts, leurs freins, leur carnet, leurs contrats, des personnes hors RSA. RGPD : aucune';
