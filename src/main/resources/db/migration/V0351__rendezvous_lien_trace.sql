-- The journal tells that a person opened her link: whose code it is, and nothing else, for who holds the code.
create function rendezvous.personne_du_code(code_recu text) returns bigint stable language sql security definer set search_path = rendezvous, pg_temp as $$
  select c.personne_id from convocation c where c.code_empreinte = sha256(convert_to(code_recu, 'UTF8'))
  union all select e.personne_id from entretien e where e.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) limit 1 $$;
comment on function rendezvous.personne_du_code(text) is 'De qui est un code, pour le journal';
revoke all on function rendezvous.personne_du_code(text) from public;
grant execute on function rendezvous.personne_du_code(text) to jalon_application;
