-- rang : 120
-- libelle : Allocation moyenne par foyer payé
-- definition : Allocations comptabilisées du mois de la date, divisées par le nombre de foyers payés. Un foyer est payé quand la somme de
--   ses mouvements du mois (AJ moins DE) est positive. Majoré : au moins une prestation RSI dans le mois.
-- source : Fichier financier mensuel (CAF, MSA) : allocations comptabilisées ; séminaire Ardèche 2022, montant moyen
-- unite : €
-- genre : moyenne
-- dimensions : PAYEUR, PRESTATION, VERSEMENT, MOIS, TERRITOIRE, FOYER
-- ressources : DOSSIERS, MONTANTS
-- fichiers : paiements
-- vide : Aucun foyer payé ce mois-là.
select
  p.foyer_id, p.mesure, p.mois, p.prestation,
  (select m.personne_id from allocataires.membre m
   where m.foyer_id = p.foyer_id and m.adulte and m.oublie_le = 'infinity' and m.depuis < p.mois + interval '1 month'
   order by m.jusqua > p.mois desc, m.role = 'DEM' desc, m.depuis desc, m.personne_id limit 1) as personne_id,
  f.fonction_organisme as payeur, f.fonction_organisme || '-' || p.prestation as versement,
  coalesce(t.nom, 'Hors territoire') as territoire,
  coalesce((select d.type_foyer from allocataires.droit d
            where d.foyer_id = p.foyer_id and d.oublie_le = 'infinity'
              and d.depuis < p.mois + interval '1 month' and d.jusqua >= p.mois + interval '1 month'
            order by d.depuis desc limit 1), 'INCONNU') as foyer
from (
  -- in whole cents, a quarter of a million small sums take less memory and time than in decimal numbers
  select foyer_id, mois, sum(centimes) * 0.01 as mesure,
    case when bool_or(prestation = 'RSI') then 'MAJORE' else 'SOCLE' end as prestation
  from (select foyer_id, mois, prestation, (case sens when 'DE' then -montant else montant end * 100)::int as centimes
        from allocataires.paiement
        where nature = 'AllocationsComptabilisees' and remplace_par is null and mois between :premier_mois and :debut_mois) l
  group by foyer_id, mois
  having sum(centimes) > 0
) p
left join allocataires.foyer f on f.id = p.foyer_id
left join lateral allocataires.adresse_au(p.foyer_id, (p.mois + interval '1 month')::date - 1) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
