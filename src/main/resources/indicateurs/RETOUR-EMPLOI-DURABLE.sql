-- rang : 225
-- libelle : Part des personnes qui reprennent un emploi durable dans l'année
-- definition : Parmi les personnes soumises aux droits et devoirs au moins un jour des douze mois avant la date, part de celles qui ont commencé dans ces douze mois un emploi durable
--   (CDI, fonction publique, CDD ou intérim de six mois et plus, activité à son compte), confirmé par un agent. Une personne compte une fois.
-- source : Sorties et suivis enregistrés dans Jalon ; fichier mensuel des bénéficiaires (CAF, MSA)
-- unite : %
-- genre : taux
-- dimensions : PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- par : PARCOURS
-- utilise : soumises_dans_l_annee
-- lecture : SORTIES
-- fichiers : droits
-- vide : Aucune personne n'a été soumise aux droits et devoirs dans les douze mois avant cette date.
select e.*, exists (select from sorties.sortie x where x.personne_id = e.personne_id and x.etat = 'CONFIRMEE' and x.raison in ('EMPLOI', 'INDEPENDANT')
  and x.classe = 'DURABLE' and x.le <= :au and x.le > :au::date - interval '12 months') as numerateur, false as en_cours
from soumises_dans_l_annee e
