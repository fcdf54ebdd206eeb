-- A foyer whose difference somebody looked at is not proposed again, as long as the difference is the same: who, when, what was found.
create schema if not exists justedroit;
grant usage on schema justedroit to jalon_application;
create table justedroit.verifie (
  id bigint generated always as identity primary key,
  foyer_id bigint not null references allocataires.foyer,
  mois date not null,
  ecart numeric(12, 2) not null,
  note text,
  par text not null,
  nom text not null,
  le timestamptz not null,
  retire_par text,
  retire_le timestamptz,
  territoire_id int,
  organisation_ids int[]
);
comment on table justedroit.verifie is 'Les écarts de droit qu''un agent a regardés. RGPD : situation économique';
comment on column justedroit.verifie.id is 'Numéro interne. RGPD : aucune';
comment on column justedroit.verifie.foyer_id is 'Le foyer. RGPD : aucune';
comment on column justedroit.verifie.mois is 'Premier jour du mois regardé. RGPD : aucune';
comment on column justedroit.verifie.ecart is 'L''écart vu, en euros par mois : un autre écart est à regarder de nouveau. RGPD : situation économique';
comment on column justedroit.verifie.note is 'Ce qui a été trouvé. RGPD : situation économique';
comment on column justedroit.verifie.par is 'Qui l''a regardé. RGPD : identité professionnelle';
comment on column justedroit.verifie.nom is 'Son nom, tel qu''il était. RGPD : identité professionnelle';
comment on column justedroit.verifie.le is 'Quand. RGPD : trace';
comment on column justedroit.verifie.retire_par is 'Qui est revenu dessus. RGPD : identité professionnelle';
comment on column justedroit.verifie.retire_le is 'Quand. RGPD : trace';
comment on column justedroit.verifie.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column justedroit.verifie.organisation_ids is 'Périmètre présent : organisations qui suivent le foyer. RGPD : aucune';
create index verifie_foyer on justedroit.verifie (foyer_id, le);
alter table justedroit.verifie enable row level security;
do $$
declare voit text := '(select habilitations.peut(''VERIFICATIONS'')) and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
  or organisation_ids && (select habilitations.organisations())::int[])';
begin
  execute 'create policy lecture on justedroit.verifie for select to jalon_application using (' || voit || ')';
  execute 'create policy ajout on justedroit.verifie for insert to jalon_application with check (' || voit || ')';
  execute 'create policy changement on justedroit.verifie for update to jalon_application using (' || voit || ') with check (' || voit || ')';
end $$;
create trigger a_perimetre_recopie before insert or update of foyer_id, territoire_id, organisation_ids on justedroit.verifie for each row
  when (current_user = 'jalon_application') execute function habilitations.recopier_perimetre('foyer');
grant select, insert on justedroit.verifie to jalon_application;
grant update (retire_par, retire_le) on justedroit.verifie to jalon_application;

-- The perimeter follows the foyer in this schema too.
create or replace function allocataires.tables_a_perimetre(cle text) returns setof regclass stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('allocataires', 'orientation', 'echeances', 'diagnostic', 'courriers', 'rendezvous', 'justedroit')
    and not (n.nspname = 'allocataires' and c.relname in ('personne', 'foyer'))
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territoire_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_ids' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = cle and not a.attisdropped)
    and (cle = 'personne_id' or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped)) $$;
