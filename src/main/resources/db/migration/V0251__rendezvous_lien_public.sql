-- The door of the person, without an account: three functions that take the code of her message. The agents' role that runs them sees
-- nothing else: outside an agent's perimeter every table of this schema is empty. A code opens one convocation, its first name, place and hour.
create function rendezvous.lire_par_code(code_recu text, aujourdhui date)
  returns table (convocation_id bigint, prenom text, jour date, debut time, fin time, lieu text, adresse text, telephone text, accessible boolean, etat text, expire boolean)
  stable language sql security definer set search_path = rendezvous, allocataires, structures, pg_temp as $$
  select c.id, p.prenom, s.jour, s.debut, s.fin, l.nom, l.adresse || ', ' || l.code_postal || ' ' || k.nom, l.telephone, l.accessible, c.etat,
    c.code_expire_le < aujourdhui or s.etat <> 'PREVUE'
  from convocation c join session s on s.id = c.session_id join lieu l on l.id = s.lieu_id join commune k on k.code = l.commune
  join personne p on p.id = c.personne_id
  where c.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) $$;
comment on function rendezvous.lire_par_code(text, date) is 'La convocation qu''ouvre un code : prénom, lieu et heure, rien d''autre';

create function rendezvous.repondre_par_code(code_recu text, vient boolean, raison text, aujourdhui date, maintenant timestamptz)
  returns table (convocation_id bigint, session_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare c record; vers text := case when vient then 'CONFIRMEE' else 'DECLINEE' end;
begin
  select x.id, x.personne_id, x.session_id, x.etat, x.territoire_id, x.organisation_ids into c
    from convocation x join session s on s.id = x.session_id
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.code_expire_le >= aujourdhui and s.etat = 'PREVUE'
      and x.etat in ('CONVOQUEE', 'CONFIRMEE') and x.etat <> vers for update of x;
  if not found then
    return;
  end if;
  update convocation x set etat = vers, etat_depuis = maintenant, motif = case when vient then null else raison end where x.id = c.id;
  insert into passage (convocation_id, personne_id, de, vers, le, par, motif, territoire_id, organisation_ids)
    values (c.id, c.personne_id, c.etat, vers, maintenant, 'la personne', case when vient then null else raison end, c.territoire_id, c.organisation_ids);
  return query select c.id::bigint, c.session_id::bigint;
end $$;
comment on function rendezvous.repondre_par_code(text, boolean, text, date, timestamptz) is 'La réponse de la personne à la convocation qu''ouvre son code ; rien si elle est déjà écrite, ou si le code ne sert plus';

-- Whom to call, for a code that opens nothing: the numbers given in every message.
create function rendezvous.numeros_a_appeler() returns table (lieu text, commune text, telephone text) stable language sql security definer
  set search_path = rendezvous, structures, pg_temp as $$
  select l.nom, k.nom, l.telephone from lieu l join commune k on k.code = l.commune where l.actif order by k.nom, l.nom $$;
comment on function rendezvous.numeros_a_appeler() is 'Le téléphone de chaque lieu où l''on reçoit';
revoke all on function rendezvous.lire_par_code(text, date), rendezvous.repondre_par_code(text, boolean, text, date, timestamptz), rendezvous.numeros_a_appeler() from public;
grant execute on function rendezvous.lire_par_code(text, date), rendezvous.repondre_par_code(text, boolean, text, date, timestamptz), rendezvous.numeros_a_appeler()
  to jalon_application;
