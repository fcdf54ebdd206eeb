-- What persons ask about their data, what a litigation keeps, and who was purged.
create schema donnees;
grant usage on schema donnees to jalon_application;
create table donnees.demande (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  nature text not null check (nature in ('COPIE', 'RECTIFICATION', 'OPPOSITION', 'EFFACEMENT')),
  recue_le date not null,
  limite date not null,
  objet text not null,
  saisie_par text not null, saisie_le timestamptz not null,
  reponse text,
  acceptee boolean,
  repondue_par text, repondue_le timestamptz,
  territoire_id int, organisation_ids int[],
  constraint demande_repondue check ((reponse is null) = (acceptee is null) and (reponse is null) = (repondue_le is null))
);
comment on table donnees.demande is 'Ce que les personnes demandent sur leurs données (articles 15 à 21 du RGPD). RGPD : vie personnelle';
comment on column donnees.demande.id is 'Numéro interne. RGPD : aucune';
comment on column donnees.demande.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column donnees.demande.nature is 'Ce qu''elle demande. RGPD : vie personnelle';
comment on column donnees.demande.recue_le is 'Reçue le. RGPD : aucune';
comment on column donnees.demande.limite is 'Réponse due le : un mois (article 12 du RGPD). RGPD : aucune';
comment on column donnees.demande.objet is 'Ce qu''elle dit. RGPD : vie personnelle';
comment on column donnees.demande.saisie_par is 'Qui l''a saisie. RGPD : identité professionnelle';
comment on column donnees.demande.saisie_le is 'Saisie le. RGPD : aucune';
comment on column donnees.demande.reponse is 'Ce qui lui est répondu, et pourquoi. RGPD : vie personnelle';
comment on column donnees.demande.acceptee is 'Vrai si c''est fait, faux si c''est refusé. RGPD : vie personnelle';
comment on column donnees.demande.repondue_par is 'Qui a répondu. RGPD : identité professionnelle';
comment on column donnees.demande.repondue_le is 'Répondue le. RGPD : aucune';
comment on column donnees.demande.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column donnees.demande.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index demande_personne on donnees.demande (personne_id);
create table donnees.retenue (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  raison text not null,
  depuis date not null,
  posee_par text not null, posee_le timestamptz not null,
  levee_par text, levee_le timestamptz,
  territoire_id int, organisation_ids int[]
);
comment on table donnees.retenue is 'Les contentieux qui empêchent d''effacer un dossier. RGPD : vie personnelle';
comment on column donnees.retenue.id is 'Numéro interne. RGPD : aucune';
comment on column donnees.retenue.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column donnees.retenue.raison is 'Quel contentieux. RGPD : vie personnelle';
comment on column donnees.retenue.depuis is 'Depuis le. RGPD : aucune';
comment on column donnees.retenue.posee_par is 'Qui l''a posée. RGPD : identité professionnelle';
comment on column donnees.retenue.posee_le is 'Posée le. RGPD : aucune';
comment on column donnees.retenue.levee_par is 'Qui l''a levée. RGPD : identité professionnelle';
comment on column donnees.retenue.levee_le is 'Levée le. RGPD : aucune';
comment on column donnees.retenue.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column donnees.retenue.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create unique index retenue_personne on donnees.retenue (personne_id) where levee_le is null;
create table donnees.purge (
  personne_id bigint primary key references allocataires.personne,
  fin date not null,
  suivi_efface_le timestamptz not null,
  identite_effacee_le timestamptz,
  par text not null,
  regle text not null
);
comment on table donnees.purge is 'Les fiches effacées, par leur numéro seul. RGPD : aucune';
comment on column donnees.purge.personne_id is 'La fiche. RGPD : aucune';
comment on column donnees.purge.fin is 'Dernier contact ou fin du droit. RGPD : aucune';
comment on column donnees.purge.suivi_efface_le is 'Quand l''accompagnement a été effacé. RGPD : aucune';
comment on column donnees.purge.identite_effacee_le is 'Quand l''identité l''a été, vide tant que les comptes la gardent. RGPD : aucune';
comment on column donnees.purge.par is 'Qui a lancé la purge. RGPD : trace';
comment on column donnees.purge.regle is 'Durée appliquée. RGPD : aucune';

-- whoever merges two persons moves their requests with them, unseen
do $$
declare t text;
begin
  foreach t in array array['demande', 'retenue'] loop
    execute format('alter table donnees.%I enable row level security', t);
    execute format($p$create policy lecture on donnees.%I for select to jalon_application using (((select habilitations.peut('DROITS_DES_PERSONNES')) or (select habilitations.peut('DOUBLONS'))) and ((select habilitations.partout())
      or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format($p$create policy ajout on donnees.%I for insert to jalon_application with check ((select habilitations.peut('DROITS_DES_PERSONNES')) and ((select habilitations.partout())
      or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format($p$create policy changement on donnees.%I for update to jalon_application using (((select habilitations.peut('DROITS_DES_PERSONNES')) or (select habilitations.peut('DOUBLONS'))) and ((select habilitations.partout())
      or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on donnees.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t);
  end loop;
end $$;
grant select, insert on donnees.demande, donnees.retenue to jalon_application;
grant update (reponse, acceptee, repondue_par, repondue_le, personne_id, territoire_id, organisation_ids) on donnees.demande to jalon_application;
grant update (levee_par, levee_le, personne_id, territoire_id, organisation_ids) on donnees.retenue to jalon_application;
alter table donnees.purge enable row level security;
create policy lecture on donnees.purge for select to jalon_application using ((select habilitations.peut('DROITS_DES_PERSONNES')));
grant select on donnees.purge to jalon_application;

-- The trace of an act stays; once a person is purged, whom it was about is forgotten (docs/decisions/0013). Only the owner's door, inside a purge, and
-- only to forget: who, when, what act and from where never change.
create or replace function journal.trace_ajout_seul() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.instant < now() - interval '6 months' and old.acte = any (journal.actes_passagers()) then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_user <> 'jalon_application' and current_setting('jalon.purge', true) = 'oui'
     and (new.id, new.instant, new.agent, new.acte) = (old.id, old.instant, old.agent, old.acte)
     and (new.role, new.adresse_ip, new.ecran, new.sante) is not distinct from (old.role, old.adresse_ip, old.ecran, old.sante)
     and (new.personne_id is null or new.personne_id is not distinct from old.personne_id) and (new.foyer_id is null or new.foyer_id is not distinct from old.foyer_id)
     and (new.objet is null or new.objet is not distinct from old.objet) and (new.filtre is null or new.filtre is not distinct from old.filtre)
     and (new.detail is null or new.detail is not distinct from old.detail) and (new.personnes is null or new.personnes <@ old.personnes) then
    return new;
  end if;
  raise exception 'La table %.% ne se modifie pas et ne s''efface pas.', tg_table_schema, tg_table_name;
end $$;
