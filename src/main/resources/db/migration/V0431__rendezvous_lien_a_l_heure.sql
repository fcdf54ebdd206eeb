-- By her link a person acts until the hour of the meeting (or some hours before, a parameter), in the time of the Département: the caller gives the
-- hour of the clock on the wall, never a time zone. A missed meeting is noted by an agent, nobody erases it. A change keeps the slot left.
alter table rendezvous.passage add column creneau_id bigint references rendezvous.creneau;
alter table rendezvous.passage add column creneau_quitte_id bigint references rendezvous.creneau;
comment on column rendezvous.passage.creneau_id is 'Le créneau de l''entretien après ce passage ; vide pour une convocation. RGPD : vie personnelle';
comment on column rendezvous.passage.creneau_quitte_id is 'Le créneau laissé par ce passage, quand il y en avait un autre. RGPD : vie personnelle';

drop function rendezvous.lire_par_code(text, date);
drop function rendezvous.repondre_par_code(text, boolean, text, date, timestamptz);
drop function rendezvous.entretien_par_code(text, date);
drop function rendezvous.choisir_par_code(text, bigint, date, date, timestamptz);
drop function rendezvous.renoncer_par_code(text, text, date, timestamptz);

create function rendezvous.lire_par_code(code_recu text, ici timestamp, heures int default 0)
  returns table (convocation_id bigint, prenom text, jour date, debut time, fin time, lieu text, adresse text, telephone text, accessible boolean, etat text, expire boolean, commence boolean)
  stable language sql security definer set search_path = rendezvous, allocataires, structures, pg_temp as $$
  select c.id, p.prenom, s.jour, s.debut, s.fin, l.nom, l.adresse || ', ' || l.code_postal || ' ' || k.nom, l.telephone, l.accessible, c.etat,
    s.jour + s.debut <= ici + make_interval(hours => heures) or s.etat <> 'PREVUE', s.jour + s.debut <= ici
  from convocation c join session s on s.id = c.session_id join lieu l on l.id = s.lieu_id join commune k on k.code = l.commune
  join personne p on p.id = c.personne_id
  where c.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) $$;
comment on function rendezvous.lire_par_code(text, timestamp, int) is 'La convocation qu''ouvre un code : prénom, lieu et heure, rien d''autre';

create function rendezvous.repondre_par_code(code_recu text, vient boolean, raison text, ici timestamp, heures int, maintenant timestamptz)
  returns table (convocation_id bigint, session_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare c record; vers text := case when vient then 'CONFIRMEE' else 'DECLINEE' end;
begin
  select x.id, x.personne_id, x.session_id, x.etat, x.territoire_id, x.organisation_ids into c
    from convocation x join session s on s.id = x.session_id
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and s.jour + s.debut > ici + make_interval(hours => heures) and s.etat = 'PREVUE'
      and x.etat in ('CONVOQUEE', 'CONFIRMEE') and x.etat <> vers for update of x;
  if not found then
    return;
  end if;
  update convocation x set etat = vers, etat_depuis = maintenant, motif = case when vient then null else raison end where x.id = c.id;
  insert into passage (convocation_id, personne_id, de, vers, le, par, motif, territoire_id, organisation_ids)
    values (c.id, c.personne_id, c.etat, vers, maintenant, 'la personne', case when vient then null else raison end, c.territoire_id, c.organisation_ids);
  return query select c.id::bigint, c.session_id::bigint;
end $$;
comment on function rendezvous.repondre_par_code(text, boolean, text, timestamp, int, timestamptz) is 'La réponse de la personne à la convocation qu''ouvre son code ; rien si elle est déjà écrite, ou si l''heure est passée';

create function rendezvous.entretien_par_code(code_recu text, ici timestamp, heures int)
  returns table (entretien_id bigint, prenom text, etat text, jour date, debut time, fin time, agent text, lieu text, adresse text, telephone text, accessible boolean, expire boolean,
    commence boolean, choisir_avant date)
  stable language sql security definer set search_path = rendezvous, allocataires, structures, pg_temp as $$
  select e.id, p.prenom, e.etat, c.jour, c.debut, c.fin, m.agent, l.nom, l.adresse || ', ' || l.code_postal || ' ' || k.nom, l.telephone, l.accessible,
    case when c.id is null then e.code_expire_le < ici::date else c.jour + c.debut <= ici + make_interval(hours => heures) end,
    coalesce(c.jour + c.debut <= ici, false), case when c.id is null then e.code_expire_le end
  from entretien e join personne p on p.id = e.personne_id left join creneau c on c.id = e.creneau_id left join permanence m on m.id = c.permanence_id
  left join lieu l on l.id = m.lieu_id left join commune k on k.code = l.commune
  where e.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) $$;
