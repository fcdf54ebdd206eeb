-- Who goes without the validation of a responsable is said by who validates, and by nobody else.
alter table engagement.delegation enable row level security;
create policy delegation_lue on engagement.delegation for select to jalon_application using (true);
create policy delegation_donnee on engagement.delegation for insert to jalon_application with check ((select habilitations.peut('VALIDATIONS')));
create policy delegation_retiree on engagement.delegation for update to jalon_application using ((select habilitations.peut('VALIDATIONS')))
  with check ((select habilitations.peut('VALIDATIONS')));

-- names of the agents whom one may delegate: those at work in one's own perimeter, for who validates
create function engagement.agents_a_deleguer(roles text[]) returns table (identifiant text, nom text) stable language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  select a.identifiant, a.nom from habilitations.agent a
  where a.actif and a.role = any(roles) and habilitations.peut('VALIDATIONS')
    and (habilitations.partout() or a.partout or a.territoires && habilitations.territoires() or a.organisations && habilitations.organisations())
$$;
comment on function engagement.agents_a_deleguer(text[]) is 'Les agents de ces rôles à qui l''agent en cours peut donner une délégation : ceux de son périmètre';
revoke all on function engagement.agents_a_deleguer(text[]) from public;
grant execute on function engagement.agents_a_deleguer(text[]) to jalon_application;
