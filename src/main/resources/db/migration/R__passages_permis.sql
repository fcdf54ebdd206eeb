-- The passages that PostgreSQL allows: those of suivants() in Java, and them alone (EtatsTest). What is not here is refused, whoever asks: an agent, the loader,
-- somebody at the console. A state added or a passage changed is written in both places, on purpose: one says what the trade wants, the other what is kept.
create or replace function habilitations.refuser_un_passage_interdit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  colonne constant text := tg_argv[0];
  vers constant text := to_jsonb(new) ->> colonne;
begin
  if tg_op = 'INSERT' then
    raise exception 'Passage interdit : une ligne de %.% ne naît pas à l''état %', tg_table_schema, tg_table_name, vers using errcode = 'check_violation';
  end if;
  raise exception 'Passage interdit : %.% %, de % à %', tg_table_schema, tg_table_name, coalesce(to_jsonb(old) ->> 'id', to_jsonb(old) ->> 'rang'), to_jsonb(old) ->> colonne, vers
    using errcode = 'check_violation';
end $$;
comment on function habilitations.refuser_un_passage_interdit() is 'Refuse l''état qu''aucun passage permis ne donne ; son déclencheur ne l''appelle qu''alors';

-- Says again what is allowed, and puts the triggers, after each migration (afterMigrateApplied.sql). What is allowed is written in the condition of the
-- triggers themselves: a passage allowed costs a comparison, and no call, which sixty thousand entries of one file do not notice.
create or replace function habilitations.permettre_les_passages() returns void language plpgsql set search_path = pg_catalog, pg_temp as $generateur$
declare t record;
begin
  delete from habilitations.passage_permis;
  insert into habilitations.passage_permis (objet, colonne, de, vers)
  select l.objet, l.colonne, nullif(l.de, ''), v.vers
  from (values
    -- from no state: those in which a row may be born
    ('orientation.entree', 'etat', '', 'EN_ATTENTE SUSPENDUE SORTIE'),
    ('orientation.entree', 'etat', 'EN_ATTENTE', 'SUSPENDUE ORIENTEE SORTIE'),
    ('orientation.entree', 'etat', 'SUSPENDUE', 'EN_ATTENTE ORIENTEE SORTIE'),
    ('orientation.entree', 'etat', 'ORIENTEE', 'EN_ATTENTE SUSPENDUE'),
    ('orientation.entree', 'etat', 'SORTIE', 'EN_ATTENTE'),

    ('orientation.suivi', 'etat', '', 'EN_COURS EN_VEILLE'),
    ('orientation.suivi', 'etat', 'EN_COURS', 'EN_VEILLE CLOS'),
    ('orientation.suivi', 'etat', 'EN_VEILLE', 'EN_COURS CLOS'),
    ('orientation.suivi', 'etat', 'CLOS', 'EN_COURS'),

    ('orientation.reorientation', 'etat', '', 'DEMANDEE'),
    ('orientation.reorientation', 'etat', 'DEMANDEE', 'ACCEPTEE REFUSEE RETIREE'),
    ('orientation.reorientation', 'etat', 'ACCEPTEE', 'DEMANDEE'),
    ('orientation.reorientation', 'etat', 'REFUSEE', 'DEMANDEE'),
    ('orientation.reorientation', 'etat', 'RETIREE', 'DEMANDEE'),

    ('diagnostic.frein', 'etat', '', 'OUVERT'),
    ('diagnostic.frein', 'etat', 'OUVERT', 'LEVE_EN_PARTIE LEVE'),
    ('diagnostic.frein', 'etat', 'LEVE_EN_PARTIE', 'OUVERT LEVE'),
    ('diagnostic.frein', 'etat', 'LEVE', 'OUVERT'),

    ('diagnostic.action', 'etat', '', 'PREVUE EN_COURS FAITE'),
    ('diagnostic.action', 'etat', 'PREVUE', 'EN_COURS FAITE ABANDONNEE RETIREE'),
    ('diagnostic.action', 'etat', 'EN_COURS', 'FAITE ABANDONNEE RETIREE'),
    ('diagnostic.action', 'etat', 'FAITE', 'EN_COURS RETIREE'),
    ('diagnostic.action', 'etat', 'ABANDONNEE', 'EN_COURS RETIREE'),

    ('engagement.contrat', 'etat', '', 'A_ELABORER SIGNE'),
    ('engagement.contrat', 'etat', 'A_ELABORER', 'A_SIGNER REFUSE SUSPENDU CLOS ECARTE'),
    ('engagement.contrat', 'etat', 'A_SIGNER', 'A_ELABORER SIGNE REFUSE SUSPENDU CLOS ECARTE'),
    ('engagement.contrat', 'etat', 'SIGNE', 'A_ELABORER A_SIGNER REFUSE SUSPENDU ECHU CLOS ECARTE'),
    ('engagement.contrat', 'etat', 'REFUSE', 'A_ELABORER A_SIGNER SIGNE SUSPENDU CLOS ECARTE'),
    ('engagement.contrat', 'etat', 'SUSPENDU', 'A_ELABORER A_SIGNER SIGNE REFUSE ECHU CLOS'),
    ('engagement.contrat', 'etat', 'ECHU', 'SIGNE CLOS ECARTE'),
    ('engagement.contrat', 'etat', 'CLOS', 'A_ELABORER A_SIGNER SIGNE REFUSE SUSPENDU ECHU'),

    ('engagement.version', 'etat', '', 'PREPAREE SIGNEE'),
    ('engagement.version', 'etat', 'PREPAREE', 'SIGNEE ABANDONNEE'),
    ('engagement.version', 'etat', 'SIGNEE', 'PREPAREE'),

    ('echeances.echeance', 'etat', '', 'OUVERTE'),
    ('echeances.echeance', 'etat', 'OUVERTE', 'SUSPENDUE TENUE CADUQUE'),
    ('echeances.echeance', 'etat', 'SUSPENDUE', 'OUVERTE TENUE CADUQUE'),
    ('echeances.echeance', 'etat', 'TENUE', 'OUVERTE SUSPENDUE'),
    ('echeances.echeance', 'etat', 'CADUQUE', 'OUVERTE'),

    ('rendezvous.session', 'etat', '', 'PREVUE'),
    ('rendezvous.session', 'etat', 'PREVUE', 'TENUE ANNULEE'),

    ('rendezvous.convocation', 'etat', '', 'EN_ATTENTE CONVOQUEE CONFIRMEE PRESENTE'),
    ('rendezvous.convocation', 'etat', 'EN_ATTENTE', 'CONVOQUEE DECLINEE ANNULEE'),
    ('rendezvous.convocation', 'etat', 'CONVOQUEE', 'CONFIRMEE DECLINEE ANNULEE PRESENTE EXCUSEE ABSENTE'),
    ('rendezvous.convocation', 'etat', 'CONFIRMEE', 'CONVOQUEE DECLINEE ANNULEE PRESENTE EXCUSEE ABSENTE'),
    ('rendezvous.convocation', 'etat', 'PRESENTE', 'CONVOQUEE EXCUSEE ABSENTE ANNULEE'),
    ('rendezvous.convocation', 'etat', 'EXCUSEE', 'CONVOQUEE PRESENTE ABSENTE'),
    ('rendezvous.convocation', 'etat', 'ABSENTE', 'CONVOQUEE PRESENTE EXCUSEE'),

    ('rendezvous.entretien', 'etat', '', 'INVITEE CONVOQUEE CONFIRMEE PRESENTE EXCUSEE ABSENTE'),
    ('rendezvous.entretien', 'etat', 'INVITEE', 'CONVOQUEE CONFIRMEE DECLINEE ANNULEE'),
    ('rendezvous.entretien', 'etat', 'CONVOQUEE', 'CONVOQUEE CONFIRMEE DECLINEE ANNULEE PRESENTE EXCUSEE ABSENTE'),
    ('rendezvous.entretien', 'etat', 'CONFIRMEE', 'CONVOQUEE CONFIRMEE DECLINEE ANNULEE PRESENTE EXCUSEE ABSENTE'),
    ('rendezvous.entretien', 'etat', 'PRESENTE', 'EXCUSEE ABSENTE ANNULEE'),
    ('rendezvous.entretien', 'etat', 'EXCUSEE', 'PRESENTE ABSENTE ANNULEE'),
    ('rendezvous.entretien', 'etat', 'ABSENTE', 'PRESENTE EXCUSEE ANNULEE'),

    ('courriers.message', 'etat', '', 'SANS_ADRESSE A_ENVOYER'),
    ('courriers.message', 'etat', 'SANS_ADRESSE', 'A_ENVOYER REMIS ABANDONNE'),
    ('courriers.message', 'etat', 'A_ENVOYER', 'EN_COURS EN_BOITE SANS_ADRESSE REMIS ABANDONNE'),
    ('courriers.message', 'etat', 'EN_COURS', 'A_ENVOYER ENVOYE ECHEC REMIS ABANDONNE'),
    ('courriers.message', 'etat', 'ENVOYE', 'NON_DISTRIBUE REMIS EN_COURS'),
    ('courriers.message', 'etat', 'ECHEC', 'A_ENVOYER REMIS ABANDONNE'),
    ('courriers.message', 'etat', 'NON_DISTRIBUE', 'ENVOYE REMIS ABANDONNE'),

    ('orientation.relais', 'etat', '', 'FAIT PREVU'),
    ('orientation.relais', 'etat', 'PREVU', 'FAIT ANNULE'),
    ('orientation.relais', 'etat', 'FAIT', 'RENDU ANNULE'),
    ('orientation.transfert', 'etat', '', 'EN_COURS'),
    ('orientation.transfert', 'etat', 'EN_COURS', 'FAIT ARRETE'),
    ('orientation.transfert', 'etat', 'FAIT', 'ANNULATION'),
    ('orientation.transfert', 'etat', 'ARRETE', 'EN_COURS ANNULATION'),
    ('orientation.transfert', 'etat', 'ANNULATION', 'ANNULE ARRETE'),

    ('accompagnement.revue', 'etat', '', 'OUVERTE'),
    ('accompagnement.revue', 'etat', 'OUVERTE', 'CLOSE'),

    ('accompagnement.intensif', 'etat', '', 'EN_COURS'),
    ('accompagnement.intensif', 'etat', 'EN_COURS', 'SORTIE ANNULEE'),
    ('accompagnement.intensif', 'etat', 'SORTIE', 'EN_COURS ANNULEE'),

    ('papiers.papier', 'etat', '', 'ATTENDU VU'),
    ('papiers.papier', 'etat', 'ATTENDU', 'VU PLUS_NECESSAIRE'),
    ('papiers.papier', 'etat', 'VU', 'ECARTE'),

    ('handicap.dossier', 'etat', '', 'PROPOSE A_CONSTITUER DEPOSE'),
    ('handicap.dossier', 'etat', 'PROPOSE', 'A_CONSTITUER DECLINE ABANDONNE ECARTE'),
    ('handicap.dossier', 'etat', 'A_CONSTITUER', 'PROPOSE DEPOSE DECLINE ABANDONNE ECARTE'),
    ('handicap.dossier', 'etat', 'DEPOSE', 'A_CONSTITUER COMPLET DECIDE ABANDONNE ECARTE'),
    ('handicap.dossier', 'etat', 'COMPLET', 'DEPOSE DECIDE ABANDONNE ECARTE'),
    ('handicap.dossier', 'etat', 'DECIDE', 'DEPOSE COMPLET CONTESTE ECARTE'),
    ('handicap.dossier', 'etat', 'CONTESTE', 'DECIDE ECARTE'),
    ('handicap.dossier', 'etat', 'DECLINE', 'PROPOSE A_CONSTITUER ECARTE'),
    ('handicap.dossier', 'etat', 'ABANDONNE', 'PROPOSE A_CONSTITUER DEPOSE COMPLET ECARTE'),

    ('sorties.sortie', 'etat', '', 'PROPOSEE CONFIRMEE'),
    ('sorties.sortie', 'etat', 'PROPOSEE', 'CONFIRMEE ECARTEE'),
    ('sorties.sortie', 'etat', 'CONFIRMEE', 'ECARTEE'),
    ('sorties.sortie', 'etat', 'ECARTEE', 'CONFIRMEE'),
    ('sorties.rappel', 'etat', '', 'PREVU'),
    ('sorties.rappel', 'etat', 'PREVU', 'REPONDU SANS_REPONSE ANNULE'),
    ('sorties.rappel', 'etat', 'REPONDU', 'PREVU SANS_REPONSE'),
    ('sorties.rappel', 'etat', 'SANS_REPONSE', 'REPONDU PREVU ANNULE'),
    ('sorties.rappel', 'etat', 'ANNULE', 'PREVU'),

    ('courriers.lot', 'etat', '', 'EN_PREPARATION'),
    ('courriers.lot', 'etat', 'EN_PREPARATION', 'PRET INTERROMPU'),
    ('courriers.lot', 'etat', 'PRET', 'POSTE DEFAIT EN_PREPARATION'),
    ('courriers.lot', 'etat', 'INTERROMPU', 'EN_PREPARATION DEFAIT'),
    ('courriers.lot', 'etat', 'POSTE', 'PRET'),

    ('echanges.livraison', 'etat', '', 'A_ENVOYER'),
    ('echanges.livraison', 'etat', 'A_ENVOYER', 'LIVREE ABANDONNEE'),
    ('echanges.livraison', 'etat', 'ABANDONNEE', 'A_ENVOYER'),

    ('travaux.travail', 'etat', '', 'EN_ATTENTE'),
    ('travaux.travail', 'etat', 'EN_ATTENTE', 'EN_COURS ANNULE'),
    ('travaux.travail', 'etat', 'EN_COURS', 'EN_ATTENTE FINI ECHEC INTERROMPU ANNULE'),

    ('orientation.longue_liste', 'etat', '', 'RECHERCHE'),
    ('orientation.longue_liste', 'etat', 'RECHERCHE', 'PROPOSEE INTERROMPUE'),
    ('orientation.longue_liste', 'etat', 'PROPOSEE', 'ENREGISTREMENT'),
    ('orientation.longue_liste', 'etat', 'ENREGISTREMENT', 'FINIE INTERROMPUE'),
    ('orientation.longue_liste', 'etat', 'FINIE', 'ANNULEE'),
    ('orientation.longue_liste', 'etat', 'INTERROMPUE', 'ANNULEE'),

    ('allocataires.doublon', 'etat', '', 'A_EXAMINER'),
    ('allocataires.doublon', 'etat', 'A_EXAMINER', 'DISTINCTES FUSIONNE'),
    ('allocataires.doublon', 'etat', 'DISTINCTES', 'A_EXAMINER'),
    ('allocataires.doublon', 'etat', 'FUSIONNE', 'A_EXAMINER'),

    ('echanges.rejet', 'statut', '', 'OUVERT'),
    ('echanges.rejet', 'statut', 'OUVERT', 'REJOUE GUERI ECARTE'),

    ('echanges.reprise', 'statut', '', 'A_CONFIRMER'),
    ('echanges.reprise', 'statut', 'A_CONFIRMER', 'ENREGISTREE'),
    ('echanges.reprise', 'statut', 'ENREGISTREE', 'DEFAITE'),

    -- born of the terminal, of a page, of a spreadsheet recorded, of one that could not be read
    ('echanges.import', 'statut', '', 'EN_COURS EN_ATTENTE CHARGE REFUSE'),
    ('echanges.import', 'statut', 'EN_ATTENTE', 'EN_COURS RETENU INTERROMPU ANNULE'),
    ('echanges.import', 'statut', 'EN_COURS', 'CHARGE REFUSE RETENU INTERROMPU ANNULE EN_ATTENTE'),
    ('echanges.import', 'statut', 'RETENU', 'EN_ATTENTE EN_COURS ECARTE INTERROMPU'),
    ('echanges.import', 'statut', 'INTERROMPU', 'EN_ATTENTE EN_COURS CHARGE REFUSE RETENU'),

    ('echanges.tableur', 'statut', '', 'A_ASSOCIER'),
    ('echanges.tableur', 'statut', 'A_ASSOCIER', 'A_CONFIRMER'),
    ('echanges.tableur', 'statut', 'A_CONFIRMER', 'A_ASSOCIER EN_COURS'),
    ('echanges.tableur', 'statut', 'EN_COURS', 'ENREGISTRE A_CONFIRMER'),
    ('echanges.tableur', 'statut', 'ENREGISTRE', 'EN_COURS A_ASSOCIER EN_ANNULATION'),
    ('echanges.tableur', 'statut', 'EN_ANNULATION', 'ENREGISTRE'),

    ('echanges.tableur_ligne', 'statut', '', 'A_FAIRE'),
    ('echanges.tableur_ligne', 'statut', 'A_FAIRE', 'CREEE MODIFIEE A_JOUR ERREUR'),
    ('echanges.tableur_ligne', 'statut', 'ERREUR', 'A_FAIRE CREEE MODIFIEE A_JOUR'),
    ('echanges.tableur_ligne', 'statut', 'CREEE', 'ANNULEE'),
    ('echanges.tableur_ligne', 'statut', 'MODIFIEE', 'ANNULEE')
  ) l(objet, colonne, de, vers), unnest(string_to_array(l.vers, ' ')) v(vers);

  for t in select p.objet, p.colonne, coalesce(array_agg(p.vers) filter (where p.de is null), '{}') as naissances,
      coalesce(array_agg(p.de || ' ' || p.vers) filter (where p.de is not null), '{}') as passages
    from habilitations.passage_permis p where to_regclass(p.objet) is not null group by p.objet, p.colonne loop
    execute format('create or replace trigger a_passage_permis before update of %1$I on %2$s for each row
      when (old.%1$I is distinct from new.%1$I and not (old.%1$I || '' '' || new.%1$I) = any (%3$L::text[]))
      execute function habilitations.refuser_un_passage_interdit(%4$L)', t.colonne, t.objet, t.passages, t.colonne);
    execute format('create or replace trigger a_naissance_permise before insert on %2$s for each row when (not new.%1$I = any (%3$L::text[]))
      execute function habilitations.refuser_un_passage_interdit(%4$L)', t.colonne, t.objet, t.naissances, t.colonne);
  end loop;
end $generateur$;
comment on function habilitations.permettre_les_passages() is 'Écrit les passages permis et pose sur chaque colonne d''état ce qui refuse les autres';
revoke all on function habilitations.permettre_les_passages(), habilitations.refuser_un_passage_interdit() from public;