comment on function rendezvous.entretien_par_code(text, timestamp, int) is 'L''entretien qu''ouvre un code : prénom, lieu et heure, rien d''autre';

create function rendezvous.choisir_par_code(code_recu text, choisi bigint, du date, au date, ici timestamp, heures int, maintenant timestamptz)
  returns table (entretien_id bigint, changee boolean) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare e record; c record;
begin
  select x.id, x.personne_id, x.etat, x.creneau_id, x.territoire_id, x.organisation_ids into e from entretien x left join creneau k on k.id = x.creneau_id
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')
      and case when k.id is null then x.code_expire_le >= ici::date else k.jour + k.debut > ici + make_interval(hours => heures) end for update of x;
  if not found then
    return;
  end if;
  if e.creneau_id = choisi and e.etat = 'CONFIRMEE' then
    return query select e.id::bigint, false;
    return;
  end if;
  select k.id, k.jour into c from creneau k where k.id = choisi and k.territoire_id = e.territoire_id and k.jour between du and au and k.ferme is null for share;
  if not found then
    return;
  end if;
  update entretien x set creneau_id = c.id, etat = 'CONFIRMEE', etat_depuis = maintenant, motif = null, code_expire_le = c.jour where x.id = e.id;
  insert into passage (convocation_id, personne_id, de, vers, le, par, creneau_id, creneau_quitte_id, territoire_id, organisation_ids)
    values (e.id, e.personne_id, e.etat, 'CONFIRMEE', maintenant, 'la personne', c.id, nullif(e.creneau_id, c.id), e.territoire_id, e.organisation_ids);
  return query select e.id::bigint, true;
end $$;
comment on function rendezvous.choisir_par_code(text, bigint, date, date, timestamp, int, timestamptz) is 'Le créneau que choisit la personne dont c''est le code, avant l''heure de celui qu''elle avait ; l''unicité d''un créneau fait échouer celle qui arrive après';

create function rendezvous.renoncer_par_code(code_recu text, raison text, ici timestamp, heures int, maintenant timestamptz)
  returns table (entretien_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare e record;
begin
  select x.id, x.personne_id, x.etat, x.creneau_id, x.territoire_id, x.organisation_ids into e from entretien x left join creneau k on k.id = x.creneau_id
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')
      and case when k.id is null then x.code_expire_le >= ici::date else k.jour + k.debut > ici + make_interval(hours => heures) end for update of x;
  if not found then
    return;
  end if;
  update entretien x set etat = 'DECLINEE', etat_depuis = maintenant, motif = raison where x.id = e.id;
  insert into passage (convocation_id, personne_id, de, vers, le, par, motif, creneau_id, territoire_id, organisation_ids)
    values (e.id, e.personne_id, e.etat, 'DECLINEE', maintenant, 'la personne', raison, e.creneau_id, e.territoire_id, e.organisation_ids);
  return query select e.id::bigint;
end $$;
comment on function rendezvous.renoncer_par_code(text, text, timestamp, int, timestamptz) is 'La personne dont c''est le code annule son entretien, avant son heure';

revoke all on function rendezvous.lire_par_code(text, timestamp, int), rendezvous.repondre_par_code(text, boolean, text, timestamp, int, timestamptz),
  rendezvous.entretien_par_code(text, timestamp, int), rendezvous.choisir_par_code(text, bigint, date, date, timestamp, int, timestamptz),
  rendezvous.renoncer_par_code(text, text, timestamp, int, timestamptz) from public;
grant execute on function rendezvous.lire_par_code(text, timestamp, int), rendezvous.repondre_par_code(text, boolean, text, timestamp, int, timestamptz),
  rendezvous.entretien_par_code(text, timestamp, int), rendezvous.choisir_par_code(text, bigint, date, date, timestamp, int, timestamptz),
  rendezvous.renoncer_par_code(text, text, timestamp, int, timestamptz) to jalon_application;
