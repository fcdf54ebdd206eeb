-- rang : 430
-- libelle : Part des personnes suivies qui ont eu une action dans les douze mois
-- definition : Parmi les personnes dont le suivi est en cours à la date, part de celles dont une action du diagnostic global a commencé ou a été faite dans les
--   douze mois avant. Une action seulement prévue ne compte pas, ni une action retirée.
-- source : Suivis, diagnostics globaux et actions enregistrés dans Jalon ; programme de l'Ain, action 2, bénéficiaires d'une action de levée de frein
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Personne n'est suivi à cette date.
select s.*, exists (
    select from diagnostic.action a join diagnostic.action_passage q on q.objet_id = a.id
    where a.personne_id = s.personne_id and q.vers in ('EN_COURS', 'FAITE') and q.de is distinct from q.vers and q.le <= :au and q.le > :au::date - interval '12 months'
      and not exists (select from diagnostic.action_passage r where r.objet_id = a.id and r.vers = 'RETIREE' and r.le <= :au)) as numerateur,
  false as en_cours
from suivis s
