-- Persons whom the plans follow outside the RSA, known by no file: an agent registers them (docs/decisions/0028). What an agent wrote of one, and the publics she is of.
create table allocataires.inscription (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  lignes text check (length(lignes) <= 200),
  code_postal text,
  commune text not null references structures.commune,
  informee_le date not null,
  inscrite_par text not null,
  inscrite_le timestamptz not null
);
comment on table allocataires.inscription is 'Ce qu''un agent a écrit d''une personne qu''aucun fichier ne fait connaître : où elle habite, qu''elle a été informée. RGPD : vie personnelle';
comment on column allocataires.inscription.lignes is 'Numéro et voie. RGPD : coordonnées';
comment on column allocataires.inscription.code_postal is 'Code postal. RGPD : coordonnées';
comment on column allocataires.inscription.commune is 'Commune, code INSEE : son territoire en vient. RGPD : coordonnées';
comment on column allocataires.inscription.informee_le is 'Le jour où elle a su ce qui est gardé d''elle, pourquoi, et qu''elle peut s''y opposer. RGPD : vie personnelle';
comment on column allocataires.inscription.inscrite_par is 'L''agent qui l''a inscrite. RGPD : vie professionnelle';
comment on column allocataires.inscription.inscrite_le is 'Quand. RGPD : vie professionnelle';
-- written by the functions of R__hors_rsa.sql alone
select habilitations.proteger('allocataires.inscription', 'DOSSIERS', ajoute => false);

create table allocataires.suivi_hors_rsa (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  public text not null check (public ~ '^[A-Z][A-Z_]{1,39}$'),
  cohorte text check (length(cohorte) <= 80),
  depuis date not null,
  fin_le date check (fin_le >= depuis),
  fin_motif text,
  fin_precision text check (length(fin_precision) <= 300),
  fini_par text,
  fini_le timestamptz,
  organisation_id int references structures.organisation,
  referent_id int references structures.referent,
  informee_le date not null,
  cle uuid not null unique,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  retire_par text,
  retire_le timestamptz,
  check ((fin_le is null) = (fin_motif is null) and (fin_le is null) = (fini_par is null) and (fin_le is null) = (fini_le is null)),
  check ((retire_le is null) = (retire_par is null))
);
comment on table allocataires.suivi_hors_rsa is 'Les publics hors RSA dont une personne est suivie, de quand à quand. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.public is 'Le public du plan, code. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.cohorte is 'La cohorte ou le dispositif, quand il y en a un. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.depuis is 'Le premier jour du suivi. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.fin_le is 'Le premier jour où elle n''est plus suivie ; vide tant que le suivi court. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.fin_motif is 'Pourquoi le suivi a fini. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.fin_precision is 'La même raison, en quelques mots. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.fini_par is 'L''agent qui l''a terminé. RGPD : vie professionnelle';
comment on column allocataires.suivi_hors_rsa.fini_le is 'Quand il l''a écrit. RGPD : vie professionnelle';
comment on column allocataires.suivi_hors_rsa.organisation_id is 'L''organisation qui la suit, si on le sait. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.referent_id is 'Le référent qui la suit, si on le sait. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.informee_le is 'Le jour où elle a su ce qui est gardé d''elle pour ce suivi. RGPD : vie personnelle';
comment on column allocataires.suivi_hors_rsa.cle is 'Le numéro de l''envoi du formulaire : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column allocataires.suivi_hors_rsa.ecrit_par is 'L''agent qui l''a écrit. RGPD : vie professionnelle';
comment on column allocataires.suivi_hors_rsa.ecrit_le is 'Quand. RGPD : vie professionnelle';
comment on column allocataires.suivi_hors_rsa.retire_par is 'L''agent qui l''a retiré, écrit par erreur. RGPD : vie professionnelle';
comment on column allocataires.suivi_hors_rsa.retire_le is 'Quand il a été retiré ; il reste, et ne compte plus. RGPD : vie professionnelle';
select habilitations.proteger('allocataires.suivi_hors_rsa', 'DOSSIERS', change => '{fin_le, fin_motif, fin_precision, fini_par, fini_le, retire_par, retire_le}',
  ecrit => '{HORS_RSA}');
create unique index suivi_hors_rsa_un_seul on allocataires.suivi_hors_rsa (personne_id, public) where fin_le is null and retire_le is null;
create index suivi_hors_rsa_referent on allocataires.suivi_hors_rsa (referent_id) where fin_le is null and retire_le is null;
