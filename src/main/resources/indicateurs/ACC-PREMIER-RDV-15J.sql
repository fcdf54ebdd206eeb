-- rang : 450
-- libelle : Part des suivis commencés par une rencontre dans le délai visé (quinze jours)
-- definition : Parmi les suivis commencés dans les douze mois avant la date (première orientation ou réorientation) et dont le délai est fini, part
--   de ceux où la personne a été rencontrée dans le délai, quinze jours ou ce que dit la page Paramètres : notifié le 1er, rencontrée le 16 au plus
--   tard. Une rencontre : au bureau, à domicile, en visioconférence, à l'agenda ; un appel ou un message n'en est pas une. Ceux dont le délai court
--   encore sont dits à part. Un suivi fini ou en veille avant la fin du délai, sans rencontre, n'est pas compté, ni un suivi enregistré dans Jalon
--   après la fin du délai : on n'y sait pas qui a rencontré la personne. Le référent est celui de la date, ou le dernier.
-- source : Suivis, contacts et agenda enregistrés dans Jalon ; délai visé (page Paramètres)
-- unite : %
-- genre : taux
-- dimensions : MOIS, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- lecture : ACCOMPAGNEMENT
-- fenetre : douze_mois
-- fichiers : droits
-- parametres : delai = accompagnement.premier_rendez_vous
-- vide : Aucun suivi dont le délai de première rencontre soit fini n'a commencé dans les douze mois avant cette date.
with debuts as materialized (
  select s.id, s.personne_id, s.notifie_le, s.jusqua, s.parcours, s.organisation_id, s.referent_id, s.saisi_le, s.notifie_le + :delai as limite, v.le as vue_le
  from orientation.suivi s
  join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  left join lateral (
    select min(h.le) as le from accompagnement.echange h -- of accompagnement.contact, rendezvous.entretien, rendezvous.creneau, rendezvous.convocation, rendezvous.session
    where h.personne_id = s.personne_id and h.presence = 'PRESENTE' and h.rencontre and h.le >= s.notifie_le and h.le <= least(s.jusqua, :au)
  ) v on true
  where s.notifie_le <= :au and s.notifie_le > :au::date - interval '12 months' and s.jusqua > s.notifie_le and not s.a_poster
)
select d.personne_id, w.foyer_id, coalesce(d.vue_le <= d.limite, false) as numerateur, d.limite >= :au as en_cours,
  date_trunc('month', d.notifie_le::timestamp)::date as mois, d.parcours, o.nom as organisation,
  coalesce(r.nom || ' (' || o.nom || ')', 'Référent à désigner') as referent, coalesce(t.nom, 'Hors territoire') as territoire
from debuts d
join structures.organisation o on o.id = d.organisation_id
left join lateral (
  select q.suivi_id, q.avant_id from orientation.changement_de_referent q where q.suivi_id = d.id and q.le > :au order by q.le, q.id limit 1
) c on true
left join structures.referent r on r.id = case when c.suivi_id is null then d.referent_id else c.avant_id end
left join allocataires.place_de(array(select distinct personne_id from debuts), :au) w on w.personne_id = d.personne_id -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(w.foyer_id, w.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where coalesce(d.vue_le <= d.limite, false) or d.jusqua > least(d.limite, :au) and (d.saisi_le at time zone :fuseau)::date <= d.limite
  and not exists (select from orientation.passage x where x.personne_id = d.personne_id and x.objet = 'SUIVI' and x.objet_id = d.id and x.vers = 'EN_VEILLE'
    and x.le <= least(d.limite, :au))
