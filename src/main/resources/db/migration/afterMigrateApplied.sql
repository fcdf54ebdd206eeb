-- After migrations were applied: what is written from the tables there are now. Without effect on a database whose functions do not know how yet.
do $$ begin
  if to_regprocedure('allocataires.ecrire_la_diffusion()') is not null then
    perform allocataires.ecrire_la_diffusion();
  end if;
end $$;
