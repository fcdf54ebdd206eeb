-- The perimeter written on a row is the one of the person or the foyer it speaks of, never the one an agent's session claims: a row about
-- somebody out of her perimeter cannot be written by calling it hers (row-level security checks the row after this trigger).
create function habilitations.recopier_perimetre() returns trigger language plpgsql set search_path = allocataires, pg_temp as $$
declare p record;
begin
  -- under the agent's own row-level security: whom she does not see is not found
  if tg_argv[0] = 'personne' then
    select territoire_id, organisation_ids into p from allocataires.personne where id = new.personne_id;
  else
    select territoire_id, organisation_ids into p from allocataires.foyer where id = new.foyer_id;
  end if;
  if not found then
    raise exception 'Cette personne ne fait pas partie du périmètre de l''agent.' using errcode = 'insufficient_privilege';
  end if;
  new.territoire_id := p.territoire_id;
  new.organisation_ids := p.organisation_ids;
  return new;
end $$;
comment on function habilitations.recopier_perimetre() is 'Écrit sur chaque ligne le périmètre de la personne ou du foyer dont elle parle';
do $$
declare t text;
begin
  foreach t in array array['allocataires.identite_precedente', 'allocataires.membre', 'allocataires.ressource', 'orientation.entree', 'orientation.suivi',
      'orientation.passage', 'echeances.echeance'] loop
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on %s for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t);
  end loop;
  foreach t in array array['droit', 'adresse', 'montant', 'paiement', 'creance'] loop
    execute format('create trigger a_perimetre_recopie before insert or update of foyer_id, territoire_id, organisation_ids on allocataires.%s for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''foyer'')', t);
  end loop;
end $$;
-- Sharing a person with an organisation is what a follow-up does (orientation.recalculer_organisations), not a column an agent writes.
revoke update (organisation_ids) on allocataires.personne, allocataires.foyer, allocataires.droit, allocataires.adresse, allocataires.montant,
  allocataires.paiement, allocataires.creance, allocataires.membre, allocataires.ressource from jalon_application;

-- A person merged into another keeps her old name on a row of her own: that row follows the perimeter of the person kept.
create index personne_fusionnee on allocataires.personne (fusionnee_dans) where fusionnee_dans is not null;
create function allocataires.fusion_prend_le_perimetre() returns trigger language plpgsql security definer set search_path = allocataires, pg_temp as $$
begin
  select territoire_id, organisation_ids into new.territoire_id, new.organisation_ids from personne where id = new.fusionnee_dans;
  return new;
end $$;
create trigger personne_fusion_perimetre before update of fusionnee_dans on allocataires.personne for each row
  when (new.fusionnee_dans is not null and old.fusionnee_dans is distinct from new.fusionnee_dans)
  execute function allocataires.fusion_prend_le_perimetre();
create function allocataires.fusions_suivent_le_perimetre() returns trigger language plpgsql security definer set search_path = allocataires, pg_temp as $$
declare fusionnees bigint[];
begin
  with f as (
    update personne set territoire_id = new.territoire_id, organisation_ids = new.organisation_ids where fusionnee_dans = new.id returning id)
  select array_agg(id) into fusionnees from f;
  if new.fusionnee_dans is not null then
    fusionnees := fusionnees || new.id;
  end if;
  if fusionnees is not null then
    perform allocataires.diffuser_perimetre(fusionnees, '{}');
  end if;
  return null;
end $$;
create trigger personne_fusionnees_suivent after update on allocataires.personne for each row
  when (old.territoire_id is distinct from new.territoire_id or old.organisation_ids is distinct from new.organisation_ids
        or old.fusionnee_dans is distinct from new.fusionnee_dans)
  execute function allocataires.fusions_suivent_le_perimetre();
