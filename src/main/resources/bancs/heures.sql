-- What the bench of the hours works on: persons followed, each with a contract signed and hours a week. One statement a paragraph.
insert into allocataires.personne (id, nom, prenom, recherche, territoire_id, organisation_ids, creee_le, date_naissance, sexe)
select nextval('allocataires.personne_seq'), 'HEURES' || n, 'Ana', 'heures' || n || ' ana', (select min(id) from structures.territoire),
  array[(select min(id) from structures.organisation where nature <> 'FRANCE_TRAVAIL')], now(), date '1985-01-01', 2 from generate_series(1, :personnes) n

insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat, etat_depuis, saisi_par, saisi_le, territoire_id, organisation_ids)
select id, 'SOCIAL', organisation_ids[1], :premier, 'EN_COURS', :premier, 'banc', now(), territoire_id, organisation_ids from allocataires.personne

insert into engagement.contrat (personne_id, suivi_id, etat, etat_depuis, cle, ecrit_par, ecrit_le, territoire_id, organisation_ids)
select personne_id, id, 'A_ELABORER', :premier, gen_random_uuid(), 'banc', now(), territoire_id, organisation_ids from orientation.suivi where personne_id % 20 > 0

update engagement.contrat set etat = 'A_SIGNER'

update engagement.contrat set etat = 'SIGNE', depuis = :premier, jusqu_au = :dernier, signe_le = :premier

insert into engagement.version (personne_id, contrat_id, suivi_id, numero, etat, cause, depuis, jusqu_au, intensite, engagements_personne, engagements_referent,
  ecrite_par, ecrite_le, territoire_id, organisation_ids)
select personne_id, id, suivi_id, 1, 'PREPAREE', 'PREMIER', :premier, :dernier, 'ORDINAIRE', 'Venir', 'Aider', 'banc', now(), territoire_id, organisation_ids
from engagement.contrat

update engagement.version set etat = 'SIGNEE', presentee_le = :premier, signee_le = :premier

insert into engagement.objectif (personne_id, version_id, rang, sante, texte, territoire_id, organisation_ids)
select personne_id, id, 1, false, 'Avancer', territoire_id, organisation_ids from engagement.version

insert into engagement.action (personne_id, version_id, objectif_id, rang, sante, libelle, activite, qui, depuis, jusqu_au, heures, territoire_id, organisation_ids)
select o.personne_id, o.version_id, o.id, n, false, 'Action', (array['DEMARCHES', 'RECHERCHE', 'FORMATION'])[n], 'PERSONNE', :premier, :dernier, 3 + o.id % 3,
  o.territoire_id, o.organisation_ids from engagement.objectif o, generate_series(1, 3) n

insert into engagement.adaptation (personne_id, genre, heures, depuis, a_revoir_le, demandee_par_elle, cle, saisie_par, saisie_le, territoire_id, organisation_ids)
select personne_id, 'ADAPTEE', 7.5, :premier, :dernier, true, gen_random_uuid(), 'banc', now(), territoire_id, organisation_ids from engagement.contrat where personne_id % 10 = 1

insert into engagement.heure (personne_id, lundi, jour, activite, minutes, sante, source, saisie_par, saisie_le, territoire_id, organisation_ids)
select c.personne_id, l.lundi::date, l.lundi::date + j, (array['DEMARCHES', 'RECHERCHE'])[1 + j % 2], 60 + c.personne_id % 60, false, 'REFERENT', 'banc', now(), c.territoire_id,
  c.organisation_ids from engagement.contrat c, generate_series(:cloture - interval '9 weeks', :cloture, interval '7 days') l(lundi), generate_series(0, 3) j

analyze
