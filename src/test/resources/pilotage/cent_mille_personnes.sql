-- 100 000 persons and five years of history (2020-09 to 2025-08), about 2.4 million rows, to look at plans and times.
-- Deterministic: every choice is a hash of the identifiers. Fictitious: no name is a person's.
-- Run as the owner on an empty database that has the migrations.
create function pg_temp.hasard(cle bigint, sel int) returns int immutable language sql
  as $$ select (hashint8extended(cle, sel) & 2147483647)::int $$;
insert into structures.departement values ('99', 'Département de mesure') on conflict do nothing;
insert into structures.territoire (code, nom, ordre) values ('A', 'Amont', 1), ('B', 'Bocage', 2), ('C', 'Côte', 3), ('D', 'Vallée', 4);
insert into structures.organisation (code, nom, nature) select 'O' || i, 'Organisation ' || i, 'DEPARTEMENT' from generate_series(1, 20) i;
-- one full file a month
insert into echanges.import (fichier, sha256, format, nature, date_reference, recu_le, statut, commence_le, agent)
select 'mensuel-' || m, 'mesure-' || m, 'VRSB0801', 'M', (m + interval '1 month - 1 day')::date, (m + interval '1 month')::date, 'CHARGE', m + interval '1 month', 'mesure'
from generate_series('2020-08-01'::date, '2025-08-01', interval '1 month') m;

insert into allocataires.foyer (id, fonction_organisme, numero_organisme, matricule, numero_demande, date_demande, territoire_id, import_id, cree_le)
select i, case when pg_temp.hasard(i, 1) % 100 < 6 then 'MSA' else 'CAF' end, '991', i::text, 'D' || i,
  date '2020-08-31' + (pg_temp.hasard(i, 2) % 2900) - 1100, 1 + pg_temp.hasard(i, 3) % 4, 1, now()
from generate_series(1, 50000) i;
insert into allocataires.personne (id, nom, prenom, sexe, date_naissance, recherche, territoire_id, import_id, creee_le)
select i, 'NOM' || pg_temp.hasard(i, 4) % 20000, 'PRENOM' || pg_temp.hasard(i, 5) % 400, 1 + pg_temp.hasard(i, 6) % 2,
  case when i > 62500 then date '2008-01-01' + pg_temp.hasard(i, 7) % 6500 else date '1955-01-01' + pg_temp.hasard(i, 7) % 17500 end,
  'nom' || i, 1 + pg_temp.hasard(case when i <= 50000 then i else (i * 7) % 50000 + 1 end, 3) % 4, 1, now()
from generate_series(1, 100000) i;

-- rights: open at the claim, then a new state every 3 to 30 months
with recursive etapes as (
  select id as foyer, greatest(date_trunc('month', date_demande)::date, date '2020-08-31') as depuis, 0 as rang from allocataires.foyer
  union all
  select foyer, (depuis + interval '1 month' * (3 + pg_temp.hasard(foyer * 100 + rang, 8) % 28))::date, rang + 1 from etapes
  where depuis + interval '1 month' * (3 + pg_temp.hasard(foyer * 100 + rang, 8) % 28) < '2025-08-31'
)
insert into allocataires.droit (foyer_id, depuis, jusqua, connu_le, import_id, etat, type_foyer, adultes, enfants, territoire_id)
select foyer, depuis, coalesce(lead(depuis) over (partition by foyer order by rang), 'infinity'), depuis, 1,
  case when rang = 0 then '2' else (array['2', '2', '2', '2', '3', '4', '5', '5', '6', 'ABSENT'])[1 + pg_temp.hasard(foyer * 100 + rang, 9) % 10] end,
  (array['HOMME_SEUL', 'HOMME_SEUL', 'FEMME_SEULE', 'FEMME_SEULE_ENFANTS', 'FEMME_SEULE_ENFANTS', 'COUPLE_ENFANTS', 'COUPLE', 'HOMME_SEUL_ENFANTS'])[1 + pg_temp.hasard(foyer, 10) % 8],
  1, 0, 1 + pg_temp.hasard(foyer, 3) % 4
from etapes;

