-- Names are typed without apostrophe, hyphen nor space: the search key of a name of several words also holds it in one word
-- (« n diaye fatou ndiaye »). New rows are written so by CleDeRecherche.dUnePersonne; these are the rows that were there.
create function pg_temp.mots(texte text) returns int immutable language sql as $$
  select coalesce(cardinality(array_remove(regexp_split_to_array(texte, '[^[:alnum:]]+'), '')), 0) $$;
update allocataires.personne p set recherche = p.recherche || v.colles
from (
  select q.id, concat(
      case when n.nom > 1 then ' ' || array_to_string(m.mots[1:n.nom], '') end,
      case when n.prenom > 1 then ' ' || array_to_string(m.mots[n.nom + 1:n.nom + n.prenom], '') end,
      case when cardinality(m.mots) > n.nom + n.prenom + 1 then ' ' || array_to_string(m.mots[n.nom + n.prenom + 1:], '') end) colles
  from allocataires.personne q
  cross join lateral (select pg_temp.mots(q.nom) nom, pg_temp.mots(q.prenom) prenom) n
  cross join lateral (select string_to_array(q.recherche, ' ') mots) m) v
where v.id = p.id and v.colles <> '';

-- How a word typed is looked for in a search key: anywhere; one or two letters must begin a word, or stick to the word before or after
-- (« de la tour » finds DELATOUR).
create function allocataires.motifs_de_nom(mots text[]) returns table (motifs text[]) immutable language sql as $$
  select case when length(m.mot) > 2 then array['%' || m.mot || '%']
    else array_remove(array[m.mot || '%', '% ' || m.mot || '%',
      case when length(m.mot || s.mot) > 2 then '%' || m.mot || s.mot || '%' end,
      case when length(a.mot || m.mot) > 2 then '%' || a.mot || m.mot || '%' end], null) end
  from unnest(mots) with ordinality m (mot, rang)
  left join unnest(mots) with ordinality s (mot, rang) on s.rang = m.rang + 1
  left join unnest(mots) with ordinality a (mot, rang) on a.rang = m.rang - 1
$$;
comment on function allocataires.motifs_de_nom(text[]) is 'Les formes (LIKE) sous lesquelles chaque mot cherché peut se trouver dans personne.recherche';
grant execute on function allocataires.motifs_de_nom(text[]) to jalon_application;

-- Under row-level security, LIKE may not use the trigram index: it is not leakproof. This function searches with it and applies the
-- perimeter itself. Words are in lower case without accents.
create or replace function allocataires.chercher_par_nom(mots text[]) returns setof bigint language plpgsql stable security definer rows 200
  set search_path = allocataires, public, pg_temp as $$
declare
  condition text;
begin
  if coalesce(cardinality(mots), 0) = 0 or not habilitations.peut('DOSSIERS') then
    return;
  end if;
  select string_agg((select '(' || string_agg(format('p.recherche like %L', motif), ' or ') || ')' from unnest(m.motifs) motif), ' and ')
    into condition from allocataires.motifs_de_nom(mots) m;
  return query execute 'select p.id from allocataires.personne p where p.fusionnee_dans is null and ' || condition
    || ' and ($1 or p.territoire_id = any ($2) or p.organisation_ids && $3)'
    using habilitations.partout(), habilitations.territoires(), habilitations.organisations();
end $$;

-- Equality on a text is leakproof: these serve every agent.
create index personne_telephone on allocataires.personne (telephone) where telephone is not null;
create index personne_courriel on allocataires.personne (courriel) where courriel is not null;
create index personne_identifiant_ft on allocataires.personne (identifiant_ft) where identifiant_ft is not null;
