-- Every consultation, not only every act: which screen, which persons, with which filter; whether it told something of their health.
alter table journal.trace add column ecran text;
alter table journal.trace add column personnes bigint[];
alter table journal.trace add column filtre text;
alter table journal.trace add column sante boolean not null default false;
comment on column journal.trace.ecran is 'Sur quel écran : l''adresse sans ses numéros (/dossier/{id}), ou la commande du terminal. RGPD : trace';
comment on column journal.trace.personnes is 'Toutes les personnes montrées par une liste ou contenues dans un fichier, mille au plus par ligne. RGPD : trace';
comment on column journal.trace.filtre is 'Ce qui était demandé : les critères de l''adresse, sans NIR. RGPD : trace';
comment on column journal.trace.sante is 'Vrai quand la consultation montrait une donnée de santé. RGPD : trace';
create index trace_personnes on journal.trace using gin (personnes) where personnes is not null;
create index trace_sante on journal.trace (instant desc) where sante;

-- « Qui a vu Madame X » : row-level security would keep PostgreSQL from using the index of an array, so this function looks in it, for who may read the journal.
create function journal.traces_sur(personne bigint) returns setof bigint stable language sql security definer set search_path = journal, habilitations, pg_temp as $$
  select t.id from journal.trace t where (t.personne_id = personne or t.personnes @> array[personne]) and (select habilitations.peut('JOURNAL')) $$;
comment on function journal.traces_sur(bigint) is 'Les traces qui parlent d''une personne ou qui l''ont montrée dans une liste, pour qui lit le journal';
revoke all on function journal.traces_sur(bigint) from public;
grant execute on function journal.traces_sur(bigint) to jalon_application;

-- Consultations and logins are kept for a time (parameter journal.conservation_mois), acts as long as what they changed. Whatever the parameter says,
-- nothing younger than six months is ever erased, and no act at all.
create function journal.trace_ajout_seul() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.instant < now() - interval '6 months' and old.acte = any (journal.actes_passagers()) then
    return old;
  end if;
  raise exception 'La table %.% ne se modifie pas et ne s''efface pas.', tg_table_schema, tg_table_name;
end $$;
create function journal.actes_passagers() returns text[] immutable language sql as $$
  select array['CONSULTATION', 'LISTE', 'EXPORT', 'LIEN_CONSULTE', 'NIR_AFFICHE', 'ORIGINAL_TELECHARGE', 'APPEL_API', 'CONNEXION', 'CONNEXION_REFUSEE', 'DECONNEXION'] $$;
comment on function journal.actes_passagers() is 'Les traces qui s''effacent après leur durée de conservation : ce qui a été lu, et les connexions';
drop trigger trace_ajout_seul on journal.trace;
create trigger trace_ajout_seul before update or delete on journal.trace for each row execute function journal.trace_ajout_seul();
