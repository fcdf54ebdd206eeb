-- An agent who follows persons is also a référent: which one. It opens nothing more to her, it only says with what her pages begin.
create table structures.compte_de_referent (
  agent_id bigint primary key references habilitations.agent,
  referent_id int not null unique references structures.referent on delete cascade,
  lie_par text not null,
  lie_le timestamptz not null
);
comment on table structures.compte_de_referent is 'Quel référent est l''agent d''un compte. RGPD : identité professionnelle';
comment on column structures.compte_de_referent.agent_id is 'Le compte. RGPD : identité professionnelle';
comment on column structures.compte_de_referent.referent_id is 'Le référent. RGPD : identité professionnelle';
comment on column structures.compte_de_referent.lie_par is 'Qui l''a dit. RGPD : trace';
comment on column structures.compte_de_referent.lie_le is 'Quand. RGPD : trace';
alter table structures.compte_de_referent enable row level security;
create policy lecture on structures.compte_de_referent for select to jalon_application using ((select habilitations.peut('HABILITATIONS')));
create policy ajout on structures.compte_de_referent for insert to jalon_application with check ((select habilitations.peut('HABILITATIONS')));
create policy effacement on structures.compte_de_referent for delete to jalon_application using ((select habilitations.peut('HABILITATIONS')));
grant select, insert, delete on structures.compte_de_referent to jalon_application;

-- The référent that the agent at work is: her own number, nobody else's.
create function structures.mon_referent() returns int stable language sql security definer set search_path = structures, habilitations, pg_temp as $$
  select c.referent_id from compte_de_referent c join habilitations.agent a on a.id = c.agent_id where a.identifiant = habilitations.agent() $$;
comment on function structures.mon_referent() is 'Numéro du référent lié au compte de l''agent au travail ; vide s''il n''y en a pas';
revoke all on function structures.mon_referent() from public;
grant execute on function structures.mon_referent() to jalon_application;
