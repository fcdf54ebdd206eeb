-- What the register said of a deadline, day by day; as it is today, whatever the version.
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
