-- At the MSA the file number is often the NIR: it is sealed (encrypted, always the same way). The key is not here: those already stored in
-- clear are listed, and Jalon seals them when it starts and before any file is recorded (NumerosASceller).
create table allocataires.matricule_a_sceller (
  foyer_id bigint primary key
);
comment on table allocataires.matricule_a_sceller is 'Foyers dont le numéro d''allocataire est un NIR écrit en clair par une version précédente ; vide dès qu''ils sont traités. RGPD : aucune';
comment on column allocataires.matricule_a_sceller.foyer_id is 'Le foyer. RGPD : aucune';
alter table allocataires.matricule_a_sceller enable row level security;
insert into allocataires.matricule_a_sceller (foyer_id)
select id from allocataires.foyer where matricule ~ '^[123478][0-9]{12}([0-9]{2})?$';
comment on column allocataires.foyer.matricule is 'Numéro d''allocataire à la caisse ; chiffré (NIR:…) quand c''est un numéro de sécurité sociale. RGPD : identité, NIR (chiffré)';
update echanges.rejet set matricule = null where matricule ~ '^[123478][0-9]{12}([0-9]{2})?$';
comment on column echanges.rejet.matricule is 'Numéro d''allocataire ; chiffré (NIR:…) quand c''est un numéro de sécurité sociale. RGPD : identité, NIR (chiffré)';
