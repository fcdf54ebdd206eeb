-- rang : 486
-- libelle : Part des personnes en portefeuille intensif vues dans le rythme
-- definition : Parmi les personnes en portefeuille intensif à la date et depuis quatre semaines au moins, part de celles qui ont eu, ces quatre semaines,
--   des contacts autant de jours différents que le rythme le demande : quatre quand il est de sept jours (page Paramètres). Un appel ou un message
--   compte ; un contact essayé sans elle, non ; un contact retiré ne compte plus.
-- source : Entrées en portefeuille intensif, contacts et agenda enregistrés dans Jalon ; rythme (page Paramètres) ; plan Ardèche 2026-2029, § 1.2
-- unite : %
-- genre : taux
-- dimensions : ORGANISATION, REFERENT, TERRITOIRE, PARCOURS
-- utilise : suivis
-- lecture : INTENSIF, ACCOMPAGNEMENT
-- parametres : rythme = accompagnement.rythme_intensif
-- fichiers : droits
-- vide : Personne n'est en portefeuille intensif depuis quatre semaines à cette date.
select s.*, (
    select count(distinct h.le) from accompagnement.echange h -- of accompagnement.contact, rendezvous.entretien, rendezvous.creneau, rendezvous.convocation, rendezvous.session
    where h.personne_id = s.personne_id and h.presence = 'PRESENTE' and h.le <= :au and h.le > :au::date - 28) >= greatest(1, 28 / :rythme) as numerateur,
  false as en_cours
from suivis s -- of accompagnement.intensif, structures.referent_periode, allocataires.suivi_hors_rsa
where s.personne_id in (select i.personne_id from accompagnement.intensifs_au(:au) i where i.referent_id = s.referent_id and i.entre_le <= :au::date - 28)
