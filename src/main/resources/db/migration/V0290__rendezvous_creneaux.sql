-- Opening hours of who receives one person at a time, the slots they make, and the interview each slot may hold.
create table rendezvous.permanence (
  id int generated always as identity primary key,
  lieu_id int not null references rendezvous.lieu,
  territoire_id int not null references structures.territoire,
  agent text not null,
  referent_id int references structures.referent,
  jour_semaine int not null check (jour_semaine between 1 and 7),
  debut time not null,
  fin time not null check (fin > debut),
  minutes int not null check (minutes between 10 and 240),
  du date not null,
  au date not null check (au >= du),
  cree_par text not null,
  cree_le timestamptz not null
);
comment on table rendezvous.permanence is 'Qui reçoit une personne à la fois, où, quel jour de la semaine et à quelles heures. RGPD : identité professionnelle';
comment on column rendezvous.permanence.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.permanence.lieu_id is 'Le lieu. RGPD : aucune';
comment on column rendezvous.permanence.territoire_id is 'Territoire qui tient la permanence. RGPD : aucune';
comment on column rendezvous.permanence.agent is 'Qui reçoit. RGPD : identité professionnelle';
comment on column rendezvous.permanence.referent_id is 'Le référent qui reçoit ; vide si ce n''en est pas un. RGPD : identité professionnelle';
comment on column rendezvous.permanence.jour_semaine is 'Jour de la semaine, 1 = lundi. RGPD : aucune';
comment on column rendezvous.permanence.debut is 'Première heure. RGPD : aucune';
comment on column rendezvous.permanence.fin is 'Heure à laquelle le dernier entretien est fini. RGPD : aucune';
comment on column rendezvous.permanence.minutes is 'Durée d''un créneau, en minutes. RGPD : aucune';
comment on column rendezvous.permanence.du is 'Premier jour. RGPD : aucune';
comment on column rendezvous.permanence.au is 'Dernier jour. RGPD : aucune';
comment on column rendezvous.permanence.cree_par is 'Qui l''a ouverte. RGPD : identité professionnelle';
comment on column rendezvous.permanence.cree_le is 'Quand. RGPD : trace';
create unique index permanence_meme_heure on rendezvous.permanence (lieu_id, lower(agent), jour_semaine, debut, du);

create table rendezvous.creneau (
  id bigint generated always as identity primary key,
  permanence_id int not null references rendezvous.permanence,
  territoire_id int not null references structures.territoire,
  jour date not null,
  debut time not null,
  fin time not null check (fin > debut),
  ferme text,
  unique (permanence_id, jour, debut)
);
comment on table rendezvous.creneau is 'Les créneaux d''une permanence : un jour, une heure, une personne. RGPD : aucune';
comment on column rendezvous.creneau.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.creneau.permanence_id is 'La permanence. RGPD : aucune';
comment on column rendezvous.creneau.territoire_id is 'Territoire qui tient la permanence. RGPD : aucune';
comment on column rendezvous.creneau.jour is 'Le jour. RGPD : aucune';
comment on column rendezvous.creneau.debut is 'Heure de début. RGPD : aucune';
comment on column rendezvous.creneau.fin is 'Heure de fin. RGPD : aucune';
comment on column rendezvous.creneau.ferme is 'Pourquoi personne n''est reçu à ce créneau ; vide quand il est ouvert. RGPD : identité professionnelle';
create index creneau_jour on rendezvous.creneau (territoire_id, jour, debut);

