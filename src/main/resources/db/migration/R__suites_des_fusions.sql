-- Two persons found to be one: the rows of a table pass from the one to the other, or come back. With the owner's rights: whoever merges does not read what is
-- sensitive about them, and it follows all the same. Only between two records of one merge, both in the perimeter of an agent who may merge.
--   lignes   null: all of hers but restent, when a merge is made. Otherwise those that moved, when it is undone; where rows keep the person they came from
--            (personne_origine_id), those that came from her or from a record merged into her, what files said since then included
-- Returns the numbers of the rows.
create or replace function allocataires.faire_suivre(quoi regclass, de bigint, vers bigint, lignes bigint[], restent bigint[]) returns bigint[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  par_origine constant boolean := lignes is not null
    and exists (select from pg_attribute a where a.attrelid = quoi and a.attname = 'personne_origine_id' and not a.attisdropped);
  suivies bigint[];
begin
  if not (habilitations.peut('DOUBLONS') and exists (select from allocataires.fusion f where (f.conservee, f.absorbee) in ((vers, de), (de, vers)))
      and (select count(*) from allocataires.personne p where p.id in (de, vers)
        and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations())) = 2) then
    raise exception 'Ces deux personnes ne sont pas réunies, ou pas par cet agent.' using errcode = 'insufficient_privilege';
  end if;
  execute format($ordre$
    with suivies as (
      update %s x set personne_id = p.id, territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
      where p.id = $2 and x.personne_id = $1 and %s and not x.id = any ($4) returning x.id)
    select coalesce(array_agg(id order by id), '{}') from suivies$ordre$, quoi,
    case when par_origine then 'x.personne_origine_id in (select q.id from allocataires.personne q where q.id = $2 or q.fusionnee_dans = $2)'
      else '($3 is null or x.id = any ($3))' end) into suivies using de, vers, lignes, restent;
  return suivies;
end $$;
comment on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) is 'Passe les lignes d''une table d''une fiche à l''autre, pour une fusion ou pour la défaire';
revoke all on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) from public;
grant execute on function allocataires.faire_suivre(regclass, bigint, bigint, bigint[], bigint[]) to jalon_application;
