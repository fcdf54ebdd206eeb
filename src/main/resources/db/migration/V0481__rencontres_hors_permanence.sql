-- A partner meets her persons in her own office, without a slot of Jalon: the day and the organisation are enough to say who came.
alter table rendezvous.entretien add column le date, add column organisation_id int references structures.organisation;
comment on column rendezvous.entretien.le is 'Le jour d''une rencontre hors permanence ; vide quand un créneau le dit. RGPD : vie personnelle';
comment on column rendezvous.entretien.organisation_id is 'L''organisation qui a reçu la personne hors permanence. RGPD : aucune';
alter table rendezvous.entretien drop constraint entretien_check;
alter table rendezvous.entretien add constraint entretien_a_un_jour check (creneau_id is not null or le is not null or etat in ('INVITEE', 'ANNULEE', 'DECLINEE'));
alter table rendezvous.entretien add constraint entretien_un_seul_jour check (creneau_id is null or le is null);
create unique index entretien_hors_permanence on rendezvous.entretien (personne_id, le) where le is not null and etat <> 'ANNULEE';

-- The persons of one référent, those whose follow-up sleeps too: with them her list begins.
create index suivi_du_referent on orientation.suivi (referent_id) where etat <> 'CLOS';

-- Who may only enter presences writes where presences are written, and silences the reminders of what took place.
do $$
declare p record; lu text; verifie text;
begin
  for p in
    select pol.polname as nom, format('%I.%I', n.nspname, c.relname) as lieu, pol.polcmd as acte, pg_get_expr(pol.polqual, pol.polrelid) as lu,
      pg_get_expr(pol.polwithcheck, pol.polrelid) as verifie
    from pg_policy pol join pg_class c on c.oid = pol.polrelid join pg_namespace n on n.oid = c.relnamespace
    where pol.polcmd in ('a', 'w') and n.nspname || '.' || c.relname in ('rendezvous.entretien', 'rendezvous.convocation', 'rendezvous.passage', 'rendezvous.fait',
      'courriers.message', 'courriers.passage')
  loop
    lu := replace(p.lu, 'habilitations.peut(''REORIENTATIONS''::text)', '(habilitations.peut(''REORIENTATIONS''::text) or habilitations.peut(''PRESENCES''::text))');
    verifie := replace(p.verifie, 'habilitations.peut(''REORIENTATIONS''::text)', '(habilitations.peut(''REORIENTATIONS''::text) or habilitations.peut(''PRESENCES''::text))');
    if p.acte = 'a' then
      execute format('alter policy %I on %s with check (%s)', p.nom, p.lieu, verifie);
    else
      execute format('alter policy %I on %s using (%s) with check (%s)', p.nom, p.lieu, lu, coalesce(verifie, lu));
    end if;
  end loop;
end $$;
