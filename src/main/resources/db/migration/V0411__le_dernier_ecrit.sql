-- Between two sends of one month, the last written wins, in whatever order they are loaded; kept by payer, for a file may speak of several.
alter table echanges.import_organisme add column depasse_par bigint references echanges.import, add column remplace_par bigint references echanges.import;
comment on column echanges.import_organisme.depasse_par is 'Envoi de la même date écrit après celui-ci et déjà chargé : rien de celui-ci n''a été retenu. RGPD : aucune';
comment on column echanges.import_organisme.remplace_par is 'Envoi de la même date chargé depuis, qui remplace celui-ci. RGPD : aucune';
create index import_organisme_depasse on echanges.import_organisme (depasse_par) where depasse_par is not null;
create index import_organisme_remplace on echanges.import_organisme (remplace_par) where remplace_par is not null;