create table rendezvous.entretien (
  id bigint primary key default nextval('rendezvous.numero'),
  personne_id bigint not null references allocataires.personne,
  creneau_id bigint references rendezvous.creneau,
  etat text not null check (etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE', 'DECLINEE', 'ANNULEE', 'PRESENTE', 'EXCUSEE', 'ABSENTE')),
  etat_depuis timestamptz not null,
  motif text,
  code_empreinte bytea unique,
  code_expire_le date,
  saisi_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[],
  check (creneau_id is not null or etat in ('INVITEE', 'ANNULEE', 'DECLINEE'))
);
comment on table rendezvous.entretien is 'Qui est reçu à quel créneau, sa réponse et sa présence. RGPD : vie personnelle';
comment on column rendezvous.entretien.id is 'Numéro interne, commun à la pièce. RGPD : aucune';
comment on column rendezvous.entretien.personne_id is 'La personne. RGPD : aucune';
comment on column rendezvous.entretien.creneau_id is 'Le créneau ; vide tant que la personne ne l''a pas choisi. RGPD : aucune';
comment on column rendezvous.entretien.etat is 'Invitée à choisir, rendez-vous donné, confirmé, décliné, annulé, présente, excusée, absente. RGPD : vie personnelle';
comment on column rendezvous.entretien.etat_depuis is 'Depuis quand. RGPD : trace';
comment on column rendezvous.entretien.motif is 'Pourquoi elle ne peut ou n''a pas pu venir (code), ou pourquoi le rendez-vous est annulé. RGPD : santé';
comment on column rendezvous.entretien.code_empreinte is 'Empreinte du code qui permet de choisir sans compte. RGPD : secret';
comment on column rendezvous.entretien.code_expire_le is 'Dernier jour où ce code sert. RGPD : aucune';
comment on column rendezvous.entretien.saisi_par is 'Qui a donné le rendez-vous ou invité. RGPD : identité professionnelle';
comment on column rendezvous.entretien.saisi_le is 'Quand. RGPD : trace';
comment on column rendezvous.entretien.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column rendezvous.entretien.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
-- one person at a time on a slot, one interview to come for a person: two agents, two tabs, an agent and the person herself
create unique index entretien_creneau on rendezvous.entretien (creneau_id) where etat not in ('ANNULEE', 'DECLINEE');
create unique index entretien_en_cours on rendezvous.entretien (personne_id) where etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE');
create index entretien_personne on rendezvous.entretien (personne_id, id);

alter table rendezvous.entretien enable row level security;
create policy perimetre on rendezvous.entretien to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
         or territoire_id = any ((select habilitations.territoires())::int[])
         or organisation_ids && (select habilitations.organisations())::int[]));
create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on rendezvous.entretien for each row
  when (current_user = 'jalon_application') execute function habilitations.recopier_perimetre('personne');
grant select, insert, update on rendezvous.entretien to jalon_application;

do $$
declare t text;
begin
  foreach t in array array['permanence', 'creneau'] loop
    execute format('alter table rendezvous.%I enable row level security', t);
    execute format($p$create policy lecture on rendezvous.%I for select to jalon_application using ((select habilitations.peut('DOSSIERS')))$p$, t);
    execute format($p$create policy ajout on rendezvous.%I for insert to jalon_application with check ((select habilitations.peut('RENDEZ_VOUS'))
      and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])))$p$, t);
    execute format($p$create policy changement on rendezvous.%I for update to jalon_application using ((select habilitations.peut('RENDEZ_VOUS'))
      and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])))$p$, t);
    execute format('grant select, insert on rendezvous.%I to jalon_application', t);
  end loop;
end $$;
grant update (ferme) on rendezvous.creneau to jalon_application;

-- A slot is taken whoever holds it: those held by persons the agent may not see are counted. Numbers of slots, never a name.
create function rendezvous.creneaux_pris(creneaux bigint[]) returns table (creneau_id bigint) stable language sql security definer
  set search_path = rendezvous, pg_temp as $$
  select e.creneau_id from rendezvous.entretien e where e.creneau_id = any (creneaux) and e.etat not in ('ANNULEE', 'DECLINEE') $$;
comment on function rendezvous.creneaux_pris(bigint[]) is 'Ceux de ces créneaux qui ne sont plus libres, toutes personnes comptées';
revoke all on function rendezvous.creneaux_pris(bigint[]) from public;
grant execute on function rendezvous.creneaux_pris(bigint[]) to jalon_application;
