-- What a référent can take: place, publics, communes; her working time over time; who accepted that one goes over her capacity.
alter table structures.organisation add column cadre text check (cadre in ('MARCHE', 'CONVENTION'));
comment on column structures.organisation.cadre is 'Marché ou convention pour une organisation externe, vide si inconnu. RGPD : aucune';
alter table structures.referent add column commune text, add column publics text[] not null default '{}', add column reserve boolean not null default false,
  add column communes text[] not null default '{}';
alter table structures.referent add constraint referent_publics
  check (publics <@ array['TNS', 'AGRICULTEURS', 'GENS_DU_VOYAGE', 'GRANDE_PRECARITE_SANTE', 'COLLECTIF_INTENSIF']),
  add constraint referent_reserve check (not reserve or cardinality(publics) > 0);
comment on column structures.referent.commune is 'Commune où il reçoit (code INSEE), vide = celle de l''organisation. RGPD : aucune';
comment on column structures.referent.publics is 'Publics dont il est spécialiste. RGPD : aucune';
comment on column structures.referent.reserve is 'Vrai s''il ne suit que ces publics. RGPD : aucune';
comment on column structures.referent.communes is 'Communes servies (codes INSEE), vide = celles de l''organisation. RGPD : aucune';

create table structures.referent_periode (
  referent_id int not null references structures.referent,
  depuis date not null,
  etp numeric(4,2) not null,
  intensif boolean not null,
  actif boolean not null,
  saisi_par text not null,
  saisi_le timestamptz not null default now(),
  primary key (referent_id, depuis)
);
comment on table structures.referent_periode is 'Temps de travail et portefeuille des référents au fil du temps ; une ligne vaut jusqu''à la suivante. RGPD : vie professionnelle';
comment on column structures.referent_periode.referent_id is 'Le référent. RGPD : identité professionnelle';
comment on column structures.referent_periode.depuis is 'Premier jour. RGPD : aucune';
comment on column structures.referent_periode.etp is 'Part d''un équivalent temps plein. RGPD : aucune';
comment on column structures.referent_periode.intensif is 'Vrai pour un portefeuille restreint. RGPD : aucune';
comment on column structures.referent_periode.actif is 'Faux quand il ne suit plus personne. RGPD : aucune';
comment on column structures.referent_periode.saisi_par is 'Qui l''a saisi. RGPD : trace';
comment on column structures.referent_periode.saisi_le is 'Quand. RGPD : trace';
insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par)
  select id, '2000-01-01', etp, intensif, actif, 'jalon' from structures.referent;
alter table structures.referent_periode enable row level security;
create policy lecture on structures.referent_periode for select to jalon_application using (true);
create policy ajout on structures.referent_periode for insert to jalon_application with check ((select habilitations.peut('STRUCTURES')));
create policy changement on structures.referent_periode for update to jalon_application using ((select habilitations.peut('STRUCTURES')));
grant select, insert, update on structures.referent_periode to jalon_application;

alter table orientation.suivi add column besoin text check (besoin in ('TNS', 'AGRICULTEURS', 'GENS_DU_VOYAGE', 'GRANDE_PRECARITE_SANTE', 'COLLECTIF_INTENSIF'));
comment on column orientation.suivi.besoin is 'Public particulier de la personne, dit par l''agent ou déduit du fichier. RGPD : vie personnelle';
create index suivi_referent on orientation.suivi (referent_id) where etat = 'EN_COURS';

-- Nobody goes over capacity without somebody who accepts it by name, and says why.
alter table orientation.suivi add column depassement_accepte_par text, add column depassement_raison text,
  add constraint suivi_depassement check ((depassement_accepte_par is null) = (depassement_raison is null));
comment on column orientation.suivi.depassement_accepte_par is 'Qui a accepté que le référent dépasse sa capacité, vide sinon. RGPD : identité professionnelle';
comment on column orientation.suivi.depassement_raison is 'Pourquoi le dépassement a été accepté. RGPD : vie professionnelle';

-- The load of a référent counts everyone she follows, also those the agent may not see: a number, never a name.
create function orientation.charges() returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, pg_temp as $$
  select s.referent_id, count(*)::int from orientation.suivi s where s.etat = 'EN_COURS' and s.referent_id is not null group by 1 $$;
comment on function orientation.charges() is 'Nombre de personnes suivies par chaque référent, hors suivis en veille';
revoke all on function orientation.charges() from public;
grant execute on function orientation.charges() to jalon_application;