-- members: a new version every 6 to 36 months; 12 500 spouses, 37 500 children
with recursive etapes as (
  select p.id as personne, case when p.id <= 50000 then p.id else (p.id * 7) % 50000 + 1 end as foyer,
    greatest(date_trunc('month', f.date_demande)::date, date '2020-08-31') as depuis, 0 as rang
  from allocataires.personne p join allocataires.foyer f on f.id = case when p.id <= 50000 then p.id else (p.id * 7) % 50000 + 1 end
  union all
  select personne, foyer, (depuis + interval '1 month' * (6 + pg_temp.hasard(personne * 100 + rang, 11) % 31))::date, rang + 1 from etapes
  where depuis + interval '1 month' * (6 + pg_temp.hasard(personne * 100 + rang, 11) % 31) < '2025-08-31'
)
insert into allocataires.membre (foyer_id, personne_id, personne_origine_id, depuis, jusqua, connu_le, import_id, role, adulte, a_charge, sdd, tns, territoire_id)
select foyer, personne, personne, depuis, coalesce(lead(depuis) over (partition by personne order by rang), 'infinity'), depuis, 1,
  case when personne <= 50000 then 'DEM' when personne <= 62500 then 'CJT' else 'ENF' end, personne <= 62500, true,
  personne <= 62500 and pg_temp.hasard(personne * 100 + rang, 12) % 10 < 8, personne <= 62500 and pg_temp.hasard(personne, 13) % 10 = 0,
  1 + pg_temp.hasard(foyer, 3) % 4
from etapes;

insert into allocataires.adresse (foyer_id, depuis, jusqua, connu_le, import_id, commune, territoire_id_adresse, territoire_id)
select f.id, date '2017-01-01', case when f.id % 3 = 0 then date '2023-05-01' else 'infinity' end, now(), 1, '99001', 1 + pg_temp.hasard(f.id, case when f.id % 3 = 0 then 14 else 3 end) % 4, f.territoire_id
from allocataires.foyer f
union all
select f.id, date '2023-05-01', date 'infinity', now(), 1, '99002', f.territoire_id, f.territoire_id from allocataires.foyer f where f.id % 3 = 0;

-- amounts and resources every three months: the weight that the other pages read
insert into allocataires.montant (foyer_id, depuis, jusqua, connu_le, import_id, droit_total, territoire_id)
select f.id, m::date, (m + interval '3 months')::date, m, 1, 300 + pg_temp.hasard(f.id, 15) % 400, f.territoire_id
from allocataires.foyer f cross join generate_series(timestamp '2020-09-01', '2025-08-01', interval '3 months') m where m >= f.date_demande;

insert into allocataires.paiement (foyer_id, mois, nature, prestation, sens, montant, import_id, territoire_id)
select d.foyer_id, m::date, 'AllocationsComptabilisees', case when pg_temp.hasard(d.foyer_id, 16) % 8 = 0 then 'RSI' else 'RSD' end, 'AJ',
  250 + pg_temp.hasard(d.foyer_id, 17) % 500, 1, d.territoire_id
from generate_series(timestamp '2020-09-01', '2025-08-01', interval '1 month') m
join allocataires.droit d on d.etat = '2' and d.depuis <= (m + interval '1 month - 1 day')::date and d.jusqua > (m + interval '1 month - 1 day')::date
order by m;

-- the entries and the follow-ups as they stand at the end: what led there is not what is measured
alter table orientation.entree disable trigger a_naissance_permise;
alter table orientation.suivi disable trigger a_naissance_permise;
insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat, etat_depuis, import_id, territoire_id)
select m.personne_id, m.foyer_id, date_trunc('month', d.depuis)::date, d.depuis, d.depuis + 5, 'PREMIERE_DEMANDE', 'ORIENTEE', d.depuis + 30, 1, d.territoire_id
from allocataires.droit d join allocataires.membre m on m.foyer_id = d.foyer_id and m.adulte and m.depuis <= d.depuis and m.jusqua > d.depuis
where d.etat = '2' and d.depuis >= '2020-09-01' and pg_temp.hasard(m.personne_id, 22) % 2 = 0 on conflict do nothing;
insert into orientation.suivi (personne_id, entree_id, parcours, organisation_id, notifie_le, etat, etat_depuis, fin_le, saisi_par, saisi_le, territoire_id)
select personne_id, id, (array['SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL'])[1 + pg_temp.hasard(id, 18) % 3], 1 + pg_temp.hasard(id, 19) % 20,
  recu_le + 3 + pg_temp.hasard(id, 20) % 60, case when suivante is null then 'EN_COURS' else 'CLOS' end, recu_le, suivante, 'mesure', now(), territoire_id
from (select e.*, lead(recu_le) over (partition by personne_id order by recu_le) as suivante from orientation.entree e) e
where pg_temp.hasard(id, 21) % 20 > 0;
alter table orientation.entree enable trigger a_naissance_permise;
alter table orientation.suivi enable trigger a_naissance_permise;
insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis, territoire_id)
select 'ORIENTATION', e.personne_id, e.id, e.recu_le, e.recu_le + 42, 'OUVERTE', e.recu_le, e.territoire_id from orientation.entree e;
update echeances.echeance x set etat = 'TENUE', etat_depuis = s.notifie_le from orientation.suivi s where s.entree_id = x.objet_id;
analyze;
