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
  select q.personne_id, allocataires.etat_du_droit(x.etat) as avant, x.foyer_id as foyer_avant, x.payeur as payeur_avant,
    allocataires.etat_du_droit(y.etat) as apres, y.foyer_id as foyer_apres, y.payeur as payeur_apres,
    coalesce(allocataires.est_verse(x.etat), false) as versee_avant, coalesce(allocataires.est_verse(y.etat), false) as versee_apres
  from (select distinct m.personne_id from bouge b join allocataires.membre m on m.foyer_id = b.foyer_id and m.adulte and m.oublie_le = 'infinity'
        and m.depuis <= :au and m.jusqua >= :debut_mois) q
  left join lateral allocataires.place_de(array[q.personne_id], :debut_mois::date - 1) x on x.presente and x.adulte
  left join lateral allocataires.place_de(array[q.personne_id], :au) y on y.presente and y.adulte
)
select
  p.id as personne_id, l.foyer_id,
  case when v.versee_apres then
    case v.avant when 'SUSPENDU' then 'ARRIVEE_REPRISE' when 'FERME' then 'ARRIVEE_RETOUR' when 'ABSENT' then 'ARRIVEE_RETOUR' else 'ARRIVEE_NOUVELLE' end
  else
    case when v.foyer_apres is null then 'DEPART_FOYER' when v.apres = 'SUSPENDU' then 'DEPART_SUSPENSION' when v.apres = 'ABSENT' then 'DEPART_ABSENT' else 'DEPART_CLOTURE' end
  end as mouvement,
  l.payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(t.nom, 'Hors territoire') as territoire
from situation v
-- where her right is or was paid: who arrives counts where she is, who leaves where she was
cross join lateral (select case when v.versee_apres then v.foyer_apres else v.foyer_avant end as foyer_id,
  case when v.versee_apres then v.payeur_apres else v.payeur_avant end as payeur, case when v.versee_apres then :au else :debut_mois::date - 1 end as jour) l
join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
left join lateral allocataires.adresse_au(l.foyer_id, l.jour) a on true -- of allocataires.adresse, allocataires.foyer
left join structures.territoire t on t.id = a.territoire_id
where v.versee_avant <> v.versee_apres
