-- After migrations were applied: what is written from the tables there are now. Without effect on a database whose functions do not know how yet.
do $$ begin
  if to_regprocedure('habilitations.poser_les_protections()') is not null and to_regclass('habilitations.protection') is not null then
    perform habilitations.poser_les_protections();
  end if;
  if to_regprocedure('allocataires.ecrire_la_diffusion()') is not null then
    perform allocataires.ecrire_la_diffusion();
  end if;
  if to_regprocedure('pilotage.suivre_les_tables()') is not null and to_regclass('pilotage.changement') is not null then
    perform pilotage.suivre_les_tables();
  end if;
  if to_regprocedure('habilitations.permettre_les_passages()') is not null and to_regclass('habilitations.passage_permis') is not null then
    perform habilitations.permettre_les_passages();
  end if;
  if to_regprocedure('echanges.dire_la_provenance()') is not null and to_regclass('allocataires.provenance') is not null
      and not exists (select from pg_trigger where tgrelid = 'echanges.import'::regclass and tgname = 'import_dit_sa_provenance') then
    create trigger import_dit_sa_provenance after insert or delete or update of statut, fichier, format, nature, organisme, date_reference, recu_le, termine_le
      on echanges.import for each row execute function echanges.dire_la_provenance();
    create trigger imports_vides after truncate on echanges.import for each statement execute function echanges.dire_la_provenance();
  end if;
end $$;
