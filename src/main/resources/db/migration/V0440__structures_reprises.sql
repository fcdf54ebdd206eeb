-- A real Département brings its organisations, sites and référents in a spreadsheet; what was typed by mistake or brought by a wrong file, and
-- that nobody has used, can be taken away again.
create table echanges.reprise (
  id bigint generated always as identity primary key,
  fichier text not null,
  detail text not null,
  entetes text[] not null,
  rangees jsonb not null,
  doublons int not null default 0,
  correspondance jsonb not null,
  statut text not null default 'A_CONFIRMER' check (statut in ('A_CONFIRMER', 'ENREGISTREE', 'DEFAITE')),
  cree jsonb,
  auteur text not null,
  deposee_le timestamptz not null,
  enregistree_par text,
  enregistree_le timestamptz,
  defaite_par text,
  defaite_le timestamptz,
  reste text[] not null default '{}'
);
comment on table echanges.reprise is 'Les tableurs d''organisations, de sites et de référents. RGPD : aucune';
comment on column echanges.reprise.id is 'Numéro interne. RGPD : aucune';
comment on column echanges.reprise.fichier is 'Nom du fichier. RGPD : aucune';
comment on column echanges.reprise.detail is 'Séparateur et encodage, ou feuille. RGPD : aucune';
comment on column echanges.reprise.entetes is 'Titres des colonnes. RGPD : aucune';
comment on column echanges.reprise.rangees is 'Les lignes telles qu''écrites, numéro et valeurs. RGPD : identité professionnelle';
comment on column echanges.reprise.doublons is 'Lignes laissées de côté parce qu''elles en répètent une autre. RGPD : aucune';
comment on column echanges.reprise.correspondance is 'Colonne de chaque champ. RGPD : aucune';
comment on column echanges.reprise.statut is 'Où en est la reprise. RGPD : aucune';
comment on column echanges.reprise.cree is 'Numéros de ce qu''elle a créé, pour la défaire. RGPD : aucune';
comment on column echanges.reprise.auteur is 'Qui l''a déposée. RGPD : trace';
comment on column echanges.reprise.deposee_le is 'Quand. RGPD : trace';
comment on column echanges.reprise.enregistree_par is 'Qui l''a enregistrée. RGPD : trace';
comment on column echanges.reprise.enregistree_le is 'Quand. RGPD : trace';
comment on column echanges.reprise.defaite_par is 'Qui l''a défaite. RGPD : trace';
comment on column echanges.reprise.defaite_le is 'Quand. RGPD : trace';
comment on column echanges.reprise.reste is 'Ce qui avait déjà servi et n''a pas été défait. RGPD : identité professionnelle';
alter table echanges.reprise enable row level security;
create policy lecture on echanges.reprise for select to jalon_application using ((select habilitations.peut('STRUCTURES')));
create policy ajout on echanges.reprise for insert to jalon_application with check ((select habilitations.peut('STRUCTURES')));
create policy changement on echanges.reprise for update to jalon_application using ((select habilitations.peut('STRUCTURES')));
create policy effacement on echanges.reprise for delete to jalon_application using ((select habilitations.peut('STRUCTURES')) and statut = 'A_CONFIRMER');
grant select, insert, update, delete on echanges.reprise to jalon_application;

-- Takes away what nobody uses; false when something refers to it: a person followed, an account, an opening.
create function structures.retirer(quoi text, numero int) returns boolean language plpgsql security definer set search_path = structures, habilitations, pg_temp as $$
begin
  if not habilitations.peut('STRUCTURES') then
    raise exception 'Votre rôle ne permet pas de tenir les structures.' using errcode = 'insufficient_privilege';
  end if;
  if quoi = 'REFERENT' then
    delete from referent_periode where referent_id = numero;
    delete from referent where id = numero;
  elsif quoi = 'SITE' then
    delete from site where id = numero;
  elsif quoi = 'ORGANISATION' then
    if exists (select from agent where numero = any (organisations)) or exists (select from client where numero = any (organisations)) then
      return false;
    end if;
    delete from organisation where id = numero;
  end if;
  return true;
exception when foreign_key_violation then
  return false;
end $$;
comment on function structures.retirer(text, int) is 'Retire une organisation, un site ou un référent que rien n''utilise ; faux sinon';
revoke all on function structures.retirer(text, int) from public;
grant execute on function structures.retirer(text, int) to jalon_application;
