-- The entry diagnostic of a person. Nothing is erased: each registration is a row of its own that names the one before it. The pathway
-- recommended stands apart from the answers: who may orient may read it without reading what concerns health.
create schema if not exists diagnostic;
grant usage on schema diagnostic to jalon_application;

create table diagnostic.diagnostic (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  precedent_id bigint references diagnostic.diagnostic,
  reponses jsonb not null,
  referentiel date not null,
  regle text, phrase text,
  saisi_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table diagnostic.diagnostic is 'Le diagnostic d''entrée : les réponses aux critères nationaux, une ligne par enregistrement. RGPD : santé';
comment on column diagnostic.diagnostic.id is 'Numéro interne. RGPD : aucune';
comment on column diagnostic.diagnostic.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column diagnostic.diagnostic.precedent_id is 'Le diagnostic qu''il remplace. RGPD : aucune';
comment on column diagnostic.diagnostic.reponses is 'Réponse par critère (codes de diagnostic/referentiel.yaml). RGPD : santé';
comment on column diagnostic.diagnostic.referentiel is 'Premier jour du référentiel appliqué. RGPD : aucune';
comment on column diagnostic.diagnostic.regle is 'La règle qui a conclu ; vide tant qu''il manque une réponse. RGPD : santé';
comment on column diagnostic.diagnostic.phrase is 'La recommandation et sa raison, comme montrées. RGPD : santé';
comment on column diagnostic.diagnostic.saisi_par is 'Qui l''a enregistré. RGPD : identité professionnelle';
comment on column diagnostic.diagnostic.saisi_le is 'Quand. RGPD : aucune';
comment on column diagnostic.diagnostic.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column diagnostic.diagnostic.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index diagnostic_personne on diagnostic.diagnostic (personne_id, id);

create table diagnostic.recommandation (
  id bigint generated always as identity primary key,
  diagnostic_id bigint not null unique references diagnostic.diagnostic,
  personne_id bigint not null references allocataires.personne,
  parcours text check (parcours in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  reexamen_long boolean not null,
  faite_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table diagnostic.recommandation is 'Le parcours recommandé par chaque diagnostic, sans sa raison. RGPD : vie professionnelle';
comment on column diagnostic.recommandation.id is 'Numéro interne. RGPD : aucune';
comment on column diagnostic.recommandation.diagnostic_id is 'Le diagnostic dont elle vient. RGPD : aucune';
comment on column diagnostic.recommandation.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column diagnostic.recommandation.parcours is 'Le parcours recommandé ; vide tant qu''il manque une réponse. RGPD : vie professionnelle';
comment on column diagnostic.recommandation.reexamen_long is 'Vrai si le réexamen d''un parcours social peut attendre le terme long (D. 262-65-2-1 CASF). RGPD : vie personnelle';
comment on column diagnostic.recommandation.faite_le is 'Quand. RGPD : aucune';
comment on column diagnostic.recommandation.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column diagnostic.recommandation.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index recommandation_personne on diagnostic.recommandation (personne_id, id);

create table diagnostic.brouillon (
  personne_id bigint not null references allocataires.personne,
  agent text not null,
  diagnostic_vu bigint,
  reponses jsonb not null,
  saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[],
  primary key (personne_id, agent)
);
comment on table diagnostic.brouillon is 'Ce qu''un agent a commencé à saisir et n''a pas encore enregistré ; vidé à l''enregistrement. RGPD : santé';
comment on column diagnostic.brouillon.personne_id is 'La personne. RGPD : aucune';
comment on column diagnostic.brouillon.agent is 'Qui saisit. RGPD : identité professionnelle';
comment on column diagnostic.brouillon.diagnostic_vu is 'Le diagnostic affiché quand la saisie a commencé. RGPD : aucune';
comment on column diagnostic.brouillon.reponses is 'Réponses saisies jusque-là. RGPD : santé';
comment on column diagnostic.brouillon.saisi_le is 'Dernière frappe. RGPD : aucune';
comment on column diagnostic.brouillon.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column diagnostic.brouillon.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';

do $$
declare t record;
begin
  for t in select * from (values ('diagnostic', 'DIAGNOSTICS'), ('recommandation', 'DOSSIERS'), ('brouillon', 'DIAGNOSTICS')) v (nom, ressource) loop
    execute format('alter table diagnostic.%I enable row level security', t.nom);
    execute format($p$create policy perimetre on diagnostic.%I to jalon_application
      using ((select habilitations.peut(%L)) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t.nom, t.ressource);
    execute format('grant select, insert on diagnostic.%I to jalon_application', t.nom);
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on diagnostic.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t.nom);
  end loop;
end $$;
-- Two records found to be one human: the rows change owner, never content.
grant update (personne_id, territoire_id, organisation_ids) on diagnostic.diagnostic, diagnostic.recommandation to jalon_application;
grant update (diagnostic_vu, reponses, saisi_le, territoire_id, organisation_ids) on diagnostic.brouillon to jalon_application;

-- The perimeter follows the person in this schema too. Any table of a schema of ours that repeats it is found by its columns.
create or replace function allocataires.tables_a_perimetre(cle text) returns setof regclass stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('allocataires', 'orientation', 'echeances', 'diagnostic')
    and not (n.nspname = 'allocataires' and c.relname in ('personne', 'foyer'))
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territoire_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_ids' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = cle and not a.attisdropped)
    and (cle = 'personne_id' or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped)) $$;
