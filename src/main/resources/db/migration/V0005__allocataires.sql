-- Persons, foyers and rights as CAF and MSA state them.
-- Facts are never erased. A fact row says: true from "depuis" until "jusqua" (exclusive), learnt at "connu_le"; its end was learnt
-- at "jusqua_connu_le"; it was replaced by a better version at "oublie_le".
-- Read at date D as known today:  depuis <= D and jusqua > D and oublie_le = 'infinity'
-- Read at date D as known at K :  depuis <= D and connu_le <= K and oublie_le > K and (jusqua > D or jusqua_connu_le > K)
-- territoire_id and organisation_ids repeat the *present* perimeter of the person on each row, for row-level security.
create sequence allocataires.personne_seq increment by 1000;
create sequence allocataires.foyer_seq increment by 1000;

create table allocataires.personne (
  id bigint primary key,
  nom text not null,
  nom_naissance text,
  prenom text not null,
  autres_prenoms text,
  civilite text,
  sexe smallint,
  date_naissance date,
  precision_naissance text,
  commune_naissance text,
  nir_empreinte bytea,
  nir_chiffre bytea,
  nir_provisoire boolean not null default false,
  identifiant_ft text,
  telephone text,
  courriel text,
  recherche text not null,
  territoire_id int,
  organisation_ids int[],
  fusionnee_dans bigint references allocataires.personne,
  import_id bigint,
  creee_le timestamptz not null
);
create unique index personne_nir on allocataires.personne (nir_empreinte) where nir_empreinte is not null;
create index personne_naissance on allocataires.personne (date_naissance, nom, prenom);
create index personne_recherche on allocataires.personne using gin (recherche gin_trgm_ops);

create table allocataires.identite_precedente (
  personne_id bigint not null references allocataires.personne,
  jusquau timestamptz not null,
  import_id bigint,
  nom text not null, nom_naissance text, prenom text not null, autres_prenoms text, civilite text, sexe smallint, date_naissance date,
  commune_naissance text, nir_provisoire boolean not null,
  territoire_id int, organisation_ids int[]
);
create index identite_precedente_personne on allocataires.identite_precedente (personne_id);

create table allocataires.foyer (
  id bigint primary key,
  fonction_organisme text not null,
  numero_organisme text not null,
  matricule text not null,
  numero_demande text not null,
  date_demande date not null,
  empreinte bytea,
  reference_etat date,
  territoire_id int,
  organisation_ids int[],
  import_id bigint,
  cree_le timestamptz not null,
  unique (numero_demande, matricule, numero_organisme, fonction_organisme)
);
create index foyer_matricule on allocataires.foyer (matricule);

create table allocataires.droit (
  foyer_id bigint not null,
  depuis date not null, jusqua date not null default 'infinity',
  connu_le timestamptz not null, jusqua_connu_le timestamptz, oublie_le timestamptz not null default 'infinity',
  import_id bigint not null,
  etat text not null,
  motif_suspension text, suspendu_depuis date,
  motif_fin text, fin_le date,
  motif_refus text,
  origine_demande text, date_origine date,
  situation_famille text, situation_famille_depuis date,
  type_foyer text not null, adultes smallint not null, enfants smallint not null,
  sans_domicile boolean not null default false,
  majore boolean not null default false,
  organisme_cedant text, arrivee_le date, organisme_prenant text, depart_le date,
  precisions json,
  territoire_id int, organisation_ids int[]
);
create index droit_foyer on allocataires.droit (foyer_id);

create table allocataires.montant (
  foyer_id bigint not null,
  depuis date not null, jusqua date not null default 'infinity',
  connu_le timestamptz not null, jusqua_connu_le timestamptz, oublie_le timestamptz not null default 'infinity',
  import_id bigint not null,
  droit_total numeric(11,2), revenu_minimum_garanti numeric(11,2), revenu_garanti numeric(11,2), ressources numeric(11,2),
  prestations_familiales numeric(11,2), aide_logement numeric(11,2), reduction numeric(11,2),
  debut_calcul date, fin_calcul date,
  prestations json, precisions json,
  territoire_id int, organisation_ids int[]
);
create index montant_foyer on allocataires.montant (foyer_id);

create table allocataires.adresse (
  foyer_id bigint not null,
  depuis date not null, jusqua date not null default 'infinity',
  connu_le timestamptz not null, jusqua_connu_le timestamptz, oublie_le timestamptz not null default 'infinity',
  import_id bigint not null,
  emmenagement date, lignes text, code_postal text, commune text, nom_commune text, pays text, type_adresse text, etat_adresse text,
  territoire_id_adresse int,
  territoire_id int, organisation_ids int[]
);
create index adresse_foyer on allocataires.adresse (foyer_id);

create table allocataires.membre (
  foyer_id bigint not null,
  personne_id bigint not null,
  personne_origine_id bigint not null,
  depuis date not null, jusqua date not null default 'infinity',
  connu_le timestamptz not null, jusqua_connu_le timestamptz, oublie_le timestamptz not null default 'infinity',
  import_id bigint not null,
  role text not null, adulte boolean not null, a_charge boolean not null, responsable boolean not null default false,
  sdd boolean not null, tns boolean not null default false,
  rattache_depuis date, rattache_jusqua date,
  regime text, activite text, activite_depuis date, activite_jusqua date, contrat text,
  enceinte boolean not null default false, grossesse_depuis date,
  precisions json,
  territoire_id int, organisation_ids int[]
);
create index membre_foyer on allocataires.membre (foyer_id);
create index membre_personne on allocataires.membre (personne_id);

