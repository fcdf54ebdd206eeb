-- rang : 110
-- libelle : Allocations versées dans le mois
-- definition : Somme des allocations comptabilisées du mois de la date. Les mouvements au crédit (AJ) s'ajoutent, ceux au débit (DE) se
--   retranchent. Majoré : prestation RSI ; socle : toutes les autres. Territoire et type de foyer sont ceux du dernier jour du mois.
-- source : Fichier financier mensuel (CAF, MSA) : allocations comptabilisées ; plan Ardèche 2026-2029, budget
-- unite : €
-- genre : somme
-- dimensions : PAYEUR, PRESTATION, VERSEMENT, MOIS, TERRITOIRE, FOYER
-- ressources : DOSSIERS, MONTANTS
-- fichiers : paiements
select
  p.foyer_id,
  (select m.personne_id from allocataires.membre m
   where m.foyer_id = p.foyer_id and m.adulte and m.oublie_le = 'infinity' and m.depuis < p.mois + interval '1 month'
   order by m.jusqua > p.mois desc, m.role = 'DEM' desc, m.depuis desc, m.personne_id limit 1) as personne_id,
  case p.sens when 'DE' then -p.montant else p.montant end as mesure,
  p.mois,
  case p.prestation when 'RSI' then 'MAJORE' else 'SOCLE' end as prestation,
  f.fonction_organisme as payeur,
  f.fonction_organisme || case p.prestation when 'RSI' then '-MAJORE' else '-SOCLE' end as versement,
  coalesce(t.nom, 'Hors territoire') as territoire,
  coalesce((select d.type_foyer from allocataires.droit d
            where d.foyer_id = p.foyer_id and d.oublie_le = 'infinity'
              and d.depuis < p.mois + interval '1 month' and d.jusqua >= p.mois + interval '1 month'
            order by d.depuis desc limit 1), 'INCONNU') as foyer
from allocataires.paiement p
left join allocataires.foyer f on f.id = p.foyer_id
left join lateral allocataires.adresse_au(p.foyer_id, (p.mois + interval '1 month')::date - 1) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where p.nature = 'AllocationsComptabilisees' and p.remplace_par is null and p.mois between :premier_mois and :debut_mois
