-- The present perimeter of a person is repeated on every row about her (row-level security). These functions write it again when it changes. They are
-- here as they are today, whatever the version: a new room has nothing to declare, and nobody copies them to change a word.

-- Every table that repeats the perimeter, in any room, found by its columns.
create or replace function allocataires.tables_a_perimetre(cle text) returns setof regclass stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|public$)'
    and not (n.nspname = 'allocataires' and c.relname in ('personne', 'foyer'))
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territoire_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_ids' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = cle and not a.attisdropped)
    and (cle = 'personne_id' or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped)) $$;

-- Writes allocataires.diffuser_perimetre, one update for each of these tables, after each migration (afterMigrateApplied.sql): found anew at each of its calls, their
-- updates were also planned anew, and to plan them took five times what they do for the few persons of an orientation.
create or replace function allocataires.ecrire_la_diffusion() returns void language plpgsql set search_path = pg_catalog, pg_temp as $generateur$
declare ordres text;
begin
  select string_agg(format($ordre$
  update %s x set territoire_id = s.territoire_id, organisation_ids = s.organisation_ids from allocataires.%s s
    where x.%s = s.id and s.id = any(%s)
      and (x.territoire_id, x.organisation_ids) is distinct from (s.territoire_id, s.organisation_ids);$ordre$, t, source, cle, source || 's'), '' order by source desc, t::text)
    into ordres
  from (values ('personne', 'personne_id'), ('foyer', 'foyer_id')) c(source, cle), allocataires.tables_a_perimetre(c.cle) t;
  execute format($fonction$
create or replace function allocataires.diffuser_perimetre(personnes bigint[], foyers bigint[]) returns void language plpgsql security definer
  set search_path = allocataires, pg_temp as %L$fonction$, E'\nbegin' || ordres || E'\nend');
end $generateur$;
revoke all on function allocataires.ecrire_la_diffusion() from public;
comment on function allocataires.ecrire_la_diffusion() is 'Écrit la fonction qui recopie le périmètre d''une personne ou d''un foyer sur chaque ligne qui en parle';

-- Whom organisations follow, said by the room that keeps follow-ups: they see these persons, and the foyer each lives in now. suivies and organisations, side by side,
-- are all the follow-ups of these persons and of the adults of their foyers. Who follows some of them outside the RSA is known here, and added. Of no use to an agent:
-- sharing a person is what a follow-up does.
create or replace function allocataires.partager(personnes bigint[], suivies bigint[], organisations int[]) returns void language plpgsql
  set search_path = allocataires, pg_temp as $$
