-- The trace: who did or read what, when, about whom. Nobody changes it, not even the application.
create table journal.trace (
  id bigint generated always as identity primary key,
  instant timestamptz not null,
  agent text not null,
  role text,
  acte text not null,
  personne_id bigint,
  foyer_id bigint,
  objet text,
  detail jsonb,
  adresse_ip text
);
comment on table journal.trace is 'Trace de tout acte et de toute consultation d''un dossier ; ajout seul. RGPD : trace';
comment on column journal.trace.id is 'Numéro d''ordre. RGPD : aucune';
comment on column journal.trace.instant is 'Quand. RGPD : trace';
comment on column journal.trace.agent is 'Qui : identifiant de l''agent, ou le système. RGPD : trace';
comment on column journal.trace.role is 'Rôle de l''agent à ce moment. RGPD : trace';
comment on column journal.trace.acte is 'Quoi : code de l''acte (CONSULTATION, NIR_AFFICHE, IMPORT…). RGPD : trace';
comment on column journal.trace.personne_id is 'Sur qui. RGPD : trace';
comment on column journal.trace.foyer_id is 'Sur quel foyer. RGPD : trace';
comment on column journal.trace.objet is 'Sur quoi, en une phrase sans donnée sensible. RGPD : trace';
comment on column journal.trace.detail is 'Précisions, sans NIR. RGPD : trace';
comment on column journal.trace.adresse_ip is 'D''où. RGPD : trace';
create index trace_instant on journal.trace (instant desc);
create index trace_personne on journal.trace (personne_id, instant desc) where personne_id is not null;
create function journal.ajout_seul() returns trigger language plpgsql as $$
begin
  raise exception 'La table %.% ne se modifie pas et ne s''efface pas.', tg_table_schema, tg_table_name;
end $$;
create trigger trace_ajout_seul before update or delete on journal.trace for each row execute function journal.ajout_seul();
create trigger trace_ajout_seul_tout before truncate on journal.trace for each statement execute function journal.ajout_seul();
alter table journal.trace enable row level security;
create policy trace_ecriture on journal.trace for insert to jalon_application with check (true);
create policy trace_lecture on journal.trace for select to jalon_application using ((select habilitations.peut('JOURNAL')));
grant select, insert on journal.trace to jalon_application;
