-- The same document sent twice to an entry is kept once.
alter table carnet.document add column empreinte bytea;
comment on column carnet.document.empreinte is 'Empreinte à clé de son contenu : envoyé deux fois, il n''est gardé qu''une. RGPD : aucune';
create unique index document_une_fois on carnet.document (entree_id, empreinte);
