-- What the register said at each date: a rate at a past date reads it as it stood, suspended time given back, and not as it stands today.
create table echeances.histoire (
  id bigint generated always as identity primary key,
  echeance_id bigint not null references echeances.echeance on delete cascade,
  le date not null,
  etat text not null check (etat in ('OUVERTE', 'SUSPENDUE', 'TENUE', 'CADUQUE')),
  limite_legale date,
  cible date
);
comment on table echeances.histoire is 'Chaque état d''une échéance et ses limites, avec son jour ; écrite par le registre lui-même. RGPD : vie professionnelle';
comment on column echeances.histoire.id is 'Numéro interne. RGPD : aucune';
comment on column echeances.histoire.echeance_id is 'L''échéance. RGPD : aucune';
comment on column echeances.histoire.le is 'Le jour où cet état prend effet. RGPD : aucune';
comment on column echeances.histoire.etat is 'En cours, suspendue, tenue ou sans objet. RGPD : vie professionnelle';
comment on column echeances.histoire.limite_legale is 'Limite légale à partir de ce jour. RGPD : aucune';
comment on column echeances.histoire.cible is 'Cible du Département à partir de ce jour. RGPD : aucune';
create index histoire_echeance on echeances.histoire (echeance_id, le, id);
alter table echeances.histoire enable row level security;
-- whoever sees the deadline sees its history
create policy lecture on echeances.histoire for select to jalon_application
  using (exists (select from echeances.echeance x where x.id = echeance_id));
grant select on echeances.histoire to jalon_application;

create function echeances.ecrire_histoire() returns trigger language plpgsql security definer set search_path = echeances, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.etat = 'TENUE' and new.etat = 'OUVERTE' then
      -- what met it was a mistake: it never was
      delete from histoire where echeance_id = new.id and histoire.etat = 'TENUE';
    elsif old.etat = new.etat and (old.limite_legale, old.cible) is not distinct from (new.limite_legale, new.cible) then
      -- the same state, on another day
      update histoire set le = new.etat_depuis where id = (select max(h.id) from histoire h where h.echeance_id = new.id);
      return null;
    end if;
  end if;
  insert into histoire (echeance_id, le, etat, limite_legale, cible) values (new.id, new.etat_depuis, new.etat, new.limite_legale, new.cible);
  return null;
end $$;
create trigger echeance_histoire_creee after insert on echeances.echeance for each row execute function echeances.ecrire_histoire();
create trigger echeance_histoire after update on echeances.echeance for each row
  when ((old.etat, old.etat_depuis, old.limite_legale, old.cible) is distinct from (new.etat, new.etat_depuis, new.limite_legale, new.cible))
  execute function echeances.ecrire_histoire();

-- what is known of those that exist: their start, and how they stand
insert into echeances.histoire (echeance_id, le, etat, limite_legale, cible)
select id, depart, 'OUVERTE', limite_legale, cible from echeances.echeance order by id;
insert into echeances.histoire (echeance_id, le, etat, limite_legale, cible)
select id, etat_depuis, etat, limite_legale, cible from echeances.echeance where etat <> 'OUVERTE' or etat_depuis <> depart order by id;
