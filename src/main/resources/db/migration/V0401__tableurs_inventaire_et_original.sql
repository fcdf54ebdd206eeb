-- Where each line of a spreadsheet went, and the file itself until it is recorded: an agent may say where its headers are.
alter table echanges.tableur add column inventaire jsonb;
comment on column echanges.tableur.inventaire is 'Où est allée chaque ligne du fichier (titres, vides, répétées, personnes), feuille et ligne des titres. RGPD : aucune';
create table echanges.tableur_original (
  tableur_id bigint primary key references echanges.tableur on delete cascade,
  contenu_chiffre bytea not null,
  auteur text not null
);
comment on table echanges.tableur_original is 'Le fichier déposé, chiffré, jusqu''à son enregistrement. RGPD : identité, NIR (chiffrés)';
comment on column echanges.tableur_original.tableur_id is 'Le tableur. RGPD : aucune';
comment on column echanges.tableur_original.contenu_chiffre is 'Les octets, chiffrés. RGPD : identité, NIR (chiffrés)';
comment on column echanges.tableur_original.auteur is 'Qui l''a déposé : elle seule le lit. RGPD : trace';
alter table echanges.tableur_original enable row level security;
create policy lecture on echanges.tableur_original for select to jalon_application using ((select habilitations.peut('IMPORTS')) and auteur = (select habilitations.agent()));
grant select on echanges.tableur_original to jalon_application;
