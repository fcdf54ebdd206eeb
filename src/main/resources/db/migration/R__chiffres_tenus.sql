-- What the tables read by the indicators say when they change. Each names what of a row a figure can see, and from which day it sees it: a follow-up
-- that ends today changes no figure of last month. A column that an indicator begins to read must be named here (ChangementsNotesTest).
create or replace function pilotage.noter_un_changement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  faits constant text := tg_argv[0];
  lieu constant text := tg_table_schema || '.' || tg_table_name;
  premier date := '-infinity';
begin
  -- an update that finds nobody to change is the most frequent: it costs nothing
  if tg_op = 'INSERT' then
    if not exists (select from apres) then
      return null;
    end if;
    execute format('select min(le) from (%s) f', replace(faits, 'LIGNES', 'apres')) into premier;
  elsif tg_op = 'DELETE' then
    if not exists (select from avant) then
      return null;
    end if;
    execute format('select min(le) from (%s) f', replace(faits, 'LIGNES', 'avant')) into premier;
  elsif tg_op = 'UPDATE' then
    if not exists (select from apres) then
      return null;
    end if;
    -- a state left behind stays true of the days before: only the day of the new one counts
    execute format('with a as (%s), b as (%s) select min(le) from (
        (table b except table a) union all (select * from (table a except table b) x where quoi !~ ''^etat '')) f',
      replace(faits, 'LIGNES', 'avant'), replace(faits, 'LIGNES', 'apres')) into premier;
  end if;
  if premier < 'infinity' and not exists (select from pilotage.changement c
      where c.par_transaction = pg_current_xact_id() and c.source = lieu and c.depuis <= premier) then
    insert into pilotage.changement (source, depuis, par_transaction) values (lieu, premier, pg_current_xact_id());
  end if;
  return null;
end $$;
comment on function pilotage.noter_un_changement() is 'Écrit depuis quel jour les chiffres qui lisent cette table peuvent être autres';

-- The number of changes that a figure of this day may have seen: the same number, the same figure. A count, not a greatest number: two
-- transactions end in the order they want.
create or replace function pilotage.changements(sources text[], au date) returns bigint stable language plpgsql security definer
  set search_path = pilotage, pg_temp as $$
begin
  return (select coalesce(sum(c.fois), 0)::bigint from changement c where c.source = any(sources) and c.depuis <= au);
end $$;
comment on function pilotage.changements(text[], date) is 'Nombre de changements de ces tables qui touchent les chiffres d''un jour';
revoke all on function pilotage.changements(text[], date), pilotage.noter_un_changement() from public;
grant execute on function pilotage.changements(text[], date) to jalon_application;

