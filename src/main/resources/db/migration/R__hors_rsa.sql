-- Who is registered by an agent, her identity corrected, her registration taken back. With the owner's rights: agents write nobody's name, and nothing else here would
-- let them. Each looks at the resource and at the perimeter of the agent at work, and touches only who is known by an agent alone (docs/decisions/0028).

-- True when a person of that place, or followed by these organisations, is in what the agent at work may register.
create or replace function allocataires.peut_inscrire(territoire int, organisations int[]) returns boolean stable language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  return habilitations.peut('HORS_RSA') and (habilitations.partout() or coalesce(territoire = any (habilitations.territoires()), false)
    or coalesce(organisations && habilitations.organisations(), false));
end $$;
comment on function allocataires.peut_inscrire(int, int[]) is 'Vrai si l''agent en cours peut inscrire une personne de ce territoire, ou suivie par ces organisations';

-- True when she was registered by an agent, and no file has said a word of her: her identity is then the agents' to correct.
create or replace function allocataires.tenue_par_les_agents(personne bigint) returns boolean stable language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from allocataires.inscription i where i.personne_id = personne)
    and exists (select from allocataires.personne p where p.id = personne and p.import_id is null and p.fusionnee_dans is null)
    and not exists (select from allocataires.membre m where m.personne_id = personne);
end $$;
comment on function allocataires.tenue_par_les_agents(bigint) is 'Vrai tant qu''aucun fichier ne parle d''une personne inscrite par un agent';

-- What both write: name, birth name, first name, civilité, sexe, birth date, search key; address, postcode, commune.
create or replace function allocataires.inscrire(nom text, nom_naissance text, prenom text, civilite text, sexe smallint, naissance date, recherche text, telephone text,
  courriel text, lignes text, code_postal text, commune text, organisation int, informee_le date, quand timestamptz) returns bigint language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  t constant int := (select c.territoire_id from structures.commune c where c.code = inscrire.commune);
  o constant int[] := case when organisation is null then null else array[organisation] end;
  elle constant bigint := nextval('allocataires.personne_seq');
begin
  if not allocataires.peut_inscrire(t, o) then
    raise exception 'Cette personne n''est pas dans le périmètre de l''agent.' using errcode = 'insufficient_privilege';
  end if;
  insert into allocataires.personne (id, nom, nom_naissance, prenom, civilite, sexe, date_naissance, telephone, courriel, recherche, territoire_id, organisation_ids, creee_le)
    values (elle, nom, nom_naissance, prenom, civilite, sexe, naissance, telephone, courriel, recherche, t, o, quand);
  insert into allocataires.inscription (personne_id, lignes, code_postal, commune, informee_le, inscrite_par, inscrite_le, territoire_id, organisation_ids)
    values (elle, lignes, code_postal, commune, informee_le, habilitations.agent(), quand, t, o);
  return elle;
end $$;
comment on function allocataires.inscrire(text, text, text, text, smallint, date, text, text, text, text, text, text, int, date, timestamptz) is
  'Inscrit une personne qu''aucun fichier ne fait connaître';

create or replace function allocataires.corriger_une_inscription(personne bigint, nom text, nom_naissance text, prenom text, civilite text, sexe smallint, naissance date,
  recherche text, lignes text, code_postal text, commune text, quand timestamptz) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t constant int := (select c.territoire_id from structures.commune c where c.code = corriger_une_inscription.commune);
begin
  perform from allocataires.personne p where p.id = personne for no key update;
  if not allocataires.tenue_par_les_agents(personne)
      or not (select allocataires.peut_inscrire(p.territoire_id, p.organisation_ids) from allocataires.personne p where p.id = personne) then
    raise exception 'Cette fiche n''est pas à corriger par cet agent.' using errcode = 'insufficient_privilege';
  end if;
  insert into allocataires.identite_precedente (personne_id, jusquau, nom, nom_naissance, prenom, autres_prenoms, civilite, sexe, date_naissance, commune_naissance,
      nir_provisoire, territoire_id, organisation_ids)
    select p.id, quand, p.nom, p.nom_naissance, p.prenom, p.autres_prenoms, p.civilite, p.sexe, p.date_naissance, p.commune_naissance, p.nir_provisoire,
      p.territoire_id, p.organisation_ids
    from allocataires.personne p where p.id = personne and (p.nom, p.nom_naissance, p.prenom, p.date_naissance)
      is distinct from (corriger_une_inscription.nom, corriger_une_inscription.nom_naissance, corriger_une_inscription.prenom, naissance);
  update allocataires.personne p set nom = corriger_une_inscription.nom, nom_naissance = corriger_une_inscription.nom_naissance,
      prenom = corriger_une_inscription.prenom, civilite = corriger_une_inscription.civilite, sexe = corriger_une_inscription.sexe, date_naissance = naissance,
      recherche = corriger_une_inscription.recherche, territoire_id = t where p.id = personne;
  update allocataires.inscription i set lignes = corriger_une_inscription.lignes, code_postal = corriger_une_inscription.code_postal,
      commune = corriger_une_inscription.commune
    where i.id = (select q.id from allocataires.inscription q where q.personne_id = personne order by q.inscrite_le desc, q.id desc limit 1);
  perform allocataires.diffuser_perimetre(array[personne], '{}');
