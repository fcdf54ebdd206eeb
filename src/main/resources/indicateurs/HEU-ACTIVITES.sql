-- rang : 515
-- libelle : Heures notées du mois, par activité
-- definition : Heures d'activité du mois des personnes suivies à la date, notées ou prouvées par un rendez-vous ; les formations, contrats en insertion et
--   emplois, que personne ne saisit, n'y sont pas. Une heure corrigée compte une fois. Le mois est celui qui finit à la date ; à une fin de mois, c'est ce
--   mois-là. Une semaine est du mois où tombe son dimanche.
-- source : Contrats d'engagement et heures enregistrés dans Jalon, semaines closes ; L. 5411-6 du code du travail
-- unite : heures
-- genre : somme
-- dimensions : ACTIVITE, TERRITOIRE, PARCOURS, ORGANISATION, REFERENT
-- par : ACTIVITE
-- utilise : suivis
-- lecture : ENGAGEMENTS, SANTE
-- fichiers : droits
select s.*, h.activite, round(h.minutes / 60.0, 2) as mesure from suivis s
join engagement.heure h on h.personne_id = s.personne_id and h.annulee_le is null
  and h.lundi between (:au::date + 1 - interval '1 month')::date - 6 and :au::date - 6
  and not (h.reference is null and exists (select from engagement.heure q where q.personne_id = h.personne_id and q.lundi = h.lundi and q.jour = h.jour
    and q.activite = h.activite and q.reference is not null and q.annulee_le is null))
