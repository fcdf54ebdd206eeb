-- rang : 300
-- libelle : Nouveaux entrants pas encore orientés
-- definition : Nouveaux entrants reçus à la date ou avant, sans orientation notifiée et pas sortis à cette date. La raison : elle est en pause (droit
--   suspendu, ou plus soumise pour l'instant) ; ou il n'y a pas de diagnostic complet ; ou le diagnostic est fait et la décision reste à prendre ; ou la décision est prise et sa
--   lettre n'est pas encore partie. L'âge du dossier est le nombre de
--   jours depuis la réception, le jour de réception comptant pour un.
-- source : Fichiers des bénéficiaires (CAF, MSA) : nouveaux entrants ; orientations et diagnostics d'entrée enregistrés dans Jalon
-- unite : personnes
-- genre : nombre
-- dimensions : RAISON, AGE_DU_DOSSIER, TERRITOIRE, PAYEUR, SEXE
-- par : RAISON
-- fichiers : droits
select e.personne_id, m.foyer_id, coalesce(m.payeur, 'INCONNU') as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(t.nom, 'Hors territoire') as territoire,
  case when v.etat = 'SUSPENDUE' then 'EN_PAUSE' when v.etat = 'ORIENTEE' then 'LETTRE_A_POSTER'
    when (select r.parcours from diagnostic.recommandation r where r.personne_id = e.personne_id
          and (r.faite_le at time zone :fuseau)::date <= :au order by r.faite_le desc, r.id desc limit 1) is null then 'DIAGNOSTIC_A_FAIRE'
    else 'DECISION_A_PRENDRE' end as raison,
  case when :au::date - e.recu_le < 15 then '1-15' when :au::date - e.recu_le < 31 then '16-31' when :au::date - e.recu_le < 42 then '32-42'
    when :au::date - e.recu_le < 90 then '43-90' else '91+' end as age_du_dossier
from orientation.entree e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
-- where she is at the date, not where she was when she entered
left join lateral allocataires.place_de(array[e.personne_id], :au) m on true -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
cross join lateral (
  -- its state at the date: the last passage by then; before the first, the one it left; without any, what the entry says of itself
  select coalesce((select q.vers from orientation.passage q where q.personne_id = e.personne_id and q.objet = 'ENTREE' and q.objet_id = e.id and q.le <= :au
                   order by q.le desc, q.id desc limit 1),
    (select q.de from orientation.passage q where q.personne_id = e.personne_id and q.objet = 'ENTREE' and q.objet_id = e.id and q.le > :au
     order by q.le, q.id limit 1),
    case when e.etat_depuis <= :au then e.etat else 'EN_ATTENTE' end) as etat
) v
where e.recu_le <= :au
  -- most are long oriented or gone: only those who may still have waited at the date are looked at
  and (e.etat in ('EN_ATTENTE', 'SUSPENDUE') or e.etat_depuis > :au
    or e.etat = 'ORIENTEE' and exists (select from orientation.suivi s where s.entree_id = e.id and (s.notifie_le > :au or s.a_poster and s.jusqua > :au)))
  and (v.etat in ('EN_ATTENTE', 'SUSPENDUE')
    or v.etat = 'ORIENTEE' and exists (select from orientation.suivi s where s.entree_id = e.id and (s.notifie_le > :au or s.a_poster and s.jusqua > :au)))
  and not exists (select from orientation.suivi s where s.entree_id = e.id and s.notifie_le between e.recu_le and :au and not s.a_poster)
