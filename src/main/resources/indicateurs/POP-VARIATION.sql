-- rang : 90
-- libelle : Personnes dont le droit versable a commencé ou cessé depuis la fin du mois précédent
-- definition : Personnes avec un droit ouvert et versable à la date et pas à la fin du mois précédent (arrivées), ou l'inverse (départs). La
--   raison se lit dans l'état de leur droit à l'autre date. Arrivées moins départs font la variation de POP-DOV sur le mois.
-- source : Fichier mensuel des bénéficiaires (CAF, MSA) : état du droit au début et à la fin du mois
-- unite : personnes
-- genre : nombre
-- dimensions : MOUVEMENT, TERRITOIRE, PAYEUR, SEXE
-- par : MOUVEMENT
-- fichiers : deux_mois
with bouge as (
  -- only foyers where a right or an adult changed in the month are looked at
  select foyer_id from allocataires.droit
  where oublie_le = 'infinity' and (depuis >= :debut_mois and depuis <= :au or jusqua >= :debut_mois and jusqua <= :au)
  union
  select foyer_id from allocataires.membre
  where oublie_le = 'infinity' and adulte and (depuis >= :debut_mois and depuis <= :au or jusqua >= :debut_mois and jusqua <= :au)
), situation as (
  select q.personne_id,
    (select array[d.etat, d.foyer_id::text] from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity'
       and d.depuis < :debut_mois and d.jusqua >= :debut_mois
     where m.personne_id = q.personne_id and m.adulte and m.oublie_le = 'infinity' and m.depuis < :debut_mois and m.jusqua >= :debut_mois
     order by d.etat = '2' desc, d.etat in ('3', '4') desc, d.foyer_id desc limit 1) as avant,
    (select array[d.etat, d.foyer_id::text] from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity'
       and d.depuis <= :au and d.jusqua > :au
     where m.personne_id = q.personne_id and m.adulte and m.oublie_le = 'infinity' and m.depuis <= :au and m.jusqua > :au
     order by d.etat = '2' desc, d.etat in ('3', '4') desc, d.foyer_id desc limit 1) as apres
  from (select distinct m.personne_id from bouge b join allocataires.membre m on m.foyer_id = b.foyer_id and m.adulte and m.oublie_le = 'infinity'
        and m.depuis <= :au and m.jusqua >= :debut_mois) q
)
select
  p.id as personne_id, f.id as foyer_id,
  case when v.apres[1] = '2' then
    case when v.avant[1] in ('3', '4') then 'ARRIVEE_REPRISE' when v.avant[1] in ('5', '6', 'ABSENT') then 'ARRIVEE_RETOUR' else 'ARRIVEE_NOUVELLE' end
  else
    case when v.apres[1] in ('3', '4') then 'DEPART_SUSPENSION' when v.apres[1] = 'ABSENT' then 'DEPART_ABSENT'
         when v.apres[1] is null then 'DEPART_FOYER' else 'DEPART_CLOTURE' end
  end as mouvement,
  f.fonction_organisme as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce((select t.nom from allocataires.adresse a join structures.territoire t on t.id = a.territoire_id_adresse
            where a.foyer_id = f.id and a.oublie_le = 'infinity' and a.depuis <= :au and a.jusqua >= :debut_mois
            order by a.depuis desc limit 1), 'Hors territoire') as territoire
from situation v
join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
join allocataires.foyer f on f.id = coalesce(case when v.apres[1] = '2' then v.apres[2] else v.avant[2] end, v.apres[2])::bigint
where coalesce(v.avant[1] = '2', false) <> coalesce(v.apres[1] = '2', false)
