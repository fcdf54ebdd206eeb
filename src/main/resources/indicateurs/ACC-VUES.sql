-- rang : 460
-- libelle : Part des personnes suivies vues dans le mois
-- definition : Parmi les personnes dont le suivi est en cours à la date et l'était déjà au premier jour du mois qui finit à cette date, sans veille
--   entre les deux, part de celles vues au moins une fois pendant ce mois : au bureau, à domicile, en visioconférence, à l'agenda, par hasard. Un
--   appel ou un message ne suffit pas, ni un rendez-vous où elle n'est pas venue. À une fin de mois, c'est ce mois-là ; à une autre date, il commence
--   le lendemain du même jour du mois d'avant. Un contact compte le jour où il a eu lieu ; retiré, il ne compte plus.
-- source : Suivis, contacts et agenda enregistrés dans Jalon ; plan Ardèche 2026-2029, § 1.2, « des points sont prévus tous les mois »
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : ACCOMPAGNEMENT
-- fichiers : droits
-- vide : Personne n'est suivi depuis un mois à cette date.
select s.*, exists (
    select from accompagnement.echange h -- of accompagnement.contact, rendezvous.entretien, rendezvous.creneau, rendezvous.convocation, rendezvous.session
    where h.personne_id = s.personne_id and h.presence = 'PRESENTE' and h.rencontre and h.le <= :au and h.le >= :au::date + 1 - interval '1 month') as numerateur,
  false as en_cours
from suivis s
where exists (select from orientation.suivi d where d.personne_id = s.personne_id and d.notifie_le <= :au::date + 1 - interval '1 month'
    and d.jusqua > :au::date + 1 - interval '1 month')
  -- awake at the date, and no sleep began or ended in the month: she was awake all along
  and not exists (select from orientation.passage x where x.personne_id = s.personne_id and x.objet = 'SUIVI' and 'EN_VEILLE' in (x.de, x.vers)
    and x.le <= :au and x.le > :au::date + 1 - interval '1 month')
