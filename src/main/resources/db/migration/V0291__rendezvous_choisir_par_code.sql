-- The door of the person for her interview: four functions that take the code of her message (see V0251). A code opens one interview; it shows
-- the free slots of her territory, never who holds the others.
create function rendezvous.entretien_par_code(code_recu text, aujourdhui date)
  returns table (entretien_id bigint, prenom text, etat text, jour date, debut time, fin time, agent text, lieu text, adresse text, telephone text, accessible boolean, expire boolean)
  stable language sql security definer set search_path = rendezvous, allocataires, structures, pg_temp as $$
  select e.id, p.prenom, e.etat, c.jour, c.debut, c.fin, m.agent, l.nom, l.adresse || ', ' || l.code_postal || ' ' || k.nom, l.telephone, l.accessible, e.code_expire_le < aujourdhui
  from entretien e join personne p on p.id = e.personne_id left join creneau c on c.id = e.creneau_id left join permanence m on m.id = c.permanence_id
  left join lieu l on l.id = m.lieu_id left join commune k on k.code = l.commune
  where e.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) $$;
comment on function rendezvous.entretien_par_code(text, date) is 'L''entretien qu''ouvre un code : prénom, lieu et heure, rien d''autre';

create function rendezvous.creneaux_par_code(code_recu text, du date, au date)
  returns table (creneau_id bigint, jour date, debut time, fin time, lieu text, commune text) stable language sql security definer
  set search_path = rendezvous, structures, pg_temp as $$
  select c.id, c.jour, c.debut, c.fin, l.nom, k.nom
  from entretien e join creneau c on c.territoire_id = e.territoire_id and c.jour between du and au and c.ferme is null
  join permanence m on m.id = c.permanence_id join lieu l on l.id = m.lieu_id join commune k on k.code = l.commune
  where e.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')
    and not exists (select from entretien x where x.creneau_id = c.id and x.etat not in ('ANNULEE', 'DECLINEE'))
  order by c.jour, c.debut, c.id limit 60 $$;
comment on function rendezvous.creneaux_par_code(text, date, date) is 'Les créneaux libres du territoire de la personne dont c''est le code';

create function rendezvous.choisir_par_code(code_recu text, choisi bigint, du date, au date, maintenant timestamptz)
  returns table (entretien_id bigint, changee boolean) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare e record; c record;
begin
  select x.id, x.personne_id, x.etat, x.creneau_id, x.territoire_id, x.organisation_ids into e from entretien x
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.code_expire_le >= (maintenant at time zone 'Europe/Paris')::date and x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') for update of x;
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
  insert into passage (convocation_id, personne_id, de, vers, le, par, territoire_id, organisation_ids)
    values (e.id, e.personne_id, e.etat, 'CONFIRMEE', maintenant, 'la personne', e.territoire_id, e.organisation_ids);
  return query select e.id::bigint, true;
end $$;
comment on function rendezvous.choisir_par_code(text, bigint, date, date, timestamptz) is 'Le créneau que choisit la personne dont c''est le code ; l''unicité d''un créneau fait échouer celle qui arrive après';

create function rendezvous.renoncer_par_code(code_recu text, raison text, aujourdhui date, maintenant timestamptz)
  returns table (entretien_id bigint) language plpgsql security definer set search_path = rendezvous, pg_temp as $$
declare e record;
begin
  select x.id, x.personne_id, x.etat, x.territoire_id, x.organisation_ids into e from entretien x
    where x.code_empreinte = sha256(convert_to(code_recu, 'UTF8')) and x.code_expire_le >= aujourdhui and x.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') for update of x;
  if not found then
    return;
  end if;
  update entretien x set etat = 'DECLINEE', etat_depuis = maintenant, motif = raison where x.id = e.id;
  insert into passage (convocation_id, personne_id, de, vers, le, par, motif, territoire_id, organisation_ids)
    values (e.id, e.personne_id, e.etat, 'DECLINEE', maintenant, 'la personne', raison, e.territoire_id, e.organisation_ids);
  return query select e.id::bigint;
end $$;
comment on function rendezvous.renoncer_par_code(text, text, date, timestamptz) is 'La personne dont c''est le code annule son entretien';
revoke all on function rendezvous.entretien_par_code(text, date), rendezvous.creneaux_par_code(text, date, date), rendezvous.choisir_par_code(text, bigint, date, date, timestamptz),
  rendezvous.renoncer_par_code(text, text, date, timestamptz) from public;
grant execute on function rendezvous.entretien_par_code(text, date), rendezvous.creneaux_par_code(text, date, date), rendezvous.choisir_par_code(text, bigint, date, date, timestamptz),
  rendezvous.renoncer_par_code(text, text, date, timestamptz) to jalon_application;
