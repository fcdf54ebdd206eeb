-- Every act keeps the login of who did it: it never changes and designates one account. Screens show a name: this function is the one way from one to the
-- other, for who reads no account. It gives nothing else of the account, and to no one who does not hold the login.
create function habilitations.nom_agent(lu text) returns text stable language sql security definer set search_path = habilitations, pg_temp as $$
  select coalesce((select a.nom from agent a where a.identifiant = lu),
    (select c.nom from client c where 'api:' || c.identifiant = lu),
    case when lu like 'commande:%' then 'Jalon (commande de ' || substr(lu, 10) || ')'
      when lu in ('balayage', 'courriers', 'demarrage', 'demonstration', 'envoi', 'impression', 'liste-d-attente', 'permanence-fermee', 'suite-de-situation') then 'Jalon'
      when lu in ('lien-public', 'la personne') then 'la personne elle-même' end, lu) $$;
comment on function habilitations.nom_agent(text) is 'Le nom affiché d''un agent, d''une application ou de Jalon lui-même, d''après l''identifiant gardé avec un acte ; l''identifiant quand le compte n''existe plus';

-- The journal is searched by name as well as by login.
create function habilitations.identifiants_de(nom_lu text) returns setof text stable language sql security definer set search_path = habilitations, pg_temp as $$
  select a.identifiant from agent a where a.nom ilike nom_lu and (select habilitations.peut('JOURNAL')) $$;
comment on function habilitations.identifiants_de(text) is 'Les identifiants des agents dont le nom ressemble, pour qui lit le journal';
revoke all on function habilitations.nom_agent(text), habilitations.identifiants_de(text) from public;
grant execute on function habilitations.nom_agent(text), habilitations.identifiants_de(text) to jalon_application;
