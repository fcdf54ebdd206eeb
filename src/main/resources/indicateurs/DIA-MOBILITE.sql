-- rang : 432
-- libelle : Part des personnes au frein de mobilité qui ont eu une action pour le lever
-- definition : Parmi les personnes dont un frein de mobilité s'est ouvert ou rouvert dans les douze mois avant la date, part de celles qui ont eu depuis, avant la
--   date, au moins une action de mobilité commencée ou faite. Une action seulement prévue ne compte pas, ni une action retirée. Le plan demande aussi qui
--   a ensuite repris un emploi : les emplois ne sont pas encore dans Jalon, ce chiffre ne le dit pas. Une personne suivie hors RSA, qu'aucun fichier
--   n'a fait connaître, n'y compte pas.
-- source : Diagnostics globaux et actions enregistrés dans Jalon ; plan Ardèche 2026-2029, § 4.4, frein de mobilité, action, retour à l'emploi
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, MOIS, SEXE
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun frein de mobilité ne s'est ouvert dans les douze mois avant cette date.
select f.personne_id, m.foyer_id, date_trunc('month', f.le::timestamp)::date as mois,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire,
  exists (
    select from diagnostic.action a join diagnostic.action_passage q on q.objet_id = a.id
    where a.personne_id = f.personne_id and a.theme = 'MOBILITE' and q.vers in ('EN_COURS', 'FAITE') and q.de is distinct from q.vers and q.le between f.le and :au
      and not exists (select from diagnostic.action_passage r where r.objet_id = a.id and r.vers = 'RETIREE' and r.le <= :au)) as numerateur,
  false as en_cours
from (
  select x.personne_id, max(q.le) as le from diagnostic.frein x join diagnostic.frein_passage q on q.objet_id = x.id
  where x.theme = 'MOBILITE' and q.vers = 'OUVERT' and (q.de is null or q.de = 'LEVE') and q.le <= :au and q.le > :au::date - interval '12 months' group by 1
) f
join allocataires.personne p on p.id = f.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[f.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
