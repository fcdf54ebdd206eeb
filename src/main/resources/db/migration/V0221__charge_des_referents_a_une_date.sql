-- The load of each référent at a date, everyone counted: the territory of a référent's persons may not be the agent's. A number, never a name.
create function orientation.charges_au(au date) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select s.referent_id, count(*)::int from orientation.suivi s
  join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.referent_id is not null and s.notifie_le <= au and (s.fin_le is null or s.fin_le > au)
    and coalesce((select x.vers from orientation.passage x
                  where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                  order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE'
  group by 1 $$;
comment on function orientation.charges_au(date) is 'Nombre de personnes suivies par chaque référent à une date, hors suivis en veille';
revoke all on function orientation.charges_au(date) from public;
grant execute on function orientation.charges_au(date) to jalon_application;
