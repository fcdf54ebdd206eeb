-- The letter says where the référent receives and which number answers there.
alter table structures.site add column telephone text;
comment on column structures.site.telephone is 'Numéro à appeler, donné aux personnes dans leurs courriers. RGPD : aucune';
