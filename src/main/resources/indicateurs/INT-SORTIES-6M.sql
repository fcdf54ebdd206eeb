-- rang : 487
-- libelle : Part des personnes qui ne sont plus au RSA 6 mois après leur entrée en portefeuille intensif
-- definition : Parmi les personnes entrées une première fois en portefeuille intensif dont le mois de l'entrée, plus 6 mois, a fini dans les douze mois avant
--   la date, et dont le droit était ouvert la veille du mois de l'entrée, part de celles dont le droit n'est plus ouvert (versable ou suspendu) dans
--   aucun foyer à la fin de ce sixième mois. Ne plus être au RSA n'est pas avoir un emploi. Les personnes déjà suivies quand Jalon a commencé à tenir
--   les entrées ne sont pas comptées. Le mois est celui de l'entrée ; le territoire, celui de l'adresse à la veille de ce mois. La page Portefeuilles
--   intensifs les compare à d'autres qui leur ressemblent.
-- source : Entrées en portefeuille intensif enregistrées dans Jalon ; fichier mensuel des bénéficiaires (CAF, MSA) ; plan Ardèche 2026-2029, focus 1,
--   « 42 % des bénéficiaires ne perçoivent plus le RSA 12 mois après »
-- unite : %
-- genre : taux
-- dimensions : MOIS, ORGANISATION, REFERENT, TERRITOIRE, SEXE
-- lecture : INTENSIF
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune personne entrée en portefeuille intensif dont ces 6 mois aient fini dans les douze mois avant cette date.
with premieres as (
  select distinct on (i.personne_id) i.personne_id, i.referent_id, i.reprise, date_trunc('month', i.entre_le::timestamp)::date as mois,
    (date_trunc('month', i.entre_le::timestamp) + interval '7 months')::date - 1 as terme
  from accompagnement.intensif i where i.etat <> 'ANNULEE' order by i.personne_id, i.entre_le, i.id
)
select e.personne_id, v.foyer_id, e.mois, not coalesce(w.presente and w.adulte and allocataires.est_ouvert(w.etat), false) as numerateur, false as en_cours,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, o.nom as organisation, r.nom || ' (' || o.nom || ')' as referent,
  coalesce(t.nom, 'Hors territoire') as territoire
from premieres e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join structures.referent r on r.id = e.referent_id
join structures.organisation o on o.id = r.organisation_id
join lateral allocataires.place_de(array[e.personne_id], e.mois - 1) v on v.presente and v.adulte and allocataires.est_ouvert(v.etat) -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.place_de(array[e.personne_id], e.terme) w on true
left join lateral allocataires.adresse_au(v.foyer_id, e.mois - 1) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where not e.reprise and e.terme <= :au and e.terme > :au::date - interval '12 months'
