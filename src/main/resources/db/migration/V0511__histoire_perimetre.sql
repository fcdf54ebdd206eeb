-- Whoever sees a deadline sees its history: asked row by row of the deadline, it made each rate of the dashboard slow. The perimeter is repeated on the
-- history as on every other row about a person.
alter table echeances.histoire add column territoire_id int, add column organisation_ids int[];
comment on column echeances.histoire.territoire_id is 'Périmètre : territoire de la personne, recopié de l''échéance. RGPD : aucune';
comment on column echeances.histoire.organisation_ids is 'Périmètre : organisations qui la suivent, recopiées de l''échéance. RGPD : aucune';
update echeances.histoire h set territoire_id = x.territoire_id, organisation_ids = x.organisation_ids from echeances.echeance x where x.id = h.echeance_id;
drop policy lecture on echeances.histoire;
create policy lecture on echeances.histoire for select to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
         or territoire_id = any ((select habilitations.territoires())::int[])
         or organisation_ids && (select habilitations.organisations())::int[]));

create or replace function echeances.ecrire_histoire() returns trigger language plpgsql security definer set search_path = echeances, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.etat = 'TENUE' and new.etat in ('OUVERTE', 'SUSPENDUE') then
      -- what met it was a mistake: it never was
      delete from histoire where echeance_id = new.id and histoire.etat = 'TENUE';
      if dite(new) then
        return null;
      end if;
    elsif old.etat = 'OUVERTE' and new.etat = 'OUVERTE' and new.depart < old.depart then
      -- the day it started again from was a mistake: what was said from that day never was
      delete from histoire where echeance_id = new.id and le >= old.depart;
      if dite(new) then
        return null;
      end if;
    elsif old.etat = new.etat and (old.limite_legale, old.cible) is not distinct from (new.limite_legale, new.cible) then
      -- the same state, on another day
      update histoire set le = new.etat_depuis where id = (select max(h.id) from histoire h where h.echeance_id = new.id);
      return null;
    end if;
  end if;
  insert into histoire (echeance_id, le, etat, limite_legale, cible, territoire_id, organisation_ids)
  values (new.id, new.etat_depuis, new.etat, new.limite_legale, new.cible, new.territoire_id, new.organisation_ids);
  return null;
end $$;

create function echeances.histoire_suit_le_perimetre() returns trigger language plpgsql security definer set search_path = echeances, pg_temp as $$
begin
  update histoire set territoire_id = new.territoire_id, organisation_ids = new.organisation_ids where echeance_id = new.id;
  return null;
end $$;
comment on function echeances.histoire_suit_le_perimetre() is 'L''histoire d''une échéance se lit dans le périmètre de l''échéance';
create trigger echeance_histoire_perimetre after update of territoire_id, organisation_ids on echeances.echeance for each row
  when ((old.territoire_id, old.organisation_ids) is distinct from (new.territoire_id, new.organisation_ids))
  execute function echeances.histoire_suit_le_perimetre();

-- "what became of this entry" is asked for each of them
create index suivi_entree on orientation.suivi (entree_id) where entree_id is not null;
