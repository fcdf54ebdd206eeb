-- How many follow-ups an organisation holds, of the RSA or not: a number, for who holds the structures and reads no person. It may not become an operator while it has one.
create function orientation.suivis_de_l_organisation(organisation int) returns bigint stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from orientation.suivi s where s.organisation_id = suivis_de_l_organisation.organisation and s.etat <> 'CLOS' and habilitations.peut('STRUCTURES') $$;
comment on function orientation.suivis_de_l_organisation(int) is 'Combien de suivis en cours ou en veille tient une organisation';
create function allocataires.suivis_hors_rsa_de(organisation int) returns bigint stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from allocataires.suivi_hors_rsa h where h.organisation_id = suivis_hors_rsa_de.organisation and h.fin_le is null and h.retire_le is null
    and habilitations.peut('STRUCTURES') $$;
comment on function allocataires.suivis_hors_rsa_de(int) is 'Combien de suivis hors RSA en cours tient une organisation';
revoke all on function orientation.suivis_de_l_organisation(int), allocataires.suivis_hors_rsa_de(int) from public;
grant execute on function orientation.suivis_de_l_organisation(int), allocataires.suivis_hors_rsa_de(int) to jalon_application;
