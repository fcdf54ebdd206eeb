-- How many persons each référent follows at a date; as it is today, whatever the version.
create or replace function orientation.charges_au(au date) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select q.referent, count(*)::int from (
    select case when c.suivi_id is null then s.referent_id else c.avant_id end as referent
    from orientation.suivi s
    join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
    left join (select distinct on (suivi_id) suivi_id, avant_id from orientation.changement_de_referent where le > au order by suivi_id, le, id) c on c.suivi_id = s.id
    where s.notifie_le <= au and s.jusqua > au
      and coalesce((select x.vers from orientation.passage x
                    where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                    order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE') q
  where q.referent is not null group by 1 $$;

-- The load of today, of everyone and of a few: everyone she follows counts, also those the agent may not see, and a person found under two names counts once.
create or replace function orientation.charges() returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select s.referent_id, count(*)::int from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.etat = 'EN_COURS' and s.referent_id is not null group by 1 $$;

-- The same for a few référents only: those of a list of persons to orient, not everyone of the Département.
create or replace function orientation.charges_de(referents int[]) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select s.referent_id, count(*)::int from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.etat = 'EN_COURS' and s.referent_id = any(referents) group by 1 $$;
comment on function orientation.charges_de(int[]) is 'Nombre de personnes suivies par chacun de ces référents, hors suivis en veille';
revoke all on function orientation.charges_de(int[]) from public;
grant execute on function orientation.charges_de(int[]) to jalon_application;
