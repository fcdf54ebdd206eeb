-- The room of whoever follows persons: the contacts with them, and what was put off in her day.
create schema accompagnement;

create table accompagnement.contact (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  le date not null,
  genre text not null check (genre in ('BUREAU', 'TELEPHONE', 'DOMICILE', 'VISIO', 'COURRIEL', 'RENCONTRE')),
  presence text not null check (presence in ('PRESENTE', 'EXCUSEE', 'ABSENTE')),
  empechement text,
  duree_minutes int check (duree_minutes between 1 and 600),
  dit text not null default '' check (length(dit) <= 4000),
  decide text not null default '' check (length(decide) <= 2000),
  referent_id int references structures.referent,
  organisation_id int references structures.organisation,
  cle uuid not null unique,
  saisi_par text not null,
  saisi_le timestamptz not null,
  retire_le timestamptz,
  retire_par text,
  retire_motif text,
  check ((retire_le is null) = (retire_par is null) and (retire_le is null) = (retire_motif is null)),
  check (presence = 'EXCUSEE' or empechement is null)
);
comment on table accompagnement.contact is 'Les contacts d''une personne avec qui la suit : entretien, appel, visite ; ce qui s''y est dit. RGPD : vie personnelle';
comment on column accompagnement.contact.le is 'Le jour du contact. RGPD : vie personnelle';
comment on column accompagnement.contact.genre is 'Comment : au bureau, par téléphone, à domicile, en visioconférence, par courriel, rencontre fortuite. RGPD : vie personnelle';
comment on column accompagnement.contact.presence is 'Présente, excusée, absente. RGPD : vie personnelle';
comment on column accompagnement.contact.empechement is 'La raison de l''absence excusée. RGPD : vie personnelle';
comment on column accompagnement.contact.duree_minutes is 'La durée, en minutes. RGPD : vie personnelle';
comment on column accompagnement.contact.dit is 'Ce qui s''est dit, en une note courte. RGPD : vie personnelle';
comment on column accompagnement.contact.decide is 'Ce qui a été décidé. RGPD : vie personnelle';
comment on column accompagnement.contact.referent_id is 'Le référent qui l''a tenu, quand le compte est celui d''un référent. RGPD : vie professionnelle';
comment on column accompagnement.contact.organisation_id is 'L''organisation de qui l''a noté ; vide pour un agent du Département qui n''est référent de personne. RGPD : vie professionnelle';
comment on column accompagnement.contact.cle is 'Le numéro de l''envoi du formulaire : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column accompagnement.contact.saisi_par is 'L''agent qui l''a noté. RGPD : vie professionnelle';
comment on column accompagnement.contact.saisi_le is 'Quand il l''a noté. RGPD : vie professionnelle';
comment on column accompagnement.contact.retire_le is 'Quand il a été retiré, noté par erreur ; il reste, et ne compte plus. RGPD : vie professionnelle';
comment on column accompagnement.contact.retire_par is 'L''agent qui l''a retiré. RGPD : vie professionnelle';
comment on column accompagnement.contact.retire_motif is 'Pourquoi. RGPD : vie personnelle';
select habilitations.proteger('accompagnement.contact', 'ACCOMPAGNEMENT', change => '{retire_le, retire_par, retire_motif}');
-- who sees organisations alone reads the notes of hers: what a social worker of the Département wrote before is not a partner's to read (L. 263-4-1 CASF)
create policy siennes on accompagnement.contact as restrictive for select to jalon_application
  using ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
    or organisation_id = any ((select habilitations.organisations())::int[]));
create index contact_personne_jour on accompagnement.contact (personne_id, le desc) where retire_le is null;

create table accompagnement.pas_differe (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  genre text not null,
  limite date,
  jusqu_au date,
  raison text not null check (length(raison) between 1 and 500),
  differe_par text not null,
  differe_le timestamptz not null,
  repris_le timestamptz,
  repris_par text,
  check ((repris_le is null) = (repris_par is null))
);
comment on table accompagnement.pas_differe is 'Un pas remis à plus tard, ou dit pas nécessaire, par qui suit la personne. RGPD : vie personnelle';
comment on column accompagnement.pas_differe.genre is 'Quel pas, du nom que lui donne sa pièce. RGPD : vie personnelle';
comment on column accompagnement.pas_differe.limite is 'Le jour limite de ce pas-là : un pas du même genre, un autre jour, se montre. RGPD : vie personnelle';
comment on column accompagnement.pas_differe.jusqu_au is 'Le jour où il revient ; vide quand il n''est pas nécessaire. RGPD : vie personnelle';
comment on column accompagnement.pas_differe.raison is 'Pourquoi. RGPD : vie personnelle';
comment on column accompagnement.pas_differe.differe_par is 'L''agent. RGPD : vie professionnelle';
comment on column accompagnement.pas_differe.differe_le is 'Quand. RGPD : vie professionnelle';
comment on column accompagnement.pas_differe.repris_le is 'Quand il a été remis dans la journée. RGPD : vie professionnelle';
comment on column accompagnement.pas_differe.repris_par is 'Par qui. RGPD : vie professionnelle';
select habilitations.proteger('accompagnement.pas_differe', 'ACCOMPAGNEMENT', change => '{repris_le, repris_par}');
create unique index pas_differe_un_seul on accompagnement.pas_differe (personne_id, genre) where repris_le is null;
