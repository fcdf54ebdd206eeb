-- Nobody falls out of the lists: whoever is soumise with an open right and neither waits nor is followed has a reason written here, until a day.
create table orientation.raison_sans_suivi (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  raison text not null,
  ecrite_le date not null,
  a_revoir_le date not null check (a_revoir_le > ecrite_le),
  ecrite_par text not null,
  saisie_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table orientation.raison_sans_suivi is 'Pourquoi personne ne suit une personne soumise dont le droit est ouvert. RGPD : vie personnelle';
comment on column orientation.raison_sans_suivi.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.raison_sans_suivi.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column orientation.raison_sans_suivi.raison is 'Pourquoi, en quelques mots. RGPD : vie personnelle';
comment on column orientation.raison_sans_suivi.ecrite_le is 'Le jour où elle a été écrite ; un suivi terminé depuis l''efface. RGPD : aucune';
comment on column orientation.raison_sans_suivi.a_revoir_le is 'Le jour où la personne revient dans la liste. RGPD : aucune';
comment on column orientation.raison_sans_suivi.ecrite_par is 'Qui l''a écrite. RGPD : identité professionnelle';
comment on column orientation.raison_sans_suivi.saisie_le is 'Quand elle a été saisie. RGPD : trace';
comment on column orientation.raison_sans_suivi.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column orientation.raison_sans_suivi.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index raison_sans_suivi_personne on orientation.raison_sans_suivi (personne_id, id);

alter table orientation.raison_sans_suivi enable row level security;
create policy lecture on orientation.raison_sans_suivi for select to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
create policy ajout on orientation.raison_sans_suivi for insert to jalon_application
  with check ((select habilitations.peut('ORIENTATIONS')) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
create policy fusion on orientation.raison_sans_suivi for update to jalon_application
  using ((select habilitations.peut('DOUBLONS')) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
grant select, insert, update on orientation.raison_sans_suivi to jalon_application;
create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on orientation.raison_sans_suivi for each row
  when (current_user = 'jalon_application') execute function habilitations.recopier_perimetre('personne');
