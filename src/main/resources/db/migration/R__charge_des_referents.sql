-- How many persons each référent follows, at a date and today; as it is today, whatever the version. Whom the plan follows outside the RSA takes a place too, once,
-- when no orientation does. An instance that has not come to them yet has none.
do $faire$
declare
  la constant boolean := to_regclass('allocataires.suivi_hors_rsa') is not null;
begin
  execute format($f$
create or replace function orientation.charges_au(au date) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  with suivies as (
    select s.personne_id, case when c.suivi_id is null then s.referent_id else c.avant_id end as referent
    from orientation.suivi s
    join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
    left join (select distinct on (suivi_id) suivi_id, avant_id from orientation.changement_de_referent where le > au order by suivi_id, le, id) c on c.suivi_id = s.id
    where s.notifie_le <= au and s.jusqua > au
      and coalesce((select x.vers from orientation.passage x
                    where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                    order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE')
  select q.referent, count(*)::int from (select personne_id, referent from suivies %s) q
  where q.referent is not null group by 1 $$
$f$, case when la then $h$
    union all select distinct h.personne_id, h.referent_id from allocataires.suivi_hors_rsa h join allocataires.personne p on p.id = h.personne_id and p.fusionnee_dans is null
    where h.retire_le is null and h.depuis <= au and coalesce(h.fin_le, 'infinity') > au and not exists (select from suivies s where s.personne_id = h.personne_id)
$h$ else '' end);
  -- the load of today, of everyone and of a few: everyone she follows counts, also those the agent may not see, and a person found under two names counts once
  execute format($f$
create or replace function orientation.charges_de(referents int[]) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select q.referent_id, count(*)::int from (
    select s.personne_id, s.referent_id from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
    where s.etat = 'EN_COURS' and (referents is null and s.referent_id is not null or s.referent_id = any(referents)) %s) q group by 1 $$
$f$, case when la then $h$
    union all select distinct h.personne_id, h.referent_id from allocataires.suivi_hors_rsa h join allocataires.personne p on p.id = h.personne_id and p.fusionnee_dans is null
    where h.retire_le is null and h.fin_le is null and (referents is null and h.referent_id is not null or h.referent_id = any(referents))
      and not exists (select from orientation.suivi s where s.personne_id = h.personne_id and s.etat = 'EN_COURS')
$h$ else '' end);
end $faire$;
create or replace function orientation.charges() returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, pg_temp as $$ select * from orientation.charges_de(null) $$;
comment on function orientation.charges_de(int[]) is 'Nombre de personnes suivies par chacun de ces référents (tous, sans liste), hors suivis en veille';
revoke all on function orientation.charges_de(int[]) from public;
grant execute on function orientation.charges_de(int[]) to jalon_application;
