-- The traces about a person, by pages and filtered where the index is: a person shown a hundred thousand times does not bring them all back.
drop function journal.traces_sur(bigint);
create function journal.traces_sur(personne bigint, qui text default null, quel_acte text default null, du timestamptz default null, au timestamptz default null,
    foyer bigint default null, ecrans text[] default null, de_sante boolean default null, taille bigint default null, saut bigint default 0) returns setof bigint
  stable language sql security definer set search_path = journal, habilitations, pg_temp as $$
  select t.id from journal.trace t where (t.personne_id = personne or t.personnes @> array[personne]) and (select habilitations.peut('JOURNAL'))
    and (qui is null or t.agent ilike qui) and (quel_acte is null or t.acte = quel_acte) and (du is null or t.instant >= du) and (au is null or t.instant < au)
    and (foyer is null or t.foyer_id = foyer) and (ecrans is null or t.ecran = any (ecrans)) and (de_sante is null or t.sante = de_sante)
  order by t.instant desc, t.id desc limit taille offset saut $$;
comment on function journal.traces_sur(bigint, text, text, timestamptz, timestamptz, bigint, text[], boolean, bigint, bigint) is 'Les traces qui parlent d''une personne ou qui l''ont montrée dans une liste, les dernières d''abord, pour qui lit le journal';
revoke all on function journal.traces_sur(bigint, text, text, timestamptz, timestamptz, bigint, text[], boolean, bigint, bigint) from public;
grant execute on function journal.traces_sur(bigint, text, text, timestamptz, timestamptz, bigint, text[], boolean, bigint, bigint) to jalon_application;
