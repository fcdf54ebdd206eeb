-- What the screens of structures and parameters write, and what the data files say beside the names.
alter table structures.organisation add column parcours text[] not null default '{}';
alter table structures.organisation add column commune text;
comment on column structures.organisation.parcours is 'Parcours pris en charge ; vide = tous. RGPD : aucune';
comment on column structures.organisation.commune is 'Commune (code INSEE). RGPD : aucune';
alter table structures.referent add column intensif boolean not null default false;
comment on column structures.referent.intensif is 'Vrai pour un portefeuille restreint. RGPD : aucune';
alter table structures.commune add column epci text;
comment on column structures.commune.epci is 'Intercommunalité (code SIREN). RGPD : aucune';
create index commune_territoire on structures.commune (territoire_id) where territoire_id is not null;

-- Every agent reads; only the resource writes.
do $$
declare t text;
begin
  foreach t in array array['territoire', 'commune', 'organisation', 'referent'] loop
    execute format('alter table structures.%I enable row level security', t);
    execute format('create policy lecture on structures.%I for select to jalon_application using (true)', t);
    execute format($p$create policy ajout on structures.%I for insert to jalon_application with check ((select habilitations.peut('STRUCTURES')))$p$, t);
    execute format($p$create policy changement on structures.%I for update to jalon_application using ((select habilitations.peut('STRUCTURES')))$p$, t);
  end loop;
end $$;
grant insert, update on structures.organisation, structures.referent, structures.territoire to jalon_application;
grant update (territoire_id) on structures.commune to jalon_application;
grant usage on all sequences in schema structures to jalon_application;

alter table parametres.valeur enable row level security;
create policy lecture on parametres.valeur for select to jalon_application using (true);
create policy saisie on parametres.valeur for insert to jalon_application with check ((select habilitations.peut('PARAMETRES')));
create function parametres.ajout_seul() returns trigger language plpgsql as $$
begin
  raise exception 'Une valeur saisie ne se modifie pas et ne s''efface pas : saisissez-en une autre.';
end $$;
create trigger valeur_ajout_seul before update or delete on parametres.valeur for each row execute function parametres.ajout_seul();
