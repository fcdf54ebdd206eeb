-- rang : 504
-- libelle : Part des contrats d'engagement renouvelés
-- definition : Parmi les contrats arrivés à leur dernier jour dans les douze mois avant la date, dont la personne est encore suivie à la date, part de ceux qui ont une suite signée par les deux à la date. Un
--   contrat clos, suspendu ou refusé avant son dernier jour n'y compte pas.
-- source : Suivis et contrats enregistrés dans Jalon
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
-- vide : Aucun contrat n'est arrivé à son dernier jour dans les douze mois avant cette date.
select s.*, exists (select from engagement.version n join engagement.contrat k on k.id = n.contrat_id and k.etat <> 'ECARTE'
    where n.etat = 'SIGNEE' and n.signee_le <= :au and n.personne_id = s.personne_id and (n.contrat_id = c.id and n.numero > v.numero or k.precedent_id = c.id)) as numerateur,
  false as en_cours
from suivis s
join engagement.contrat c on c.personne_id = s.personne_id and c.etat <> 'ECARTE'
join engagement.version v on v.contrat_id = c.id and v.etat = 'SIGNEE' and v.signee_le <= :au and v.jusqu_au <= :au and v.jusqu_au > :au::date - interval '12 months'
where (select x.vers from engagement.passage x where x.objet_id = c.id and x.le <= v.jusqu_au order by x.le desc, x.id desc limit 1) = 'SIGNE'
  -- an amendment, or another orientation, replaced it before its end
  and not exists (select from engagement.version w where w.contrat_id = c.id and w.etat = 'SIGNEE' and w.numero > v.numero and w.cause in ('AVENANT', 'REORIENTATION')
    and w.signee_le <= v.jusqu_au and w.depuis <= v.jusqu_au)
