-- Letters, SMS and e-mails. What was written is frozen: a row keeps the text as it left, the address known that day, the version of the
-- model and of the letterhead it was made with. Only its state moves, and each passage is written.
create schema if not exists courriers;
grant usage on schema courriers to jalon_application;

create table courriers.version (
  id bigint generated always as identity primary key,
  modele text not null,
  defaut boolean not null,
  objet text not null, lettre text not null, courriel text not null, sms text not null,
  raison text,
  ecrite_par text not null, ecrite_le timestamptz not null
);
comment on table courriers.version is 'Les textes des modèles que le Département a changés ; la dernière version sert, aucune ne se modifie. RGPD : aucune';
comment on column courriers.version.id is 'Numéro de la version. RGPD : aucune';
comment on column courriers.version.modele is 'Code du modèle (fichiers courriers/*.yaml). RGPD : aucune';
comment on column courriers.version.defaut is 'Vrai quand le Département est revenu au texte livré avec Jalon. RGPD : aucune';
comment on column courriers.version.objet is 'Objet de la lettre et du courriel. RGPD : aucune';
comment on column courriers.version.lettre is 'Texte de la lettre (Markdown). RGPD : aucune';
comment on column courriers.version.courriel is 'Texte du courriel (Markdown). RGPD : aucune';
comment on column courriers.version.sms is 'Texte du SMS. RGPD : aucune';
comment on column courriers.version.raison is 'Pourquoi ce changement. RGPD : aucune';
comment on column courriers.version.ecrite_par is 'Qui l''a écrite. RGPD : trace';
comment on column courriers.version.ecrite_le is 'Quand. RGPD : trace';
create index version_modele on courriers.version (modele, id);

create table courriers.entete (
  id bigint generated always as identity primary key,
  expediteur text not null, adresse text not null, contact text not null, telephone text not null, signature text not null, recours text not null,
  logo bytea, logo_type text, logo_texte text,
  ecrite_par text not null, ecrite_le timestamptz not null
);
comment on table courriers.entete is 'Ce que porte chaque lettre : expéditeur, logo, contact, signature ; la dernière ligne sert, aucune ne se modifie. RGPD : aucune';
comment on column courriers.entete.id is 'Numéro. RGPD : aucune';
comment on column courriers.entete.expediteur is 'Nom de l''expéditeur. RGPD : aucune';
comment on column courriers.entete.adresse is 'Son adresse, ligne à ligne. RGPD : aucune';
comment on column courriers.entete.contact is 'Qui joindre, et quand. RGPD : aucune';
comment on column courriers.entete.telephone is 'Le numéro à appeler. RGPD : aucune';
comment on column courriers.entete.signature is 'Lignes de signature. RGPD : identité professionnelle';
comment on column courriers.entete.recours is 'Où écrire pour contester. RGPD : aucune';
comment on column courriers.entete.logo is 'Image du logo. RGPD : aucune';
comment on column courriers.entete.logo_type is 'PNG ou JPEG. RGPD : aucune';
comment on column courriers.entete.logo_texte is 'Ce que dit le logo, pour qui ne le voit pas. RGPD : aucune';
comment on column courriers.entete.ecrite_par is 'Qui l''a écrite. RGPD : trace';
comment on column courriers.entete.ecrite_le is 'Quand. RGPD : trace';

create table courriers.passerelle (
  canal text primary key check (canal in ('COURRIEL', 'SMS')),
  adresse text not null, port int, securite text, identifiant text, secret bytea, expediteur text not null, reponse text,
  ecrite_par text not null, ecrite_le timestamptz not null
);
comment on table courriers.passerelle is 'Par où partent les courriels et les SMS. RGPD : aucune';
comment on column courriers.passerelle.canal is 'Courriel ou SMS. RGPD : aucune';
comment on column courriers.passerelle.adresse is 'Serveur SMTP, ou adresse de la passerelle SMS. RGPD : aucune';
comment on column courriers.passerelle.port is 'Port SMTP. RGPD : aucune';
comment on column courriers.passerelle.securite is 'STARTTLS, TLS ou AUCUNE. RGPD : aucune';
comment on column courriers.passerelle.identifiant is 'Compte SMTP. RGPD : aucune';
comment on column courriers.passerelle.secret is 'Mot de passe SMTP ou jeton, chiffré. RGPD : secret';
comment on column courriers.passerelle.expediteur is 'Adresse ou nom affiché à qui reçoit. RGPD : aucune';
comment on column courriers.passerelle.reponse is 'Adresse de réponse. RGPD : aucune';
comment on column courriers.passerelle.ecrite_par is 'Qui l''a réglée. RGPD : trace';
comment on column courriers.passerelle.ecrite_le is 'Quand. RGPD : trace';