end $$;
comment on function allocataires.corriger_une_inscription(bigint, text, text, text, text, smallint, date, text, text, text, text, timestamptz) is
  'Corrige l''identité et l''adresse d''une personne que seuls des agents ont fait connaître';

-- Taken back by who wrote it, while nothing else rests on it: the record goes, as if it had never been. Returns false when something does: nothing is done.
create or replace function allocataires.retirer_une_inscription(personne bigint) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  autre boolean;
begin
  perform from allocataires.personne p where p.id = personne for update;
  if not allocataires.tenue_par_les_agents(personne)
      or exists (select from allocataires.inscription i where i.personne_id = personne and i.inscrite_par is distinct from habilitations.agent())
      or not (select allocataires.peut_inscrire(p.territoire_id, p.organisation_ids) from allocataires.personne p where p.id = personne) then
    raise exception 'Cette inscription n''est pas à retirer par cet agent.' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from allocataires.fusion f where personne in (f.conservee, f.absorbee))
      or (select count(*) from allocataires.suivi_hors_rsa h where h.personne_id = personne) > 1 then
    return false;
  end if;
  for t in select x.quoi from allocataires.tables_a_perimetre('personne_id') x(quoi)
      where x.quoi not in ('allocataires.inscription'::regclass, 'allocataires.suivi_hors_rsa'::regclass, 'allocataires.identite_precedente'::regclass) loop
    execute format('select exists (select from %s where personne_id = $1)', t.quoi) into autre using personne;
    if autre then
      return false;
    end if;
  end loop;
  delete from allocataires.doublon d where personne in (d.personne_a, d.personne_b);
  delete from allocataires.suivi_hors_rsa h where h.personne_id = personne;
  delete from allocataires.inscription i where i.personne_id = personne;
  delete from allocataires.identite_precedente i where i.personne_id = personne;
  delete from allocataires.personne p where p.id = personne;
  return true;
end $$;
comment on function allocataires.retirer_une_inscription(bigint) is 'Retire une inscription faite par erreur, tant que rien d''autre n''y tient';

-- Whether somebody is followed outside the RSA today: what is refused for want of a right is not, to her.
create or replace function allocataires.suivie_hors_rsa(personne bigint) returns boolean stable language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from allocataires.suivi_hors_rsa h where h.personne_id = personne and h.fin_le is null and h.retire_le is null);
end $$;
comment on function allocataires.suivie_hors_rsa(bigint) is 'Vrai si la personne est suivie hors RSA aujourd''hui';

-- Where who is in no foyer lives, as agents wrote it; of two registrations that a merge brought together, the last.
create or replace function allocataires.adresse_inscrite(personne bigint) returns table (lignes text, code_postal text, commune text) stable language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  return query select i.lignes, i.code_postal, i.commune from allocataires.inscription i where i.personne_id = personne order by i.inscrite_le desc, i.id desc limit 1;
end $$;
comment on function allocataires.adresse_inscrite(bigint) is 'L''adresse qu''un agent a écrite pour une personne inscrite hors RSA';

revoke all on function allocataires.peut_inscrire(int, int[]), allocataires.tenue_par_les_agents(bigint),
  allocataires.inscrire(text, text, text, text, smallint, date, text, text, text, text, text, text, int, date, timestamptz),
  allocataires.corriger_une_inscription(bigint, text, text, text, text, smallint, date, text, text, text, text, timestamptz),
  allocataires.retirer_une_inscription(bigint), allocataires.suivie_hors_rsa(bigint), allocataires.adresse_inscrite(bigint) from public;
grant execute on function allocataires.tenue_par_les_agents(bigint),
  allocataires.inscrire(text, text, text, text, smallint, date, text, text, text, text, text, text, int, date, timestamptz),
  allocataires.corriger_une_inscription(bigint, text, text, text, text, smallint, date, text, text, text, text, timestamptz),
  allocataires.retirer_une_inscription(bigint), allocataires.suivie_hors_rsa(bigint), allocataires.adresse_inscrite(bigint) to jalon_application;

-- What holds a person whom a spreadsheet made known, when it is undone: what other rooms keep of her, and here what agents wrote.
create or replace function allocataires.tenu_ailleurs(personnes bigint[]) returns table (personne bigint, quoi text) stable language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare t record;
begin
  for t in
    select c.oid::regclass as lieu, rtrim(split_part(split_part(coalesce(obj_description(c.oid, 'pg_class'), c.relname), ' RGPD', 1), ':', 1), ' .') as nom
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped
    where c.relkind = 'r' and n.nspname not in ('journal', 'pg_catalog', 'information_schema')
      and (n.nspname <> 'allocataires' or c.relname in ('inscription', 'suivi_hors_rsa'))
      and not (n.nspname = 'echanges' and c.relname = 'tableur_ligne')
      and not (n.nspname = 'orientation' and c.relname in ('entree', 'suivi', 'passage')) and not (n.nspname = 'echeances' and c.relname = 'echeance')
  loop
    return query execute format('select distinct x.personne_id, %L::text from %s x where x.personne_id = any ($1)', t.nom, t.lieu) using personnes;
  end loop;
end $$;
revoke all on function allocataires.tenu_ailleurs(bigint[]) from public;
