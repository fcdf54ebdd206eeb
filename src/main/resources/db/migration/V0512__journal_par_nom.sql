-- The traces about a person are searched by the name of the agent too, as all the journal is (V0470).
create or replace function journal.traces_sur(personne bigint, qui text default null, quel_acte text default null, du timestamptz default null, au timestamptz default null,
    foyer bigint default null, ecrans text[] default null, de_sante boolean default null, taille bigint default null, saut bigint default 0) returns setof bigint
  stable language sql security definer set search_path = journal, habilitations, pg_temp as $$
  select t.id from journal.trace t where (t.personne_id = personne or t.personnes @> array[personne]) and (select habilitations.peut('JOURNAL'))
    and (qui is null or t.agent ilike qui or t.agent = any (array(select habilitations.identifiants_de(qui)))) and (quel_acte is null or t.acte = quel_acte)
    and (du is null or t.instant >= du) and (au is null or t.instant < au)
    and (foyer is null or t.foyer_id = foyer) and (ecrans is null or t.ecran = any (ecrans)) and (de_sante is null or t.sante = de_sante)
  order by t.instant desc, t.id desc limit taille offset saut $$;
