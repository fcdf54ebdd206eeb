-- Two persons found to be one: the rows of a table pass from the one to the other, or come back. With the owner's rights: whoever merges does not read what is
-- sensitive about them, and it follows all the same. Only between two records of one merge, both in the perimeter of an agent who may merge.
--   lignes   null: all of hers but restent, when a merge is made; when it is undone, the numbers of those that moved
-- Returns the numbers of the rows. Rows that keep the person they came from (personne_origine_id) need none: what came from her, or from a record merged into
-- her, comes back, what files said since then included.
create or replace function allocataires.faire_suivre(quoi regclass, de bigint, vers bigint, lignes bigint[], restent bigint[]) returns bigint[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  suivies bigint[];
begin
  if not (habilitations.peut('DOUBLONS') and exists (select from allocataires.fusion f where (f.conservee, f.absorbee) in ((vers, de), (de, vers)))
      and (select count(*) from allocataires.personne p where p.id in (de, vers)
        and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations())) = 2) then
    raise exception 'Ces deux personnes ne sont pas réunies, ou pas par cet agent.' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from pg_attribute a where a.attrelid = quoi and a.attname = 'personne_origine_id' and not a.attisdropped) then
    execute format('update %s x set personne_id = p.id, territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
      where p.id = $2 and x.personne_id = $1 and ($3 is null or x.personne_origine_id in (select q.id from allocataires.personne q where q.id = $2 or q.fusionnee_dans = $2))', quoi)
      using de, vers, lignes;
    return '{}';
  end if;
  execute format('with suivies as (
      update %s x set personne_id = p.id, territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
      where p.id = $2 and x.personne_id = $1 and ($3 is null or x.id = any ($3)) and not x.id = any ($4) returning x.id)
    select coalesce(array_agg(id order by id), ''{}'') from suivies', quoi) into suivies using de, vers, lignes, restent;
  return suivies;
end $$;
comment on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) is 'Passe les lignes d''une table d''une fiche à l''autre, pour une fusion ou pour la défaire';
revoke all on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) from public;
grant execute on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) to jalon_application;

-- Separated again, each is seen from where she lives: of two foyers, the one that allocataires.situer says. Merged, the one had taken the place of the other. It only
-- writes what is already true elsewhere, so any caller may start it.
create or replace function allocataires.reprendre_sa_place(personnes bigint[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update allocataires.personne p set territoire_id = f.territoire_id from allocataires.situation s join allocataires.foyer f on f.id = s.foyer_id
    where p.id = any (personnes) and p.fusionnee_dans is null and s.personne_id = p.id and p.territoire_id is distinct from f.territoire_id;
  -- known by an agent alone, she lives where he wrote it; the place she had from the files of the other was never hers
  if to_regclass('allocataires.inscription') is not null then
    delete from allocataires.situation s where s.personne_id = any (personnes)
      and exists (select from allocataires.inscription i where i.personne_id = s.personne_id)
      and not exists (select from allocataires.membre m where m.personne_id = s.personne_id and m.oublie_le = 'infinity');
    update allocataires.personne p set territoire_id = k.territoire_id from unnest(personnes) x(id)
      cross join lateral allocataires.adresse_inscrite(x.id) i join structures.commune k on k.code = i.commune
      where p.id = x.id and p.fusionnee_dans is null and p.territoire_id is distinct from k.territoire_id
        and not exists (select from allocataires.membre m where m.personne_id = p.id and m.oublie_le = 'infinity');
  end if;
  perform allocataires.diffuser_perimetre(personnes, '{}');
end $$;
comment on function allocataires.reprendre_sa_place(bigint[]) is 'Après une fusion défaite, remet chaque personne dans le territoire où elle habite';
revoke all on function allocataires.reprendre_sa_place(bigint[]) from public;
grant execute on function allocataires.reprendre_sa_place(bigint[]) to jalon_application;
