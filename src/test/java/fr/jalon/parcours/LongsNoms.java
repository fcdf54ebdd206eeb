package fr.jalon.parcours;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives to everything a database holds the longest names one meets: persons with particles and apostrophes, addresses of six lines, places,
 * files, reasons, amounts of six figures. Those of territories, organisations and référents are in {@code departements/51} of the tests.
 */
@TestComponent
class LongsNoms {
  private static final String PHRASE =
      "Relancée deux fois au téléphone puis par courrier, elle demande à être reçue près de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson";
  /** What each table is told to hold: a statement each. */
  private static final List<String> ALLONGER = List.of(
      "update allocataires.personne set nom = nom || '-DE-LA-ROCHEFOUCAULD-D''ESTISSAC DE MONTMORENCY', prenom = 'MARIE-ANNE-CHARLOTTE', nom_naissance = 'RASOLOFONIAINA-ANDRIAMANANTENA DU VAL', "
          + "autres_prenoms = 'GUILLEMETTE APOLLINE CONSTANCE', commune_naissance = 'SAINT GERMAIN DE TALLEVENDE LA LANDE VAUMONT', telephone = '+33 6 12 34 56 78', "
          + "courriel = 'marie-anne-charlotte.de-la-rochefoucauld-destissac-de-montmorency' || id || '@messagerie-universelle.exemple.fr'",
      // facts are frozen; this database is of the test
      "alter table allocataires.adresse disable trigger adresse_fige", "alter table allocataires.montant disable trigger montant_fige",
      "update allocataires.adresse set lignes = 'CHEZ MADAME RASOLOFONIAINA-ANDRIAMANANTENA' || chr(10) || 'BATIMENT C ESCALIER 12 APPARTEMENT 1204' || chr(10) || "
          + "'1248 TER AVENUE DU MARECHAL DE LATTRE DE TASSIGNY', nom_commune = 'SAINT GERMAIN DE TALLEVENDE LA LANDE VAUMONT'",
      "update allocataires.situation set nom_commune = 'SAINT GERMAIN DE TALLEVENDE LA LANDE VAUMONT', territoire_id = 2",
      "update allocataires.personne set territoire_id = 2", "update allocataires.foyer set territoire_id = 2",
      "update allocataires.montant set droit_total = 123456.78, revenu_garanti = 234567.89, ressources = 345678.90 where droit_total is not null",
      "update allocataires.paiement set montant = 123456.78",
      "update courriers.message set destinataire = 'Marie-Anne-Charlotte DE LA ROCHEFOUCAULD-D''ESTISSAC DE MONTMORENCY', ville = 'SAINT GERMAIN DE TALLEVENDE LA LANDE VAUMONT', raison = :phrase",
      "update courriers.lot set choix = 'Convocation à l''information collective, Vitry-le-François, Champagne et Der, Sainte-Menehould et Argonne champenoise, du 01/09/2025 au 31/10/2025'",
      "update rendezvous.lieu set nom = 'Salle des fêtes et de l''ancienne bibliothèque intercommunale du Lac-du-Der-Chantecoq', adresse = 'Bâtiment C, 1248 ter avenue du Maréchal-de-Lattre-de-Tassigny', commune = '51513'",
      "update rendezvous.session set animateur = 'Jean-Christophe-Emmanuel Rasolofoniaina-Andriamanantena', langues = 'français, arabe littéral, langue des signes française', commentaire = :phrase",
      "update rendezvous.permanence set agent = 'Jean-Christophe-Emmanuel Rasolofoniaina-Andriamanantena'",
      "update orientation.reorientation set precisions = :phrase",
      "update habilitations.agent set nom = 'Jean-Christophe-Emmanuel Rasolofoniaina-Andriamanantena', courriel = 'jean-christophe-emmanuel.rasolofoniaina-andriamanantena.' || id || '@departement-de-la-marne.exemple.fr'",
      "update echanges.import set fichier = 'RSABEM_Z51_Mensuel_complet_apres_correction_de_la_caisse_2025-09-30_version_' || id || '.xml.gz'",
      "insert into echanges.rejet (import_id, ligne, numero_demande, matricule, organisme, balise, valeur, raison) select min(id), 1234567, '07100000001', '1234567', 'CAF 511', "
          + "'DATNAIDOSSIERPERSONNE', '30 février de l''année 1981', 'La date « 30 février de l''année 1981 » n''existe pas dans le calendrier : demandez à la caisse de la corriger' from echanges.import",
      "insert into echanges.anomalie (import_id, ligne, numero_demande, organisme, balise, raison) select min(id), 1234567, '07100000001', 'CAF 511', 'NUMEROSECURITESOCIALE', :phrase from echanges.import");
  private final AgentSysteme systeme;
  private final TenirLesClients clients;
  private final JdbcClient base;

  LongsNoms(AgentSysteme systeme, TenirLesClients clients, @Qualifier("chargement") JdbcClient base) {
    this.systeme = systeme;
    this.clients = clients;
    this.base = base;
  }

  /** Lengthens all that is there. */
  void partout() {
    systeme.agir("essai", () -> clients.declarer(new SaisieClient("logiciel-d-accompagnement-de-l-association-intercommunale",
        "Logiciel d'accompagnement de l'association intercommunale pour l'insertion",
        "informatique@association-intercommunale-pour-l-insertion.exemple.fr",
        List.of("entrants:lire", "orientations:lire", "presences:ecrire", "webhooks"), true, List.of(), List.of())));
    ALLONGER.forEach(sql -> (sql.contains(":phrase") ? base.sql(sql).param("phrase", PHRASE) : base.sql(sql)).update());
  }

  /** What may stand in the address of something that is no person: the first numbers, the names of pages of the guide. */
  List<String> numeros() {
    return List.of("1", "2", "3", "dossier", "tableau-de-bord", "raccourcis-clavier");
  }
}
