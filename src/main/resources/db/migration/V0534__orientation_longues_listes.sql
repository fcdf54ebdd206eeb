-- A list of référents too long for one page lived in the memory of one server: what was proposed was lost with it, what was recorded could not be undone any more.
create table orientation.longue_liste (
  id bigint generated always as identity primary key,
  demande_par text not null,
  demande jsonb not null,
  etat text not null default 'RECHERCHE' check (etat in ('RECHERCHE', 'PROPOSEE', 'ENREGISTREMENT', 'FINIE', 'ANNULEE', 'INTERROMPUE')),
  etat_depuis timestamptz not null,
  garantie text,
  lignes bytea,
  traitees int not null default 0,
  suivis bigint[] not null default '{}',
  laissees jsonb not null default '{}'
);
comment on table orientation.longue_liste is 'Une longue liste d''orientations : ce qui est demandé, proposé, enregistré. Effacée après un temps. RGPD : vie professionnelle';
comment on column orientation.longue_liste.id is 'Numéro. RGPD : aucune';
comment on column orientation.longue_liste.demande_par is 'Identifiant de qui l''a demandée ; nul autre ne la voit. RGPD : identité professionnelle';
comment on column orientation.longue_liste.demande is 'Les personnes, par leur numéro, leurs parcours, le jour de la notification. RGPD : vie professionnelle';
comment on column orientation.longue_liste.etat is 'RECHERCHE, PROPOSEE, ENREGISTREMENT, FINIE, ANNULEE ou INTERROMPUE. RGPD : aucune';
comment on column orientation.longue_liste.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column orientation.longue_liste.garantie is 'Ce que vaut la répartition proposée, en une phrase. RGPD : aucune';
comment on column orientation.longue_liste.lignes is 'Le référent proposé à chaque personne et pourquoi, chiffré. RGPD : vie professionnelle';
comment on column orientation.longue_liste.traitees is 'Lignes déjà enregistrées ou laissées. RGPD : aucune';
comment on column orientation.longue_liste.suivis is 'Suivis enregistrés, qui peuvent être annulés. RGPD : vie professionnelle';
comment on column orientation.longue_liste.laissees is 'Pourquoi une personne reste en attente, par son numéro. RGPD : vie professionnelle';
alter table orientation.longue_liste enable row level security;
create policy lecture on orientation.longue_liste for select to jalon_application using (demande_par = (select current_setting('jalon.agent', true)));
create policy demande on orientation.longue_liste for insert to jalon_application with check (demande_par = (select current_setting('jalon.agent', true)));
create policy suite on orientation.longue_liste for update to jalon_application using (demande_par = (select current_setting('jalon.agent', true)));
grant select, insert, update on orientation.longue_liste to jalon_application;