declare foyers bigint[];
begin
  if to_regclass('allocataires.suivi_hors_rsa') is not null then
    select suivies || array_agg(h.personne_id), organisations || array_agg(h.organisation_id) into suivies, organisations
    from suivi_hors_rsa h where h.fin_le is null and h.retire_le is null and h.organisation_id is not null and h.personne_id in (
      select unnest(personnes)
      union select a.personne_id from membre m join membre a on a.foyer_id = m.foyer_id and a.adulte and a.jusqua = 'infinity' and a.oublie_le = 'infinity'
        where m.personne_id = any(personnes) and m.adulte and m.oublie_le = 'infinity');
  end if;
  with v as (
    select q.id, s.ids from unnest(personnes) q(id) left join (
      select x.personne_id, array_agg(distinct x.organisation_id order by x.organisation_id) as ids from unnest(suivies, organisations) x(personne_id, organisation_id)
      group by x.personne_id) s on s.personne_id = q.id)
  update personne p set organisation_ids = v.ids from v where p.id = v.id and p.organisation_ids is distinct from v.ids;
  select array_agg(distinct m.foyer_id) into foyers from membre m where m.personne_id = any(personnes) and m.adulte and m.oublie_le = 'infinity';
  with v as (
    select q.id, s.ids from unnest(foyers) q(id) left join (
      select m.foyer_id, array_agg(distinct x.organisation_id order by x.organisation_id) as ids from membre m
      join unnest(suivies, organisations) x(personne_id, organisation_id) on x.personne_id = m.personne_id
      where m.foyer_id = any(foyers) and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity' group by m.foyer_id) s on s.foyer_id = q.id)
  update foyer f set organisation_ids = v.ids from v where f.id = v.id and f.organisation_ids is distinct from v.ids;
  perform diffuser_perimetre(personnes, foyers);
end $$;
comment on function allocataires.partager(bigint[], bigint[], int[]) is 'Donne à ces organisations l''accès aux personnes qu''elles suivent et à leurs foyers, et le retire aux autres';
revoke all on function allocataires.partager(bigint[], bigint[], int[]) from public;

-- A partner sees the persons it follows, and the foyer each lives in now.
create or replace function orientation.recalculer_organisations(personnes bigint[]) returns void language plpgsql security definer
  set search_path = orientation, pg_temp as $$
declare suivies bigint[]; organisations int[];
begin
  select array_agg(s.personne_id), array_agg(s.organisation_id) into suivies, organisations from suivi s where s.etat <> 'CLOS' and s.personne_id in (
    select unnest(personnes)
    union select a.personne_id from allocataires.membre m join allocataires.membre a on a.foyer_id = m.foyer_id and a.adulte and a.jusqua = 'infinity' and a.oublie_le = 'infinity'
      where m.personne_id = any(personnes) and m.adulte and m.oublie_le = 'infinity');
  perform allocataires.partager(personnes, suivies, organisations);
end $$;

-- Communes moved to another territory: the addresses there, the foyers that live there now, their persons, and all their rows follow.
-- The map of territories is today's, also for past dates: figures of two dates compare the same places.
create or replace function allocataires.suivre_les_communes(codes text[]) returns int language plpgsql security definer
  set search_path = allocataires, structures, pg_temp as $$
declare foyers bigint[]; personnes bigint[]; habitants bigint[];
begin
  update allocataires.adresse a set territoire_id_adresse = c.territoire_id from structures.commune c
    where a.commune = any(codes) and c.code = a.commune and a.territoire_id_adresse is distinct from c.territoire_id;
  with change as (
    update allocataires.foyer f set territoire_id = c.territoire_id from allocataires.adresse a join structures.commune c on c.code = a.commune
      where a.commune = any(codes) and a.jusqua = 'infinity' and a.oublie_le = 'infinity' and f.id = a.foyer_id
        and f.territoire_id is distinct from c.territoire_id
      returning f.id)
  select array_agg(id) into foyers from change;
  habitants := array(select distinct m.personne_id from allocataires.membre m where m.foyer_id = any(foyers) and m.jusqua = 'infinity' and m.oublie_le = 'infinity');
  with change as (
    update allocataires.personne p set territoire_id = c.territoire_id from allocataires.place_de(habitants, 'infinity') c
      where p.id = c.personne_id and c.foyer_id = any(foyers) and p.territoire_id is distinct from c.territoire_id
      returning p.id)
  select array_agg(id) into personnes from change;
  -- who is in no foyer lives where an agent wrote it
  if to_regclass('allocataires.inscription') is not null then
    with change as (
      update allocataires.personne p set territoire_id = c.territoire_id from (select distinct i.personne_id from allocataires.inscription i where i.commune = any(codes)) q
        cross join lateral allocataires.adresse_inscrite(q.personne_id) a join structures.commune c on c.code = a.commune
        where p.id = q.personne_id and p.territoire_id is distinct from c.territoire_id
          and not exists (select from allocataires.membre m where m.personne_id = p.id and m.oublie_le = 'infinity')
        returning p.id)
    select personnes || array_agg(id) into personnes from change;
  end if;
  perform allocataires.diffuser_perimetre(personnes, foyers);
  return coalesce(cardinality(personnes), 0);
end $$;

-- Persons followed by one of the agent's organisations. Under row-level security « && » may not use an index: it is not leakproof, and a list of three hundred
-- persons would read the whole Département.
create or replace function allocataires.confiees() returns setof bigint stable security definer rows 300 language sql
  set search_path = allocataires, pg_temp as $$
  select p.id from allocataires.personne p
  where p.organisation_ids <> '{}' and p.organisation_ids && habilitations.organisations() and (habilitations.peut('DOSSIERS')) $$;
comment on function allocataires.confiees() is 'Les personnes que suit une des organisations de l''agent en cours';
revoke all on function allocataires.confiees() from public;
grant execute on function allocataires.confiees() to jalon_application;
