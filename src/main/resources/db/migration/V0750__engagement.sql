-- The contrat d'engagement (L. 5411-6 code du travail): what a person and her référent each undertake, its objectives and its actions, who signed what and how.
-- A version that was signed is never written again: what changes is a version more. What tells of health is given only to who holds SANTE, on top of ENGAGEMENTS.
create schema engagement;

create table engagement.contrat (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  suivi_id bigint not null references orientation.suivi,
  etat text not null check (etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU', 'ECHU', 'CLOS', 'ECARTE')),
  etat_depuis date not null,
  depuis date,
  jusqu_au date,
  signe_le date,
  clos_le date,
  precedent_id bigint references engagement.contrat,
  cle uuid not null unique,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  check (jusqu_au >= depuis),
  check ((depuis is null) = (jusqu_au is null)),
  check (etat not in ('SIGNE', 'ECHU') or signe_le is not null and depuis is not null)
);
comment on table engagement.contrat is 'Les contrats d''engagement d''une personne, et où ils en sont. RGPD : vie professionnelle';
comment on column engagement.contrat.suivi_id is 'Le suivi au titre duquel il est fait ; après une réorientation, le nouveau. RGPD : aucune';
comment on column engagement.contrat.etat is 'À élaborer, à signer, signé, refusé, suspendu, échu, clos, noté par erreur. RGPD : vie professionnelle';
comment on column engagement.contrat.etat_depuis is 'Depuis quel jour. RGPD : vie professionnelle';
comment on column engagement.contrat.depuis is 'Premier jour de la version en vigueur ; vide tant que rien n''est signé. RGPD : vie professionnelle';
comment on column engagement.contrat.jusqu_au is 'Son dernier jour. RGPD : vie professionnelle';
comment on column engagement.contrat.signe_le is 'Le jour de la première signature des deux. RGPD : vie professionnelle';
comment on column engagement.contrat.clos_le is 'Le jour où il a pris fin. RGPD : vie professionnelle';
comment on column engagement.contrat.precedent_id is 'Celui qu''il renouvelle. RGPD : aucune';
comment on column engagement.contrat.cle is 'Le numéro du formulaire qui l''a écrit : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column engagement.contrat.ecrit_par is 'L''agent qui l''a commencé. RGPD : vie professionnelle';
comment on column engagement.contrat.ecrit_le is 'Quand. RGPD : trace';
select habilitations.proteger('engagement.contrat', 'ENGAGEMENTS', change => '{suivi_id, etat, etat_depuis, depuis, jusqu_au, signe_le, clos_le}');
create index contrat_ouvert on engagement.contrat (personne_id) where etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU');
create index contrat_fin on engagement.contrat (jusqu_au) where etat = 'SIGNE';
create index contrat_suivi on engagement.contrat (suivi_id);

create table engagement.version (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  contrat_id bigint not null references engagement.contrat,
  suivi_id bigint not null references orientation.suivi,
  numero int not null check (numero > 0),
  etat text not null check (etat in ('PREPAREE', 'SIGNEE', 'ABANDONNEE')),
  cause text not null check (cause in ('PREMIER', 'AVENANT', 'REORIENTATION', 'RENOUVELLEMENT')),
  motif text not null default '' check (length(motif) <= 500),
  depuis date not null,
  jusqu_au date not null,
  intensite text not null check (intensite in ('ORDINAIRE', 'RENFORCEE', 'INTENSIVE')),
  engagements_personne text not null check (length(engagements_personne) <= 4000),
  engagements_referent text not null check (length(engagements_referent) <= 4000),
  validation text check (validation in ('DEMANDEE', 'ACCORDEE', 'RENVOYEE')),
  validation_le timestamptz,
  validation_par text,
  validation_motif text check (length(validation_motif) <= 500),
  presentee_le date,
  signee_le date,
  empreinte text check (empreinte ~ '^[0-9a-f]{64}$'),
  ecrite_par text not null,
  ecrite_le timestamptz not null,
  unique (contrat_id, numero),
  check (jusqu_au >= depuis),
  check (etat <> 'SIGNEE' or signee_le is not null)
);
comment on table engagement.version is 'Ce que dit un contrat d''engagement : une ligne par version, jamais réécrite une fois signée. RGPD : vie professionnelle';
comment on column engagement.version.contrat_id is 'Le contrat. RGPD : aucune';
comment on column engagement.version.suivi_id is 'Le suivi au titre duquel elle a été préparée. RGPD : aucune';
comment on column engagement.version.numero is 'Son rang dans le contrat. RGPD : aucune';
comment on column engagement.version.etat is 'En préparation, signée, abandonnée. RGPD : vie professionnelle';
comment on column engagement.version.cause is 'Premier contrat, avenant, nouvelle orientation, renouvellement. RGPD : vie professionnelle';
comment on column engagement.version.motif is 'Ce que cette version change. RGPD : vie professionnelle';
comment on column engagement.version.depuis is 'Son premier jour. RGPD : vie professionnelle';
comment on column engagement.version.jusqu_au is 'Son dernier jour. RGPD : vie professionnelle';
comment on column engagement.version.intensite is 'Le niveau d''intensité de l''accompagnement. RGPD : vie professionnelle';
comment on column engagement.version.engagements_personne is 'Ce à quoi la personne s''engage. RGPD : vie professionnelle';
comment on column engagement.version.engagements_referent is 'Ce à quoi le référent s''engage. RGPD : vie professionnelle';
comment on column engagement.version.validation is 'Demandée au responsable, accordée, renvoyée ; vide quand aucune n''est demandée. RGPD : aucune';
comment on column engagement.version.validation_le is 'Quand. RGPD : trace';
comment on column engagement.version.validation_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.version.validation_motif is 'Ce que le responsable demande de revoir. RGPD : vie professionnelle';
comment on column engagement.version.presentee_le is 'Le jour où elle a été présentée à la signature. RGPD : vie professionnelle';
comment on column engagement.version.signee_le is 'Le jour où la dernière des deux signatures a été donnée. RGPD : vie professionnelle';
comment on column engagement.version.empreinte is 'L''empreinte (SHA-256) du document présenté à la signature. RGPD : aucune';
comment on column engagement.version.ecrite_par is 'L''agent qui l''a préparée. RGPD : vie professionnelle';
comment on column engagement.version.ecrite_le is 'Quand. RGPD : trace';
select habilitations.proteger('engagement.version', 'ENGAGEMENTS', change => '{etat, motif, depuis, jusqu_au, intensite, engagements_personne, engagements_referent,
  validation, validation_le, validation_par, validation_motif, presentee_le, signee_le, empreinte}');
create index version_suivi on engagement.version (suivi_id, signee_le) where etat = 'SIGNEE';
create unique index version_preparee on engagement.version (contrat_id) where etat = 'PREPAREE';

create table engagement.objectif (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  version_id bigint not null references engagement.version,
  rang int not null,
  theme text,
  sante boolean not null,
  texte text not null check (length(texte) between 1 and 500),
  retire_le timestamptz,
  resultat text check (resultat in ('ATTEINT', 'EN_PARTIE', 'NON_ATTEINT')),
  pourquoi text check (length(pourquoi) <= 500),
  resultat_le date,
  resultat_par text,
  check ((resultat is null) = (resultat_le is null)),
  check ((resultat is null) = (resultat_par is null))
);
comment on table engagement.objectif is 'Les objectifs d''une version d''un contrat, et s''ils sont atteints. RGPD : vie professionnelle';
comment on column engagement.objectif.version_id is 'La version. RGPD : aucune';
comment on column engagement.objectif.rang is 'Son rang. RGPD : aucune';
comment on column engagement.objectif.theme is 'Le thème du diagnostic auquel il répond ; vide quand il répond au projet. RGPD : vie personnelle';
comment on column engagement.objectif.sante is 'Vrai quand ce thème est la santé. RGPD : santé';
comment on column engagement.objectif.texte is 'L''objectif, en mots simples. RGPD : vie professionnelle';
comment on column engagement.objectif.retire_le is 'Retiré de la version avant sa signature. RGPD : trace';
comment on column engagement.objectif.resultat is 'Atteint, en partie, non atteint. RGPD : vie professionnelle';
comment on column engagement.objectif.pourquoi is 'Pourquoi. RGPD : vie professionnelle';
comment on column engagement.objectif.resultat_le is 'Le jour du constat. RGPD : vie professionnelle';
comment on column engagement.objectif.resultat_par is 'Par qui. RGPD : vie professionnelle';
select habilitations.proteger('engagement.objectif', 'ENGAGEMENTS', change => '{rang, theme, sante, texte, retire_le, resultat, pourquoi, resultat_le, resultat_par}');
create index objectif_version on engagement.objectif (version_id);

create table engagement.action (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  version_id bigint not null references engagement.version,
  objectif_id bigint not null references engagement.objectif,
  rang int not null,
  sante boolean not null,
  libelle text not null check (length(libelle) between 1 and 200),
  activite text not null,
  qui text not null check (qui in ('PERSONNE', 'REFERENT', 'PARTENAIRE')),
  depuis date not null,
  jusqu_au date not null,
  heures numeric(4, 1) not null check (heures >= 0 and heures <= 60),
  retiree_le timestamptz,
  check (jusqu_au >= depuis)
);
comment on table engagement.action is 'Les actions d''une version d''un contrat : qui fait quoi, de quand à quand, combien d''heures par semaine. RGPD : vie professionnelle';
comment on column engagement.action.version_id is 'La version. RGPD : aucune';
comment on column engagement.action.objectif_id is 'L''objectif qu''elle sert. RGPD : aucune';
comment on column engagement.action.rang is 'Son rang. RGPD : aucune';
comment on column engagement.action.sante is 'Vrai quand l''objectif est de santé. RGPD : santé';
comment on column engagement.action.libelle is 'Ce qui est fait. RGPD : vie professionnelle';
comment on column engagement.action.activite is 'Son genre d''activité. RGPD : vie professionnelle';
comment on column engagement.action.qui is 'Qui la fait : la personne, le référent, un partenaire. RGPD : aucune';
comment on column engagement.action.depuis is 'Son premier jour. RGPD : vie professionnelle';
comment on column engagement.action.jusqu_au is 'Son dernier jour. RGPD : vie professionnelle';
comment on column engagement.action.heures is 'Heures prévues par semaine. RGPD : vie professionnelle';
comment on column engagement.action.retiree_le is 'Retirée de la version avant sa signature. RGPD : trace';
select habilitations.proteger('engagement.action', 'ENGAGEMENTS', change => '{rang, sante, objectif_id, libelle, activite, qui, depuis, jusqu_au, heures, retiree_le}');
create index action_version on engagement.action (version_id);

create table engagement.signature (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  version_id bigint not null references engagement.version,
  qui text not null check (qui in ('PERSONNE', 'REFERENT')),
  moyen text not null check (moyen in ('DESSIN', 'CODE', 'PAPIER', 'COMPTE')),
  le date not null,
  signee_le timestamptz not null,
  nom text not null check (length(nom) between 1 and 200),
  envoye_a text check (length(envoye_a) <= 20),
  empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
  recueillie_par text not null,
  annulee_le timestamptz,
  annulee_par text,
  check ((annulee_le is null) = (annulee_par is null)),
  check (qui = 'PERSONNE' or moyen in ('COMPTE', 'PAPIER'))
);
comment on table engagement.signature is 'Qui a signé une version, quand, par quel moyen, et l''empreinte de ce qui a été signé. RGPD : identité';
comment on column engagement.signature.version_id is 'La version. RGPD : aucune';
comment on column engagement.signature.qui is 'La personne ou son référent. RGPD : aucune';
comment on column engagement.signature.moyen is 'Dessinée à l''écran, par un code reçu sur son téléphone, sur papier, par le compte de l''agent. RGPD : aucune';
comment on column engagement.signature.le is 'Le jour. RGPD : vie professionnelle';
comment on column engagement.signature.signee_le is 'Quand elle a été recueillie ou saisie. RGPD : trace';
comment on column engagement.signature.nom is 'Le nom de qui a signé, tel qu''il était. RGPD : identité';
comment on column engagement.signature.envoye_a is 'Les derniers chiffres du numéro qui a reçu le code. RGPD : coordonnées';
comment on column engagement.signature.empreinte is 'L''empreinte (SHA-256) du document signé. RGPD : aucune';
comment on column engagement.signature.recueillie_par is 'L''agent devant qui elle a été donnée. RGPD : vie professionnelle';
comment on column engagement.signature.annulee_le is 'Quand elle a été reprise comme une erreur. RGPD : trace';
comment on column engagement.signature.annulee_par is 'Par qui. RGPD : vie professionnelle';
select habilitations.proteger('engagement.signature', 'ENGAGEMENTS', change => '{annulee_le, annulee_par}');
create index signature_signee on engagement.signature using brin (signee_le);
create unique index signature_une on engagement.signature (version_id, qui) where annulee_le is null;

create table engagement.document (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  version_id bigint not null references engagement.version,
  sorte text not null check (sorte in ('PRESENTE', 'PAPIER', 'DESSIN')),
  sante boolean not null,
  nom text not null check (length(nom) between 1 and 120),
  nature text not null check (nature in ('PDF', 'JPEG', 'PNG')),
  taille int not null,
  contenu_chiffre bytea not null,
  depose_par text not null,
  depose_le timestamptz not null
);
comment on table engagement.document is 'Ce qui prouve un contrat : le document présenté, le papier signé, la signature dessinée, chiffrés. RGPD : identité';
comment on column engagement.document.version_id is 'La version. RGPD : aucune';
comment on column engagement.document.sorte is 'Présenté à la signature, papier signé, signature dessinée. RGPD : aucune';
comment on column engagement.document.sante is 'Vrai quand le contrat a un objectif de santé. RGPD : santé';
comment on column engagement.document.nom is 'Son nom. RGPD : identité';
comment on column engagement.document.nature is 'PDF ou image. RGPD : aucune';
comment on column engagement.document.taille is 'Sa taille, en octets. RGPD : aucune';
comment on column engagement.document.contenu_chiffre is 'Le document, chiffré avec la clé de l''instance. RGPD : identité';
comment on column engagement.document.depose_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.document.depose_le is 'Quand. RGPD : trace';
select habilitations.proteger('engagement.document', 'ENGAGEMENTS');
create index document_version on engagement.document (version_id);

create table engagement.code_de_signature (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  version_id bigint not null references engagement.version,
  code_empreinte text not null check (code_empreinte ~ '^[0-9a-f]{64}$'),
  envoye_a text not null check (length(envoye_a) <= 20),
  envoye_le timestamptz not null,
  expire_le timestamptz not null,
  essais int not null default 0,
  servi_le timestamptz,
  demande_par text not null
);
comment on table engagement.code_de_signature is 'Les codes envoyés pour signer ; le code lui-même n''est gardé nulle part. RGPD : trace';
comment on column engagement.code_de_signature.version_id is 'La version à signer. RGPD : aucune';
comment on column engagement.code_de_signature.code_empreinte is 'Son empreinte. RGPD : aucune';
comment on column engagement.code_de_signature.envoye_a is 'Les derniers chiffres du numéro. RGPD : coordonnées';
comment on column engagement.code_de_signature.envoye_le is 'Quand. RGPD : trace';
comment on column engagement.code_de_signature.expire_le is 'Jusqu''à quand il vaut. RGPD : trace';
comment on column engagement.code_de_signature.essais is 'Combien de codes faux ont été tapés. RGPD : trace';
comment on column engagement.code_de_signature.servi_le is 'Quand il a servi. RGPD : trace';
comment on column engagement.code_de_signature.demande_par is 'L''agent qui l''a fait envoyer. RGPD : vie professionnelle';
select habilitations.proteger('engagement.code_de_signature', 'ENGAGEMENTS', change => '{essais, servi_le}');
create index code_version on engagement.code_de_signature (version_id, id desc);

create table engagement.refus (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  contrat_id bigint not null references engagement.contrat,
  le date not null,
  raison text not null check (raison in ('ELABORER', 'SIGNER', 'ACTUALISER')),
  precisions text not null check (length(precisions) between 1 and 1000),
  note_par text not null,
  note_le timestamptz not null,
  retire_le timestamptz,
  retire_par text,
  retire_motif text check (length(retire_motif) <= 500),
  check ((retire_le is null) = (retire_par is null))
);
comment on table engagement.refus is 'Les refus d''élaborer, de signer ou d''actualiser un contrat, avec ce que la personne en dit : un fait, jamais une sanction. RGPD : vie professionnelle';
comment on column engagement.refus.contrat_id is 'Le contrat. RGPD : aucune';
comment on column engagement.refus.le is 'Le jour. RGPD : vie professionnelle';
comment on column engagement.refus.raison is 'Ce qu''elle refuse : élaborer, signer, actualiser (L. 262-37 CASF). RGPD : vie professionnelle';
comment on column engagement.refus.precisions is 'Ce qu''elle en dit. RGPD : vie personnelle';
comment on column engagement.refus.note_par is 'Qui l''a noté. RGPD : vie professionnelle';
comment on column engagement.refus.note_le is 'Quand. RGPD : trace';
comment on column engagement.refus.retire_le is 'Quand elle est revenue dessus, ou qu''il a été noté par erreur. RGPD : trace';
comment on column engagement.refus.retire_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.refus.retire_motif is 'Pourquoi. RGPD : vie professionnelle';
select habilitations.proteger('engagement.refus', 'ENGAGEMENTS', change => '{retire_le, retire_par, retire_motif}');
create unique index refus_un on engagement.refus (contrat_id) where retire_le is null;

create table engagement.passage (
  id bigint generated always as identity primary key,
  objet text not null,
  objet_id bigint not null references engagement.contrat,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  le date not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table engagement.passage is 'L''histoire d''un contrat d''engagement. RGPD : vie professionnelle';
comment on column engagement.passage.objet is 'Toujours CONTRAT. RGPD : aucune';
comment on column engagement.passage.objet_id is 'Le contrat. RGPD : aucune';
comment on column engagement.passage.de is 'L''état quitté ; vide quand il commence. RGPD : vie professionnelle';
comment on column engagement.passage.vers is 'L''état pris. RGPD : vie professionnelle';
comment on column engagement.passage.le is 'Le jour où c''est vrai. RGPD : vie professionnelle';
comment on column engagement.passage.fait_le is 'Quand c''est écrit. RGPD : trace';
comment on column engagement.passage.par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.passage.motif is 'Pourquoi. RGPD : vie professionnelle';
select habilitations.proteger('engagement.passage', 'ENGAGEMENTS');
create index passage_contrat on engagement.passage (objet_id, le desc, id desc);
-- what changed since the last count of weeks
create index passage_fait on engagement.passage using brin (fait_le);

create table engagement.delegation (
  id bigint generated always as identity primary key,
  agent text not null,
  depuis date not null,
  jusqu_au date,
  donnee_par text not null,
  donnee_le timestamptz not null,
  retiree_le timestamptz,
  retiree_par text,
  check (jusqu_au >= depuis),
  check ((retiree_le is null) = (retiree_par is null))
);
comment on table engagement.delegation is 'Les agents qui font signer un contrat sans la validation d''un responsable. RGPD : vie professionnelle';
comment on column engagement.delegation.id is 'Numéro interne. RGPD : aucune';
comment on column engagement.delegation.agent is 'Le compte. RGPD : vie professionnelle';
comment on column engagement.delegation.depuis is 'Premier jour. RGPD : vie professionnelle';
comment on column engagement.delegation.jusqu_au is 'Dernier jour ; vide sans limite. RGPD : vie professionnelle';
comment on column engagement.delegation.donnee_par is 'Par qui. RGPD : vie professionnelle';
comment on column engagement.delegation.donnee_le is 'Quand. RGPD : trace';
comment on column engagement.delegation.retiree_le is 'Quand elle a été retirée. RGPD : trace';
comment on column engagement.delegation.retiree_par is 'Par qui. RGPD : vie professionnelle';
grant select, insert, update (retiree_le, retiree_par) on engagement.delegation to jalon_application;
create unique index delegation_une on engagement.delegation (agent) where retiree_le is null;

-- who does not follow a person reads no content of her health in her contract
do $$
declare t text;
begin
  foreach t in array array['objectif', 'action', 'document'] loop
    execute format('create policy sante_lue on engagement.%I as restrictive for select to jalon_application using (not sante or (select habilitations.peut(''SANTE'')))', t);
    execute format('create policy sante_ecrite on engagement.%I as restrictive for insert to jalon_application with check (not sante or (select habilitations.peut(''SANTE'')))', t);
  end loop;
  foreach t in array array['objectif', 'action'] loop
    execute format('create policy sante_changee on engagement.%I as restrictive for update to jalon_application using (not sante or (select habilitations.peut(''SANTE'')))', t);
  end loop;
  -- what is written about a contract, or a version, is about one that the agent sees, of the same person
  foreach t in array array['version', 'refus'] loop
    execute format('create policy de_son_contrat on engagement.%I as restrictive for insert to jalon_application
      with check (exists (select from engagement.contrat c where c.id = contrat_id and c.personne_id = %I.personne_id))', t, t);
  end loop;
  foreach t in array array['objectif', 'action', 'signature', 'document', 'code_de_signature'] loop
    execute format('create policy de_sa_version on engagement.%I as restrictive for insert to jalon_application
      with check (exists (select from engagement.version v where v.id = version_id and v.personne_id = %I.personne_id))', t, t);
  end loop;
end $$;
create policy de_son_contrat on engagement.passage as restrictive for insert to jalon_application
  with check (exists (select from engagement.contrat c where c.id = objet_id and c.personne_id = passage.personne_id));

-- what was signed stays as it was signed; only what is found of an objective is written after. The owner empties it when its time is over (purge), nobody else
create function engagement.garder_ce_qui_est_signe() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  avant jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  apres jsonb := to_jsonb(new);
  libres constant text[] := array['personne_id', 'territoire_id', 'organisation_ids', 'resultat', 'pourquoi', 'resultat_le', 'resultat_par'];
begin
  if tg_table_name = 'version' then
    if avant ->> 'etat' = 'SIGNEE' and apres ->> 'etat' = 'SIGNEE' and avant - libres <> apres - libres then
      raise exception 'Une version signée d''un contrat ne se réécrit pas' using errcode = 'check_violation';
    end if;
  elsif exists (select from engagement.version v where v.id = (apres ->> 'version_id')::bigint and v.etat = 'SIGNEE') and avant - libres <> apres - libres then
    raise exception 'Une version signée d''un contrat ne se réécrit pas' using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function engagement.garder_ce_qui_est_signe() is 'Refuse de réécrire une version signée, ses objectifs et ses actions';
create trigger signe_garde before update on engagement.version for each row when (current_user = 'jalon_application')
  execute function engagement.garder_ce_qui_est_signe();
create trigger signe_garde before insert or update on engagement.objectif for each row when (current_user = 'jalon_application')
  execute function engagement.garder_ce_qui_est_signe();
create trigger signe_garde before insert or update on engagement.action for each row when (current_user = 'jalon_application')
  execute function engagement.garder_ce_qui_est_signe();

-- whoever presents a contract presents all of it: who may not read one of its objectives does not, and learns nothing more than that
create function engagement.se_lit_en_entier(version bigint) returns boolean stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select habilitations.peut('SANTE') or not exists (select from engagement.objectif o where o.version_id = version and o.sante and o.retire_le is null)
$$;
comment on function engagement.se_lit_en_entier(bigint) is 'Vrai quand l''agent peut lire tout ce que dit cette version d''un contrat';
revoke all on function engagement.se_lit_en_entier(bigint) from public;
grant execute on function engagement.se_lit_en_entier(bigint) to jalon_application;