create table courriers.lot (
  id bigint generated always as identity primary key,
  etat text not null check (etat in ('EN_PREPARATION', 'PRET', 'INTERROMPU', 'POSTE', 'DEFAIT')),
  choix text not null,
  lettres int not null, faites int not null default 0,
  incident text,
  prepare_par text not null, prepare_le timestamptz not null, pret_le timestamptz,
  poste_le date, poste_par text,
  territoires int[] not null, hors_territoire boolean not null
);
comment on table courriers.lot is 'Les lettres imprimées ensemble. RGPD : aucune';
comment on column courriers.lot.id is 'Numéro du lot. RGPD : aucune';
comment on column courriers.lot.etat is 'En préparation, prêt, interrompu, posté ou défait. RGPD : aucune';
comment on column courriers.lot.choix is 'Ce qui a été choisi, en mots. RGPD : aucune';
comment on column courriers.lot.lettres is 'Nombre de lettres. RGPD : aucune';
comment on column courriers.lot.faites is 'Nombre de lettres déjà mises en page. RGPD : aucune';
comment on column courriers.lot.incident is 'Ce qui a arrêté la préparation. RGPD : aucune';
comment on column courriers.lot.prepare_par is 'Qui l''a préparé. RGPD : trace';
comment on column courriers.lot.prepare_le is 'Quand. RGPD : trace';
comment on column courriers.lot.pret_le is 'Quand le PDF a été prêt. RGPD : aucune';
comment on column courriers.lot.poste_le is 'Jour où il a été posté. RGPD : aucune';
comment on column courriers.lot.poste_par is 'Qui l''a dit posté. RGPD : trace';
comment on column courriers.lot.territoires is 'Territoires de ses lettres : qui les voit tous voit le lot. RGPD : aucune';
comment on column courriers.lot.hors_territoire is 'Vrai si une lettre est hors de tout territoire. RGPD : aucune';

