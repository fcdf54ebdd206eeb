-- A figure at a past date is the same as long as nothing that it reads has changed there. What changed, and since which day, is written here by the
-- tables themselves (R__chiffres_tenus): a figure computed once is given again without reading 100 000 persons, and never when it would be another.
create table pilotage.changement (
  id bigint generated always as identity primary key,
  source text not null,
  depuis date not null,
  fois bigint not null default 1,
  par_transaction xid8
);
comment on table pilotage.changement is 'Ce qui a changé dans les tables que lisent les indicateurs, et depuis quel jour : un chiffre d''avant ce jour reste vrai. RGPD : aucune';
comment on column pilotage.changement.id is 'Numéro. RGPD : aucune';
comment on column pilotage.changement.source is 'Table, avec sa pièce. RGPD : aucune';
comment on column pilotage.changement.depuis is 'Premier jour dont les chiffres peuvent être autres ; -infinity : tous. RGPD : aucune';
comment on column pilotage.changement.fois is 'Nombre de changements que cette ligne résume. RGPD : aucune';
comment on column pilotage.changement.par_transaction is 'Transaction qui a changé : elle n''écrit qu''une fois ; vide quand la ligne en résume plusieurs. RGPD : aucune';
create index changement_source on pilotage.changement (source, depuis) include (fois);
create index changement_transaction on pilotage.changement (par_transaction, source) where par_transaction is not null;

-- the first line of a deadline's history was written row by row: a file that brings 60 000 of them writes them at once
drop trigger echeance_histoire_creee on echeances.echeance;
create function echeances.ecrire_les_premieres_lignes() returns trigger language plpgsql security definer set search_path = echeances, pg_temp as $$
begin
  insert into histoire (echeance_id, le, etat, limite_legale, cible, territoire_id, organisation_ids)
  select id, etat_depuis, etat, limite_legale, cible, territoire_id, organisation_ids from creees order by id;
  return null;
end $$;
comment on function echeances.ecrire_les_premieres_lignes() is 'La première ligne de l''histoire de chaque échéance créée';
create trigger echeance_histoire_creee after insert on echeances.echeance referencing new table as creees for each statement
  execute function echeances.ecrire_les_premieres_lignes();
