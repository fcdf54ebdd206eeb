-- What another tool kept as a shared notebook comes by spreadsheet, as contacts and freins do (docs/decisions/0034): an entry says where it comes from.
alter table echanges.tableur drop constraint tableur_genre_check,
  add constraint tableur_genre_check check (genre in ('PERSONNES', 'CONTACTS', 'FREINS', 'HORS_RSA', 'CARNET'));
comment on column echanges.tableur.genre is 'Ce que disent ses lignes : des personnes, leurs contacts, leurs freins, leur carnet, des personnes hors RSA. RGPD : aucune';
alter table carnet.entree add column repris_de text;
comment on column carnet.entree.repris_de is 'Le tableur dont il vient, quand il a été repris d''un autre outil ; vide quand il a été écrit ici. RGPD : vie professionnelle';