create table courriers.message (
  id bigint generated always as identity primary key,
  modele text not null,
  version_id bigint references courriers.version,
  entete_id bigint references courriers.entete,
  personne_id bigint not null references allocataires.personne,
  objet_id bigint not null,
  canal text not null check (canal in ('LETTRE', 'SMS', 'COURRIEL')),
  le date not null,
  etat text not null check (etat in ('SANS_ADRESSE', 'A_ENVOYER', 'EN_COURS', 'EN_BOITE', 'ENVOYE', 'REMIS', 'ECHEC', 'NON_DISTRIBUE', 'ABANDONNE')),
  etat_depuis timestamptz not null,
  objet text not null, contenu text not null, valeurs jsonb not null,
  destinataire text not null, adresse text, code_postal text, ville text, vers text,
  lot_id bigint references courriers.lot, rang int,
  envoye_le date, retour text, raison text, tentatives int not null default 0,
  renvoi_de bigint references courriers.message,
  ecrit_par text not null, ecrit_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table courriers.message is 'Les lettres, SMS et courriels écrits aux personnes, tels qu''ils sont partis. RGPD : vie personnelle';
comment on column courriers.message.id is 'Numéro du message, imprimé sur la lettre avec une clé. RGPD : aucune';
comment on column courriers.message.modele is 'Code du modèle. RGPD : vie professionnelle';
comment on column courriers.message.version_id is 'Version du modèle ; vide = texte livré avec Jalon. RGPD : aucune';
comment on column courriers.message.entete_id is 'En-tête du jour ; vide = celui de l''installation. RGPD : aucune';
comment on column courriers.message.personne_id is 'À qui, celle conservée après fusion. RGPD : aucune';
comment on column courriers.message.objet_id is 'La ligne du module qui a demandé le message. RGPD : aucune';
comment on column courriers.message.canal is 'Lettre, SMS ou courriel. RGPD : aucune';
comment on column courriers.message.le is 'Date de la lettre ; jour avant lequel un SMS ou un courriel ne part pas. RGPD : aucune';
comment on column courriers.message.etat is 'Où en est le message. RGPD : vie personnelle';
comment on column courriers.message.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column courriers.message.objet is 'Objet. RGPD : vie personnelle';
comment on column courriers.message.contenu is 'Texte fusionné, tel qu''envoyé. RGPD : vie personnelle';
comment on column courriers.message.valeurs is 'Valeurs du modèle, pour l''aperçu et le renvoi. RGPD : vie personnelle';
comment on column courriers.message.destinataire is 'Nom écrit sur l''enveloppe. RGPD : identité';
comment on column courriers.message.adresse is 'Lignes de l''adresse connue ce jour-là. RGPD : coordonnées';
comment on column courriers.message.code_postal is 'Code postal. RGPD : coordonnées';
comment on column courriers.message.ville is 'Ville. RGPD : coordonnées';
comment on column courriers.message.vers is 'Numéro de téléphone ou adresse électronique. RGPD : coordonnées';
comment on column courriers.message.lot_id is 'Le lot où la lettre est imprimée. RGPD : aucune';
comment on column courriers.message.rang is 'Sa place dans le lot. RGPD : aucune';
comment on column courriers.message.envoye_le is 'Jour de l''envoi : posté, parti ou remis. RGPD : aucune';
comment on column courriers.message.retour is 'Pourquoi la lettre est revenue. RGPD : vie personnelle';
comment on column courriers.message.raison is 'Pourquoi le message n''est pas parti. RGPD : aucune';
comment on column courriers.message.tentatives is 'Nombre d''essais d''envoi. RGPD : aucune';
comment on column courriers.message.renvoi_de is 'Le message renvoyé par celui-ci. RGPD : aucune';
comment on column courriers.message.ecrit_par is 'Qui l''a fait écrire. RGPD : trace';
comment on column courriers.message.ecrit_le is 'Quand. RGPD : aucune';
comment on column courriers.message.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column courriers.message.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index message_personne on courriers.message (personne_id, id);
create index message_objet on courriers.message (modele, objet_id);
create index message_attente on courriers.message (etat, canal, le) where etat in ('SANS_ADRESSE', 'A_ENVOYER', 'EN_COURS', 'ECHEC', 'NON_DISTRIBUE');
create index message_lot on courriers.message (lot_id, rang) where lot_id is not null;
create index message_etat on courriers.message (etat, id);

create table courriers.passage (
  id bigint generated always as identity primary key,
  message_id bigint not null references courriers.message,
  personne_id bigint not null references allocataires.personne,
  de text not null, vers text not null, motif text,
  par text not null, fait_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table courriers.passage is 'Chaque passage d''un message d''un état à un autre : qui, quand, pourquoi. RGPD : vie personnelle';
comment on column courriers.passage.id is 'Numéro interne. RGPD : aucune';
comment on column courriers.passage.message_id is 'Le message. RGPD : aucune';
comment on column courriers.passage.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column courriers.passage.de is 'État d''avant. RGPD : vie personnelle';
comment on column courriers.passage.vers is 'État d''après. RGPD : vie personnelle';
comment on column courriers.passage.motif is 'Pourquoi. RGPD : vie personnelle';
comment on column courriers.passage.par is 'Qui. RGPD : trace';
comment on column courriers.passage.fait_le is 'Quand. RGPD : trace';
comment on column courriers.passage.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column courriers.passage.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index passage_message on courriers.passage (message_id);
create index passage_personne on courriers.passage (personne_id);

do $$
declare t text;
begin
  foreach t in array array['message', 'passage'] loop
    execute format('alter table courriers.%I enable row level security', t);
    execute format($p$create policy perimetre on courriers.%I to jalon_application
      using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format('grant select, insert on courriers.%I to jalon_application', t);
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on courriers.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t);
  end loop;
end $$;
-- the text and the address never change; the owner of a row changes with a merge
grant update (personne_id, etat, etat_depuis, lot_id, rang, envoye_le, retour, raison, tentatives, territoire_id, organisation_ids) on courriers.message to jalon_application;
grant update (personne_id, territoire_id, organisation_ids) on courriers.passage to jalon_application;

-- A lot holds the letters of several persons: who prepared it, or who sees all of them.
alter table courriers.lot enable row level security;
create policy perimetre on courriers.lot to jalon_application using ((select habilitations.peut('COURRIERS')) and ((select habilitations.partout())
  or prepare_par = (select current_setting('jalon.agent', true)) or not hors_territoire and territoires <@ (select habilitations.territoires())::int[]));
grant select, insert on courriers.lot to jalon_application;
grant update (etat, faites, incident, pret_le, poste_le, poste_par, lettres, territoires, hors_territoire) on courriers.lot to jalon_application;

-- Models and letterhead: read by whoever writes a letter, changed by who may.
do $$
declare t text;
begin
  foreach t in array array['version', 'entete', 'passerelle'] loop
    execute format('alter table courriers.%I enable row level security', t);
    execute format('create policy lecture on courriers.%I for select to jalon_application using (%s)', t, case t when 'passerelle'
      then '(select habilitations.peut(''COURRIERS'')) or (select habilitations.peut(''MODELES_DE_COURRIER''))' else 'true' end);
    execute format($p$create policy saisie on courriers.%I for insert to jalon_application with check ((select habilitations.peut('MODELES_DE_COURRIER')))$p$, t);
    execute format('grant select, insert on courriers.%I to jalon_application', t);
  end loop;
end $$;
create policy changement on courriers.passerelle for update to jalon_application using ((select habilitations.peut('MODELES_DE_COURRIER')));
grant update on courriers.passerelle to jalon_application;
grant usage on all sequences in schema courriers to jalon_application;

-- The perimeter of a person is repeated in this schema too. Every schema of ours is looked at from now on: a new room has nothing to declare.
create or replace function allocataires.tables_a_perimetre(cle text) returns setof regclass stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)'
    and not (n.nspname = 'allocataires' and c.relname in ('personne', 'foyer')) and n.nspname <> 'echanges'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territoire_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_ids' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = cle and not a.attisdropped)
    and (cle = 'personne_id' or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped)) $$;
