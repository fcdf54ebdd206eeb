-- The last day something changed for somebody: what a review says when nothing does, and what the figure counts by age. For whoever follows contacts and sees the person,
-- whatever else she reads: that a frein of health moved one day is a change, though neither what moved nor that it was of health leaves. An instance that has not come to this
-- room yet has nothing to make.
do $faire$ begin if to_regclass('orientation.changement_advenu') is not null then
execute $fonction$
create or replace function accompagnement.derniers_changements(personnes bigint[], au date, zone text) returns table (personne_id bigint, le date) stable language sql
  security definer set search_path = pg_catalog, pg_temp as $$
  with elles as materialized (select array(select p.id from allocataires.personne p where p.id = any(personnes) and habilitations.peut('ACCOMPAGNEMENT')
    and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations())) as ids)
  select c.personne_id, max(c.le) from elles, lateral (
    select s.personne_id, s.notifie_le as le from orientation.suivi s where s.personne_id = any(elles.ids) and s.jusqua > s.notifie_le
    union all select p.personne_id, p.le from orientation.passage p where p.personne_id = any(elles.ids) and p.objet in ('SUIVI', 'REORIENTATION')
    -- without those that a hand-over undid the same day: nobody changed hands
    union all select p.personne_id, p.le from orientation.passage p join orientation.changement_advenu g on g.id = p.objet_id
      where p.personne_id = any(elles.ids) and p.objet = 'REFERENT'
    union all select d.personne_id, (d.faite_le at time zone zone)::date from diagnostic.recommandation d where d.personne_id = any(elles.ids)
    union all select k.personne_id, k.le from diagnostic.constat k where k.personne_id = any(elles.ids)
    union all select q.personne_id, q.le from diagnostic.frein_passage q where q.personne_id = any(elles.ids)
    union all select q.personne_id, q.le from diagnostic.action_passage q where q.personne_id = any(elles.ids)) c
  where c.le <= au group by 1
$$
$fonction$;
comment on function accompagnement.derniers_changements is 'Le dernier jour où quelque chose a changé pour chacune de ces personnes : parcours, référent, réorientation, diagnostic, frein, action';
revoke all on function accompagnement.derniers_changements from public;
grant execute on function accompagnement.derniers_changements to jalon_application;
end if; end $faire$;
