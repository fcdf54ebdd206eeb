-- Documents attached to what is written in a notebook, encrypted with the key of the instance: read by who reads the entry.
create table carnet.document (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  entree_id bigint not null references carnet.entree,
  nom text not null check (length(nom) between 1 and 120),
  nature text not null check (nature in ('PDF', 'JPEG', 'PNG')),
  taille int not null,
  contenu_chiffre bytea not null,
  depose_par text not null,
  depose_le timestamptz not null,
  auteur text not null,
  lecteurs text[] not null,
  fermee_a text[] not null default '{}'
);
comment on table carnet.document is 'Un document joint à un écrit du carnet partagé. RGPD : vie personnelle, santé';
comment on column carnet.document.entree_id is 'L''écrit. RGPD : aucune';
comment on column carnet.document.nom is 'Le nom du fichier. RGPD : vie personnelle';
comment on column carnet.document.nature is 'PDF, JPEG ou PNG, d''après son contenu. RGPD : aucune';
comment on column carnet.document.taille is 'Sa taille, en octets. RGPD : aucune';
comment on column carnet.document.contenu_chiffre is 'Le fichier, chiffré. RGPD : vie personnelle, santé';
comment on column carnet.document.depose_par is 'L''agent qui l''a joint. RGPD : vie professionnelle';
comment on column carnet.document.depose_le is 'Quand. RGPD : vie professionnelle';
comment on column carnet.document.auteur is 'L''auteur de l''écrit. RGPD : vie professionnelle';
comment on column carnet.document.lecteurs is 'Les lecteurs de l''écrit. RGPD : aucune';
comment on column carnet.document.fermee_a is 'À qui la personne s''oppose qu''il soit montré. RGPD : vie personnelle';
select habilitations.proteger('carnet.document', 'CARNET');
create index document_entree on carnet.document (entree_id);
