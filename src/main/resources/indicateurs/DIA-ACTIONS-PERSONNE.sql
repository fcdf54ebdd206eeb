-- rang : 436
-- libelle : Actions par personne suivie et par an
-- definition : Nombre moyen d'actions du diagnostic global commencées ou faites dans les douze mois avant la date, par personne dont le suivi est en
--   cours à la date ; qui n'en a pas eu compte pour zéro. Une action seulement prévue ne compte pas, ni une action retirée.
-- source : Suivis, diagnostics globaux et actions enregistrés dans Jalon ; plan Ardèche 2022-2025, § 4.4, nombre d'actions de remobilisation par
--   allocataire et par an
-- unite : actions par personne
-- genre : moyenne
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Personne n'est suivi à cette date.
select s.*, (
    select count(*) from diagnostic.action a
    cross join lateral (select min(q.le) as le from diagnostic.action_passage q where q.objet_id = a.id and q.vers in ('EN_COURS', 'FAITE')) o
    where a.personne_id = s.personne_id and o.le <= :au and o.le > :au::date - interval '12 months'
      and not exists (select from diagnostic.action_passage r where r.objet_id = a.id and r.vers = 'RETIREE' and r.le <= :au))::numeric as mesure
from suivis s
