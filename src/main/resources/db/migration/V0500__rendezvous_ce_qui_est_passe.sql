-- What is over holds nobody: an invitation whose code serves no longer, a session or an interview whose day is past, noted or not, does not stop a person who
-- declined by her link from choosing another date. One convocation and one interview may still run at a time (two indexes): the one of the same kind that waits
-- to be noted comes first. And a slot is chosen again under the lock that closing it takes, as it is the first time (V0431).
drop function rendezvous.reprendre_par_code(text, bigint, date, date, timestamptz);
drop function rendezvous.rechoisir_par_code(text, bigint, date, date, timestamptz);
drop function rendezvous.sessions_par_code(text, date, date);
drop function rendezvous.creneaux_par_code(text, date, date);
drop function rendezvous.peut_reprendre(bigint);

create function rendezvous.peut_reprendre(personne bigint, aujourdhui date) returns boolean stable language sql security definer
  set search_path = rendezvous, allocataires, pg_temp as $$
  select not exists (select from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
      where c.personne_id = personne and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE') and s.jour >= aujourdhui)
    and not exists (select from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
      where e.personne_id = personne and e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') and coalesce(k.jour, e.code_expire_le) >= aujourdhui)
    and not exists (select from allocataires.situation s where s.personne_id = personne and s.etat in ('1', '5', '6', 'ABSENT')) $$;
comment on function rendezvous.peut_reprendre(bigint, date) is 'Vrai quand rien n''est à venir pour la personne et que son droit n''est pas fermé';

create function rendezvous.sessions_par_code(code_recu text, aujourdhui date, du date, au date)
  returns table (session_id bigint, jour date, debut time, fin time, lieu text, commune text) stable language sql security definer
  set search_path = rendezvous, structures, pg_temp as $$
  select s.id, s.jour, s.debut, s.fin, l.nom, k.nom
  from convocation c join session s on s.territoire_id = c.territoire_id and s.jour between du and au and s.etat = 'PREVUE' and s.id <> c.session_id
  join lieu l on l.id = s.lieu_id join commune k on k.code = l.commune
  where c.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and c.etat = 'DECLINEE' and rendezvous.peut_reprendre(c.personne_id, aujourdhui)
    and not exists (select from convocation x where x.personne_id = c.personne_id and x.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE'))
    and s.capacite > (select count(*) from convocation x where x.session_id = s.id and x.etat in ('CONVOQUEE', 'CONFIRMEE', 'PRESENTE', 'EXCUSEE', 'ABSENTE'))
  order by s.jour, s.debut, s.id limit 20 $$;
comment on function rendezvous.sessions_par_code(text, date, date, date) is 'Les autres sessions où il reste de la place, pour la personne qui a dit ne pas pouvoir venir par ce code';

create function rendezvous.reprendre_par_code(code_recu text, choisie bigint, aujourdhui date, du date, au date, maintenant timestamptz)
  returns table (convocation_id bigint, personne_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare c record; s record; nouvelle bigint;
begin
  -- the same lock as the agents': nobody takes the last place twice
  perform pg_advisory_xact_lock(7250, choisie::int);
  select x.id, x.personne_id, x.limite, x.code_empreinte, x.territoire_id, x.organisation_ids into c from convocation x
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.etat = 'DECLINEE' for update of x;
  if not found then
    return;
  end if;
  select z.jour into s from rendezvous.sessions_par_code(code_recu, aujourdhui, du, au) z where z.session_id = choisie;
  if not found then
    return;
  end if;
  update convocation x set code_empreinte = null where x.id = c.id;
  insert into convocation (personne_id, session_id, etat, etat_depuis, limite, hors_liste, code_empreinte, code_expire_le, saisi_par, saisi_le, territoire_id, organisation_ids)
    values (c.personne_id, choisie, 'CONFIRMEE', maintenant, c.limite, false, c.code_empreinte, s.jour, 'la personne', maintenant, c.territoire_id, c.organisation_ids)
    returning id into nouvelle;
  insert into passage (convocation_id, personne_id, vers, le, par, territoire_id, organisation_ids)
    values (nouvelle, c.personne_id, 'CONFIRMEE', maintenant, 'la personne', c.territoire_id, c.organisation_ids);
  return query select nouvelle, c.personne_id::bigint;
end $$;
comment on function rendezvous.reprendre_par_code(text, bigint, date, date, date, timestamptz) is 'L''autre session que choisit la personne qui avait dit ne pas pouvoir venir';

create function rendezvous.creneaux_par_code(code_recu text, aujourdhui date, du date, au date)
  returns table (creneau_id bigint, jour date, debut time, fin time, lieu text, commune text) stable language sql security definer
  set search_path = rendezvous, structures, pg_temp as $$
  select c.id, c.jour, c.debut, c.fin, l.nom, k.nom
  from entretien e join creneau c on c.territoire_id = e.territoire_id and c.jour between du and au and c.ferme is null
  join permanence m on m.id = c.permanence_id join lieu l on l.id = m.lieu_id join commune k on k.code = l.commune
  where e.code_empreinte = sha256(convert_to(code_recu, 'UTF8'))
    and (e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') or e.etat = 'DECLINEE' and rendezvous.peut_reprendre(e.personne_id, aujourdhui)
      and not exists (select from entretien x where x.personne_id = e.personne_id and x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')))
    and not exists (select from entretien x where x.creneau_id = c.id and x.etat not in ('ANNULEE', 'DECLINEE'))
  order by c.jour, c.debut, c.id limit 60 $$;
comment on function rendezvous.creneaux_par_code(text, date, date, date) is 'Les créneaux libres du territoire de la personne dont c''est le code';

create function rendezvous.rechoisir_par_code(code_recu text, choisi bigint, aujourdhui date, du date, au date, maintenant timestamptz)
  returns table (entretien_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare e record; c record; nouveau bigint;
begin
  select x.id, x.personne_id, x.code_empreinte, x.territoire_id, x.organisation_ids into e from entretien x
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.etat = 'DECLINEE' for update of x;
  if not found then
    return;
  end if;
  -- who closes this slot at the same moment waits for the one who chooses, or is seen by her
  select k.id, k.jour into c from creneau k where k.id = choisi and k.ferme is null for share;
  if not found or not exists (select from rendezvous.creneaux_par_code(code_recu, aujourdhui, du, au) z where z.creneau_id = choisi) then
    return;
  end if;
  update entretien x set code_empreinte = null where x.id = e.id;
  insert into entretien (personne_id, creneau_id, etat, etat_depuis, code_empreinte, code_expire_le, saisi_par, saisi_le, territoire_id, organisation_ids)
    values (e.personne_id, c.id, 'CONFIRMEE', maintenant, e.code_empreinte, c.jour, 'la personne', maintenant, e.territoire_id, e.organisation_ids) returning id into nouveau;
  insert into passage (convocation_id, personne_id, vers, le, par, creneau_id, territoire_id, organisation_ids)
    values (nouveau, e.personne_id, 'CONFIRMEE', maintenant, 'la personne', c.id, e.territoire_id, e.organisation_ids);
  return query select nouveau;
end $$;
comment on function rendezvous.rechoisir_par_code(text, bigint, date, date, date, timestamptz) is 'Le nouveau créneau que choisit la personne qui avait annulé son entretien ; un créneau fermé au même moment n''est plus choisi';

revoke all on function rendezvous.peut_reprendre(bigint, date), rendezvous.sessions_par_code(text, date, date, date), rendezvous.creneaux_par_code(text, date, date, date),
  rendezvous.reprendre_par_code(text, bigint, date, date, date, timestamptz), rendezvous.rechoisir_par_code(text, bigint, date, date, date, timestamptz) from public;
grant execute on function rendezvous.sessions_par_code(text, date, date, date), rendezvous.creneaux_par_code(text, date, date, date),
  rendezvous.reprendre_par_code(text, bigint, date, date, date, timestamptz), rendezvous.rechoisir_par_code(text, bigint, date, date, date, timestamptz) to jalon_application;