create table allocataires.ressource (
  foyer_id bigint not null,
  personne_id bigint not null,
  personne_origine_id bigint not null,
  depuis date not null, jusqua date not null default 'infinity',
  connu_le timestamptz not null, jusqua_connu_le timestamptz, oublie_le timestamptz not null default 'infinity',
  import_id bigint not null,
  trimestre_debut date, trimestre_fin date, nulles boolean, moyenne numeric(11,2),
  mois json,
  territoire_id int, organisation_ids int[]
);
create index ressource_foyer on allocataires.ressource (foyer_id);
create index ressource_personne on allocataires.ressource (personne_id);

create table allocataires.paiement (
  id bigint generated always as identity primary key,
  foyer_id bigint not null references allocataires.foyer,
  mois date not null,
  nature text not null,
  prestation text not null,
  operation text, sens text not null check (sens in ('AJ', 'DE')),
  rang int, numero int,
  montant numeric(11,2) not null,
  traite_le date,
  import_id bigint not null,
  remplace_par bigint,
  territoire_id int, organisation_ids int[]
);
create index paiement_foyer on allocataires.paiement (foyer_id, mois);
create index paiement_mois on allocataires.paiement (mois);

create table allocataires.creance (
  id bigint generated always as identity primary key,
  foyer_id bigint not null references allocataires.foyer,
  implantee_le date not null, nature text not null, rang text not null,
  mois date, motif text, origine text, responsabilite text, debut date, fin date,
  montant_initial numeric(11,2), solde numeric(11,2), transferee_le date,
  import_id bigint not null,
  territoire_id int, organisation_ids int[],
  unique (foyer_id, implantee_le, nature, rang, import_id)
);

create table allocataires.doublon (
  id bigint generated always as identity primary key,
  personne_a bigint not null references allocataires.personne,
  personne_b bigint not null references allocataires.personne,
  raison text not null,
  etat text not null default 'A_EXAMINER' check (etat in ('A_EXAMINER', 'FUSIONNE', 'DISTINCTES')),
  import_id bigint, signale_le timestamptz not null,
  traite_par text, traite_le timestamptz,
  territoire_id int, organisation_ids int[],
  check (personne_a < personne_b), unique (personne_a, personne_b)
);
create table allocataires.fusion (
  id bigint generated always as identity primary key,
  conservee bigint not null references allocataires.personne,
  absorbee bigint not null references allocataires.personne,
  motif text not null, faite_par text not null, faite_le timestamptz not null,
  annulee_par text, annulee_le timestamptz, motif_annulation text,
  territoire_id int, organisation_ids int[]
);

-- An end, once written, stays written: a fact row may only receive its end or its replacement.
create function allocataires.fait_fige() returns trigger language plpgsql as $$
begin
  if old.oublie_le <> 'infinity' and new.oublie_le <> old.oublie_le
     or old.jusqua <> 'infinity' and new.jusqua <> old.jusqua
     or new.depuis <> old.depuis or new.connu_le <> old.connu_le or new.import_id <> old.import_id then
    raise exception 'Un fait enregistré ne se modifie pas : il se complète par une nouvelle version.';
  end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['droit', 'montant', 'adresse', 'membre', 'ressource'] loop
    execute format('create trigger %1$s_fige before update on allocataires.%1$s for each row execute function allocataires.fait_fige()', t);
    execute format('create trigger %1$s_jamais_efface before delete on allocataires.%1$s for each row execute function journal.ajout_seul()', t);
  end loop;
end $$;

-- Row-level security: the resource, then the perimeter.
do $$
declare t text; r text;
begin
  foreach t in array array['personne', 'identite_precedente', 'foyer', 'droit', 'adresse', 'membre', 'montant', 'ressource', 'paiement', 'creance', 'doublon', 'fusion'] loop
    r := case when t in ('montant', 'ressource', 'paiement', 'creance') then 'MONTANTS' when t in ('doublon', 'fusion') then 'DOUBLONS' else 'DOSSIERS' end;
    execute format('alter table allocataires.%I enable row level security', t);
    execute format($p$create policy %1$s_perimetre on allocataires.%1$s to jalon_application
      using ((select habilitations.peut(%2$L)) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t, r);
    if t <> 'personne' then
      execute format('grant select, insert on allocataires.%I to jalon_application', t);
    end if;
  end loop;
end $$;
grant select (id, nom, nom_naissance, prenom, autres_prenoms, civilite, sexe, date_naissance, precision_naissance, commune_naissance,
  nir_provisoire, identifiant_ft, telephone, courriel, recherche, territoire_id, organisation_ids, fusionnee_dans, import_id, creee_le)
  on allocataires.personne to jalon_application;
grant update (fusionnee_dans, organisation_ids, telephone, courriel) on allocataires.personne to jalon_application;
grant update (organisation_ids) on allocataires.foyer, allocataires.droit, allocataires.adresse, allocataires.montant, allocataires.paiement, allocataires.creance to jalon_application;
grant update (organisation_ids, personne_id) on allocataires.membre, allocataires.ressource to jalon_application;
grant update (etat, traite_par, traite_le) on allocataires.doublon to jalon_application;
grant update (annulee_par, annulee_le, motif_annulation) on allocataires.fusion to jalon_application;
grant usage on all sequences in schema allocataires to jalon_application;

-- The NIR leaves PostgreSQL (encrypted) only for a role that may see it and a person in the perimeter.
create function allocataires.nir_chiffre_de(personne bigint) returns bytea stable security definer
  set search_path = allocataires, pg_temp language sql as $$
  select p.nir_chiffre from allocataires.personne p
  where p.id = personne and habilitations.peut('NIR')
    and (habilitations.partout() or p.territoire_id = any (habilitations.territoires()) or p.organisation_ids && habilitations.organisations()) $$;
revoke all on function allocataires.nir_chiffre_de(bigint) from public;
grant execute on function allocataires.nir_chiffre_de(bigint) to jalon_application;