-- Puts the triggers on these tables, after each migration (afterMigrateApplied.sql).
create or replace function pilotage.suivre_les_tables() returns void language plpgsql set search_path = pg_catalog, pg_temp as $generateur$
declare t record;
begin
  for t in select * from (values
    -- rows true from one day to another
    ('allocataires.droit', 'select l.foyer_id as qui, j.le, row(j.bord, l.etat, l.type_foyer)::text as quoi
       from LIGNES l, lateral (values (''debut'', l.depuis), (''fin'', l.jusqua)) j(bord, le) where l.oublie_le = ''infinity''', true),
    ('allocataires.membre', 'select l.foyer_id as qui, j.le, row(j.bord, l.personne_id, l.role, l.adulte, l.sdd, l.tns)::text as quoi
       from LIGNES l, lateral (values (''debut'', l.depuis), (''fin'', l.jusqua)) j(bord, le) where l.oublie_le = ''infinity''', true),
    ('allocataires.adresse', 'select l.foyer_id as qui, j.le, row(j.bord, l.territoire_id_adresse)::text as quoi
       from LIGNES l, lateral (values (''debut'', l.depuis), (''fin'', l.jusqua)) j(bord, le) where l.oublie_le = ''infinity''', true),
    ('allocataires.paiement', 'select l.id as qui, l.mois as le, row(l.foyer_id, l.nature, l.prestation, l.sens, l.montant)::text as quoi
       from LIGNES l where l.remplace_par is null', true),
    ('orientation.suivi', 'select l.id as qui, l.notifie_le as le, row(l.personne_id, l.entree_id, l.parcours, l.parcours_recommande,
         l.organisation_id, l.a_poster, l.saisi_le)::text as quoi from LIGNES l
       union all select l.id, l.jusqua, ''fin'' from LIGNES l', true),
    ('allocataires.suivi_hors_rsa', 'select l.id as qui, l.depuis as le, row(l.personne_id, l.public, l.organisation_id, l.territoire_id, l.referent_id)::text as quoi from LIGNES l where l.retire_le is null
       union all select l.id, l.fin_le, ''fin'' from LIGNES l where l.retire_le is null and l.fin_le is not null', true),
    ('orientation.entree', 'select l.id as qui, least(l.reference, l.recu_le) as le, row(l.personne_id, l.foyer_id, l.reference, l.recu_le)::text as quoi
         from LIGNES l
       union all select l.id, l.etat_depuis, ''etat '' || l.etat from LIGNES l', true),
    ('structures.referent_periode', 'select l.referent_id as qui, l.depuis as le, row(l.etp, l.intensif, l.actif)::text as quoi from LIGNES l', true),
    -- what happened, on its day; an instant has another day elsewhere, the one before is enough
    ('orientation.passage', 'select l.id as qui, l.le, row(l.objet, l.objet_id, l.personne_id, l.de, l.vers)::text as quoi from LIGNES l', true),
    ('orientation.changement_de_referent', 'select l.id as qui, l.le, row(l.suivi_id, l.avant_id, l.apres_id, l.relais_id)::text as quoi from LIGNES l', true),
    ('echeances.histoire', 'select l.id as qui, l.le, row(l.echeance_id, l.etat, l.limite_legale, l.cible)::text as quoi from LIGNES l', true),
    ('rendezvous.passage', 'select l.id as qui, l.fait_le::date - 1 as le, row(l.personne_id, l.objet_id, l.vers, l.fait_le)::text as quoi from LIGNES l', true),
    ('diagnostic.recommandation', 'select l.id as qui, l.faite_le::date - 1 as le, row(l.personne_id, l.parcours, l.faite_le)::text as quoi from LIGNES l', true),
    ('diagnostic.constat', 'select l.id as qui, l.le, row(l.personne_id, l.rubrique, l.sante, l.niveau is null, l.reponses ->> ''rome'')::text as quoi from LIGNES l', true),
    ('diagnostic.frein_passage', 'select l.id as qui, l.le, row(l.personne_id, l.objet_id, l.de, l.vers)::text as quoi from LIGNES l', true),
    ('diagnostic.action_passage', 'select l.id as qui, l.le, row(l.personne_id, l.objet_id, l.de, l.vers)::text as quoi from LIGNES l', true),
    ('engagement.semaine', 'select l.personne_id as qui, l.lundi + 6 as le, row(l.lundi, l.cible, l.prevues, l.faites, l.situation)::text as quoi from LIGNES l', true),
    ('engagement.heure', 'select l.id as qui, l.lundi + 6 as le, row(l.personne_id, l.activite, l.minutes, l.jour, l.reference)::text as quoi from LIGNES l where l.annulee_le is null', true),
    ('handicap.dossier', 'select l.id as qui, l.propose_le as le, row(l.personne_id, l.etat = ''ECARTE'', l.renouvelle)::text as quoi from LIGNES l
       union all select l.id, l.depose_le, ''depose'' from LIGNES l where l.depose_le is not null
       union all select l.id, l.decide_le, ''decide'' from LIGNES l where l.decide_le is not null', true),
    ('handicap.reponse', 'select l.id as qui, least(l.decidee_le, l.depuis) as le, row(l.personne_id, l.dossier_id, l.droit, l.sens, l.sur_recours, l.depuis, l.jusqu_au)::text as quoi
       from LIGNES l where l.annulee_le is null
       union all select l.id, l.jusqu_au, ''fin'' from LIGNES l where l.annulee_le is null and l.jusqu_au is not null', true),
    ('sorties.sortie', 'select l.id as qui, l.le, row(l.personne_id, l.etat, l.raison, l.classe)::text as quoi from LIGNES l where l.etat <> ''ECARTEE''
       union all select l.id, l.fermee_le, ''fermee'' from LIGNES l where l.fermee_le is not null and l.etat <> ''ECARTEE''
       union all select l.id, l.retour_le, ''retour'' from LIGNES l where l.retour_le is not null and l.etat <> ''ECARTEE''', true),
    ('sorties.rappel', 'select l.id as qui, l.prevu_le as le, row(l.personne_id, l.sortie_id, l.rang)::text as quoi from LIGNES l where l.etat <> ''ANNULE''
       union all select l.id, l.repondu_le, l.reponse from LIGNES l where l.repondu_le is not null', true),
    ('engagement.passage', 'select l.id as qui, l.le, row(l.objet_id, l.personne_id, l.de, l.vers)::text as quoi from LIGNES l', true),
    -- what is not signed changes no figure; an objective and an action come with the version that they are of
    ('engagement.version', 'select l.id as qui, l.signee_le as le, row(l.personne_id, l.contrat_id, l.suivi_id, l.numero, l.etat, l.cause, l.depuis, l.jusqu_au)::text as quoi
       from LIGNES l where l.etat = ''SIGNEE''', true),
    ('engagement.objectif', 'select l.id as qui, l.resultat_le as le, row(l.personne_id, l.resultat)::text as quoi from LIGNES l where l.resultat is not null
       union all select l.id, v.signee_le, row(l.version_id, l.theme, l.retire_le is null)::text from LIGNES l join engagement.version v on v.id = l.version_id and v.etat = ''SIGNEE''', true),
    ('engagement.action', 'select l.id as qui, v.signee_le as le, row(l.version_id, l.objectif_id, l.activite, l.retiree_le is null)::text as quoi
       from LIGNES l join engagement.version v on v.id = l.version_id and v.etat = ''SIGNEE''', true),
    ('rendezvous.session', 'select l.id as qui, l.jour as le, l.lieu_id::text as quoi from LIGNES l', true),
    ('rendezvous.convocation', 'select l.id as qui, coalesce(s.jour, ''-infinity'') as le, row(l.personne_id, l.session_id, l.etat, l.hors_liste)::text as quoi
       from LIGNES l left join rendezvous.session s on s.id = l.session_id', true),
    ('accompagnement.contact', 'select l.id as qui, l.le, row(l.personne_id, l.genre, l.presence)::text as quoi from LIGNES l where l.retire_le is null', true),
    ('accompagnement.intensif', 'select l.id as qui, j.le, row(j.bord, l.personne_id, l.referent_id, l.reprise)::text as quoi
       from LIGNES l, lateral (values (''debut'', l.entre_le), (''fin'', coalesce(l.sorti_le, ''infinity''))) j(bord, le) where l.etat <> ''ANNULEE''', true),
    ('carnet.mesure', 'select l.id as qui, l.le, row(l.personne_id, l.genre, l.sorte)::text as quoi from LIGNES l
       union all select l.id, l.faite_le, ''faite'' from LIGNES l where l.faite_le is not null', true),
    -- what is still to come, or was called off, is no figure's business
    ('rendezvous.entretien', 'select l.id as qui, coalesce(k.jour, l.le, ''-infinity'') as le, row(l.personne_id, l.etat)::text as quoi
       from LIGNES l left join rendezvous.creneau k on k.id = l.creneau_id where l.etat in (''PRESENTE'', ''EXCUSEE'', ''ABSENTE'')', true),
    ('rendezvous.creneau', 'select l.id as qui, l.jour as le, ''jour'' as quoi from LIGNES l', false),
    -- what is known without a date holds for every day; a row nothing refers to yet changes no figure
    ('allocataires.personne', 'select l.id as qui, date ''-infinity'' as le, row(l.sexe, l.date_naissance, l.fusionnee_dans)::text as quoi from LIGNES l', false),
    ('allocataires.foyer', 'select l.id as qui, date ''-infinity'' as le, row(l.fonction_organisme, l.date_demande)::text as quoi from LIGNES l', false),
    ('echeances.echeance', 'select l.id as qui, date ''-infinity'' as le, row(l.nature, l.objet_id, l.cible_cle, l.depart)::text as quoi from LIGNES l', false),
    ('engagement.contrat', 'select l.id as qui, date ''-infinity'' as le, row(l.personne_id, l.etat = ''ECARTE'', l.precedent_id)::text as quoi from LIGNES l', false),
    ('diagnostic.frein', 'select l.id as qui, date ''-infinity'' as le, row(l.personne_id, l.theme)::text as quoi from LIGNES l', false),
    ('diagnostic.action', 'select l.id as qui, date ''-infinity'' as le, row(l.personne_id, l.theme)::text as quoi from LIGNES l', false),
    ('rendezvous.lieu', 'select l.id as qui, date ''-infinity'' as le, l.nom as quoi from LIGNES l', false),
    ('structures.organisation', 'select l.id as qui, date ''-infinity'' as le, row(l.nom, l.nature)::text as quoi from LIGNES l', false),
    ('structures.territoire', 'select l.id as qui, date ''-infinity'' as le, l.nom as quoi from LIGNES l', false),
    ('structures.referent', 'select l.id as qui, date ''-infinity'' as le, row(l.nom, l.organisation_id, l.fin_le)::text as quoi from LIGNES l', false)
  ) v(lieu, faits, ajout) where to_regclass(v.lieu) is not null loop
    if t.ajout then
      execute format('create or replace trigger note_ajout after insert on %s referencing new table as apres for each statement
        execute function pilotage.noter_un_changement(%L)', t.lieu, t.faits);
    end if;
    execute format('create or replace trigger note_changement after update on %s referencing old table as avant new table as apres for each statement
      execute function pilotage.noter_un_changement(%L)', t.lieu, t.faits);
    execute format('create or replace trigger note_effacement after delete on %s referencing old table as avant for each statement
      execute function pilotage.noter_un_changement(%L)', t.lieu, t.faits);
    execute format('create or replace trigger note_vidage after truncate on %s for each statement execute function pilotage.noter_un_changement(%L)', t.lieu, t.faits);
  end loop;
end $generateur$;
comment on function pilotage.suivre_les_tables() is 'Pose sur chaque table que lisent les indicateurs ce qui note ses changements';
revoke all on function pilotage.suivre_les_tables() from public;
