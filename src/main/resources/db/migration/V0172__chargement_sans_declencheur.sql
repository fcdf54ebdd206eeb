-- Facts are written by the loader alone, through the owner's door: agents may not insert them, so nothing needs to watch their insertion.
-- A row trigger before insert, even one that never fires, forbids PostgreSQL to write a COPY by pages.
do $$
declare t text;
begin
  foreach t in array array['droit', 'adresse', 'montant', 'paiement', 'creance', 'identite_precedente', 'membre', 'ressource'] loop
    execute format('drop trigger a_perimetre_recopie on allocataires.%I', t);
    execute format('revoke insert on allocataires.%I from jalon_application', t);
  end loop;
  -- a merge moves these two to the person kept
  foreach t in array array['membre', 'ressource'] loop
    execute format('create trigger a_perimetre_recopie before update of personne_id, territoire_id, organisation_ids on allocataires.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t);
  end loop;
end $$;
