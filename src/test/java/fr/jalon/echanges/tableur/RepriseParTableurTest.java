package fr.jalon.echanges.tableur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.accompagnement.lecture.ContactsDUnePersonne;
import fr.jalon.accompagnement.lecture.FaitsDesSuivis;
import fr.jalon.accompagnement.application.RetirerUnContact;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.echanges.tableur.application.AnnulerTableur;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.ReprendreUnTableur;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.application.ModelesDeTableur;
import fr.jalon.echanges.tableur.lecture.LectureDeFichier;
import fr.jalon.ecran.Classeur;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a former tool knew of persons comes by spreadsheet: contacts, freins, persons outside the RSA. Today is 20 October 2025. */
@EssaiArdeche
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepriseParTableurTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final String PAGE = "/imports/tableur/reprises";
  private static final int CENTRE = 1;
  private static final int AILLEURS = 2;
  private static final String[] SES_DROITS = {"DOSSIERS", "ENTREES", "ORIENTATIONS", "PRESENCES", "ACCOMPAGNEMENT", "DIAGNOSTICS", "SANTE",
      "HORS_RSA", "REPRISE"};
  private static final Perimetre REFERENTE = EnTantQue.territoire(CENTRE, SES_DROITS);
  private static final Perimetre SANS_SANTE = EnTantQue.territoire(CENTRE, "DOSSIERS", "ACCOMPAGNEMENT", "DIAGNOSTICS", "REPRISE");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  ModelesDeTableur modeles;
  @Autowired
  Bornes bornes;
  @Autowired
  Dossiers dossiers;
  @Autowired
  DeposerTableur deposer;
  @Autowired
  EnregistrerTableur enregistrer;
  @Autowired
  ReprendreUnTableur reprendre;
  @Autowired
  AnnulerTableur annuler;
  @Autowired
  Tableurs tableurs;
  @Autowired
  EnregistrerOrientation orienter;
  @Autowired
  ContactsDUnePersonne contacts;
  @Autowired
  FaitsDesSuivis faits;
  @Autowired
  RetirerUnContact retirer;
  @Autowired
  DiagnosticGlobal diagnostics;
  @Autowired
  ActionsDUnePersonne actions;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int organisation;
  private int referente;

  @BeforeAll
  void rita_suit_des_personnes_du_centre() {
    organisation = base.sql("""
        insert into structures.organisation (code, nom, nature, parcours) values ('MDS-REPRISE', 'Maison de la reprise', 'DEPARTEMENT', '{SOCIAL}')
        returning id""").query(Integer.class).single();
    referente = base.sql("""
        insert into structures.referent (organisation_id, nom, courriel) values (?, 'Rita Reprend', 'rita.reprend@ardeche.fr') returning id""")
        .param(organisation).query(Integer.class).single();
  }

  private static <T> T elle(Supplier<T> quoi) {
    return EnTantQue.agir(REFERENTE, quoi);
  }

  private Tableur deposer(Perimetre qui, GenreDeTableur genre, String csv) {
    return EnTantQue.agir(qui, () -> {
      Tableur t = tableurs.lire(deposer.deposer("ancien-outil.csv", genre, () -> csv.getBytes(StandardCharsets.UTF_8))).orElseThrow();
      deposer.associer(t, t.entetes().stream().map(e -> deposer.proposer(t).champ(t.entetes().indexOf(e))).toList(), null, null);
      return tableurs.lire(t.id()).orElseThrow();
    });
  }

  private List<LigneGardee> enregistrer(Perimetre qui, Tableur t) {
    return EnTantQue.agir(qui, () -> {
      enregistrer.executer(t.id());
      TableurEnregistre.dire(base, t.id());
      return tableurs.lignes(t.id(), Set.of(), 1000, 0);
    });
  }

  private List<LigneGardee> reprendre(GenreDeTableur genre, String csv) {
    return enregistrer(REFERENTE, deposer(REFERENTE, genre, csv));
  }

  private static List<StatutLigne> statuts(List<LigneGardee> lignes) {
    return lignes.stream().map(LigneGardee::statut).toList();
  }

  /** Born on 1 January 1990, first name Ana. */
  private Personne suivie(String nom, LocalDate notifieLe) {
    Personne p = dossiers.entrante(nom, CENTRE, notifieLe.minusDays(10));
    EnTantQue.agir(EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "ORIENTATIONS", "COURRIERS"),
        () -> orienter.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, referente, notifieLe)));
    return p;
  }

  private Tableur relu(Tableur t) {
    return elle(() -> tableurs.lire(t.id()).orElseThrow());
  }

  @Test
  void ses_contacts_de_l_ancien_outil_disent_a_rita_quand_elle_l_a_vue_et_d_ou_ils_viennent() {
    Personne p = suivie("REPRISCONTACT", LocalDate.of(2025, 8, 4));
    List<LigneGardee> lignes = reprendre(GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Date du contact;Type de contact;Présence;Durée en minutes;Tenu par;Note
        repriscontact;ana;01/01/1990;12/05/2023;Au bureau;;60;rita.reprend@ardeche.fr;Premier entretien
        REPRISCONTACT;Ana;01/01/1990;01/09/2025;Téléphone;Présente;15;Rita Reprend;
        REPRISCONTACT;Ana;01/01/1990;02/10/2025;Au bureau;Absente;;;
        """);
    assertThat(statuts(lignes)).containsOnly(StatutLigne.CREEE);
    assertThat(lignes).extracting(LigneGardee::personneId).containsOnly(p.id());
    assertThat(elle(() -> contacts.tous(p.id(), AUJOURDHUI))).hasSize(3).allSatisfy(c -> assertThat(c.reprisDe()).isEqualTo("ancien-outil.csv"))
        .last().satisfies(c -> {
          assertThat(c.le()).isEqualTo(LocalDate.of(2023, 5, 12));
          assertThat(c.tenuPar()).isEqualTo("Rita Reprend");
          assertThat(c.minutes()).isEqualTo(60);
        });
    assertThat(elle(() -> faits.de(List.of(p.id()), AUJOURDHUI))).singleElement().satisfies(f -> {
      assertThat(f.dernier()).as("vue pour la dernière fois").isEqualTo(LocalDate.of(2025, 9, 1));
      assertThat(f.essai()).isEqualTo(LocalDate.of(2025, 10, 2));
    });
  }

  @Test
  void la_file_active_entre_avec_les_personnes_et_ses_contacts_avec_le_second_tableur() {
    Perimetre allocation = new Perimetre("agent", "Agent", "ALLOCATION", Set.of("DOSSIERS", "IMPORTS", "ENTREES", "REPRISE"), true,
        List.of(), List.of());
    Tableur personnes = deposer(allocation, GenreDeTableur.PERSONNES, """
        Nom;Prénom;Date de naissance;Commune;Code postal;Date d'ouverture des droits;Organisation;Courriel du référent;Parcours;Orientée le
        FILEACTIVE;Rose;02/03/1985;Privas;07000;01/02/2024;Maison de la reprise;rita.reprend@ardeche.fr;social;04/08/2025
        """);
    assertThat(enregistrer(allocation, personnes).getFirst().suivi()).isEqualTo("Suivi enregistré.");
    long rose = base.sql("select id from allocataires.personne where nom = 'FILEACTIVE'").query(Long.class).single();
    Perimetre rita = EnTantQue.partout(SES_DROITS);
    Tableur t = deposer(rita, GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Date;Type
        Fileactive;Rose;02/03/1985;10/10/2025;bureau
        """);
    assertThat(statuts(enregistrer(rita, t))).containsExactly(StatutLigne.CREEE);
    assertThat(EnTantQue.agir(rita, () -> faits.de(List.of(rose), AUJOURDHUI))).singleElement()
        .satisfies(f -> assertThat(f.dernier()).isEqualTo(LocalDate.of(2025, 10, 10)));
    assertThat(base.sql("select referent_id from accompagnement.suivie where personne_id = ?").param(rose).query(Integer.class).single())
        .isEqualTo(referente);
  }

  @Test
  void un_contact_deja_note_ou_repete_n_est_pas_ecrit_deux_fois_et_le_meme_fichier_se_dit() {
    Personne p = suivie("REPRISDEUXFOIS", LocalDate.of(2025, 8, 4));
    base.sql("""
        insert into accompagnement.contact (personne_id, le, genre, presence, dit, cle, saisi_par, saisi_le)
        values (?, '2025-09-03', 'BUREAU', 'PRESENTE', 'noté ici', gen_random_uuid(), 'essai', timestamptz '2025-09-03 10:00+02')""").param(p.id()).update();
    String csv = """
        Nom;Prénom;Date de naissance;Date;Type;Note
        REPRISDEUXFOIS;Ana;01/01/1990;03/09/2025;bureau;autres mots
        REPRISDEUXFOIS;Ana;01/01/1990;04/09/2025;bureau;Un
        Reprisdeuxfois;ana;1990-01-01;04/09/2025;Bureau;Un
        REPRISDEUXFOIS;Ana;01/01/1990;04/09/2025;bureau;Deux
        """;
    Tableur premier = deposer(REFERENTE, GenreDeTableur.CONTACTS, csv);
    assertThat(elle(() -> reprendre.apercu(premier))).satisfies(a -> {
      assertThat(a.justes()).isEqualTo(2);
      assertThat(a.dejaLa()).isEqualTo(2);
    });
    assertThat(elle(() -> tableurs.memeFichier(premier))).isEmpty();
    assertThat(statuts(enregistrer(REFERENTE, premier)))
        .containsExactly(StatutLigne.A_JOUR, StatutLigne.CREEE, StatutLigne.A_JOUR, StatutLigne.CREEE);
    assertThat(elle(() -> contacts.tous(p.id(), AUJOURDHUI))).hasSize(3);
    Tableur second = deposer(REFERENTE, GenreDeTableur.CONTACTS, csv);
    assertThat(elle(() -> tableurs.memeFichier(second))).isPresent();
    assertThat(statuts(enregistrer(REFERENTE, second))).containsOnly(StatutLigne.A_JOUR);
    assertThat(elle(() -> contacts.tous(p.id(), AUJOURDHUI))).hasSize(3);
  }

  @Test
  void une_ligne_fausse_attend_et_dit_pourquoi_les_autres_sont_reprises() {
    suivie("REPRISFAUSSE", LocalDate.of(2025, 8, 4));
    dossiers.entrante("REPRISAILLEURS", AILLEURS, LocalDate.of(2025, 8, 4));
    Personne partie = dossiers.entrante("REPRISPARTIE", CENTRE, LocalDate.of(2025, 8, 4));
    Tableur t = deposer(REFERENTE, GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Date;Type;Tenu par
        REPRISFAUSSE;Ana;01/01/1990;21/10/2025;bureau;
        REPRISFAUSSE;Ana;01/01/1990;01/01/1989;bureau;
        REPRISFAUSSE;Ana;;01/09/2025;bureau;
        REPRISFAUSSE;Ana;01/01/1990;01/09/2025;bureau;Personne Inconnue
        REPRISAILLEURS;Ana;01/01/1990;01/09/2025;bureau;
        REPRISNULLEPART;Ana;01/01/1990;01/09/2025;bureau;
        REPRISPARTIE;Ana;01/01/1990;01/09/2025;bureau;
        """);
    List<LigneGardee> lignes = enregistrer(REFERENTE, t);
    assertThat(lignes).extracting(LigneGardee::phrase).satisfiesExactly(p -> assertThat(p).contains("pas encore arrivé"),
        p -> assertThat(p).contains("n'était pas née"), p -> assertThat(p).contains("complétez sa date de naissance"),
        p -> assertThat(p).contains("ne connaît pas « Personne Inconnue »"), p -> assertThat(p).contains("ou elle n'est pas dans ce que vous pouvez"),
        p -> assertThat(p).contains("ou elle n'est pas dans ce que vous pouvez"), p -> assertThat(p).contains("ce contact reste dans son dossier"));
    assertThat(statuts(lignes).subList(0, 6)).containsOnly(StatutLigne.ERREUR);
    assertThat(elle(() -> contacts.tous(partie.id(), AUJOURDHUI))).hasSize(1);
    assertThat(elle(() -> enregistrer.corriger(t.id(), lignes.getFirst().rang(), Map.of(Champ.CONTACT_LE, "20/10/2025"))).statut())
        .as("corrigée, reprise aussitôt").isEqualTo(StatutLigne.CREEE);
  }

  /** She is not found, and one letter or one day away she is: the line says whom, and offers the day to correct. */
  @Test
  void une_date_de_naissance_mal_tapee_propose_la_personne_proche_et_se_corrige_sur_la_ligne() {
    Personne p = suivie("REPRISPROCHE", LocalDate.of(2025, 8, 4));
    dossiers.entrante("REPRISPROCHELOIN", AILLEURS, LocalDate.of(2025, 8, 4));
    Tableur t = deposer(REFERENTE, GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Date;Type
        REPRISPROCHE;Ana;02/01/1990;01/09/2025;bureau
        REPRISPROCH;Ana;01/01/1990;01/09/2025;bureau
        REPRISPROCHELOIN;Ana;02/01/1990;01/09/2025;bureau
        """);
    List<LigneGardee> lignes = enregistrer(REFERENTE, t);
    assertThat(lignes.get(0).phrase()).containsIgnoringCase("Est-ce Reprisproche Ana, naissance le 01/01/1990 ?");
    assertThat(lignes.get(1).phrase()).containsIgnoringCase("Est-ce Reprisproche Ana");
    assertThat(lignes.get(2).phrase()).as("hors de son périmètre").contains("ou elle n'est pas dans ce que vous pouvez").doesNotContain("Est-ce");
    List<ReprendreUnTableur.Examen> examens = elle(() -> reprendre.examiner(t, lignes));
    assertThat(examens.getFirst().erreurs()).extracting(e -> e.champ()).containsExactly(Champ.NAISSANCE);
    assertThat(elle(() -> enregistrer.corriger(t.id(), lignes.getFirst().rang(), Map.of(Champ.NAISSANCE, "01/01/1990"))).personneId())
        .isEqualTo(p.id());
  }

  @Test
  void un_jeune_de_soixante_cinq_ans_est_refuse_a_cote_de_son_public_par_tableur_comme_a_l_ecran() {
    List<LigneGardee> lignes = reprendre(GenreDeTableur.HORS_RSA, """
        Nom;Prénom;Date de naissance;Commune;Public;Suivie depuis le;Informée
        REPRISVIEUX;Yann;02/02/1960;%1$s;JEUNE;01/09/2025;oui
        REPRISVINGTCINQ;Yann;02/09/2000;%1$s;JEUNE;01/09/2025;oui
        """.formatted(commune(CENTRE)));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ERREUR, StatutLigne.CREEE);
    assertThat(lignes.getFirst().phrase()).as("HORS_RSA_AGE").contains("est pour une personne de moins de 26 ans : elle en avait 65");
  }

  @Test
  void un_operateur_d_actions_ne_suit_personne_par_tableur_non_plus() {
    base.sql("insert into structures.organisation (code, nom, nature) values ('REPRIS-OPERATEUR', 'Atelier de la reprise', 'OPERATEUR')").update();
    List<LigneGardee> lignes = reprendre(GenreDeTableur.HORS_RSA, """
        Nom;Prénom;Date de naissance;Commune;Public;Suivie depuis le;Informée;Organisation
        REPRISOPERATEUR;Yann;02/09/1999;%1$s;JEUNE;01/09/2025;oui;Atelier de la reprise
        """.formatted(commune(CENTRE)));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ERREUR);
    assertThat(lignes.getFirst().phrase()).contains("ne suit plus personne");
  }

  @Test
  void un_long_tableur_se_verifie_et_se_defait_derriere_l_ecran() {
    suivie("REPRISFOND", LocalDate.of(2025, 8, 4));
    Navigateur nav = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    StringBuilder csv = new StringBuilder("Nom;Prénom;Date de naissance;Date;Type\n");
    for (int i = 0; i < 150; i++) {
      csv.append("REPRISFOND;Ana;01/01/1990;").append(LocalDate.of(2021, 1, 1).plusDays(i)).append(";bureau\n");
    }
    HttpResponse<String> colonnes = nav.suivre(nav.deposer(PAGE + "?genre=CONTACTS", "fichier", "long.csv", csv.toString()));
    String tableur = colonnes.uri().getPath().replace("/colonnes", "");
    nav.poster(colonnes.uri().getPath(), List.of(Map.entry("_csrf", nav.jeton()), Map.entry("champ", "NOM"),
        Map.entry("champ", "PRENOM"), Map.entry("champ", "NAISSANCE"), Map.entry("champ", "CONTACT_LE"), Map.entry("champ", "CONTACT_GENRE")));
    assertThat(nav.ouvrir(tableur).body()).contains("Vérification en cours").contains("Vous pouvez quitter cette page");
    assertThat(finie(nav, tableur)).contains("150 lignes peuvent être enregistrées sur 150");
    nav.poster(tableur + "/enregistrer", Map.of());
    assertThat(finie(nav, tableur)).contains("Créée : 150");
    nav.poster(tableur + "/annuler", Map.of());
    assertThat(finie(nav, tableur)).contains("Annulée : 150");
    assertThat(nav.suivre(nav.poster(tableur + "/annuler", Map.of())).body()).as("RIEN_A_ANNULER").contains("tout en est déjà annulé");
    assertThat(nav.ouvrir("/travaux").body().replace('\u00a0', ' ')).contains("Tableur annulé : 150 lignes défaites.")
        .contains("Vérifier le tableur « long.csv »");
  }

  /** Until nothing is done with it behind the screen any more. */
  private static String finie(Navigateur nav, String tableur) {
    long fin = System.nanoTime() + java.util.concurrent.TimeUnit.SECONDS.toNanos(60);
    String page;
    do {
      page = nav.ouvrir(tableur).body().replace('\u00a0', ' ');
    } while (page.contains("id=\"avancement\"") && System.nanoTime() < fin);
    return page;
  }

  @Test
  void sans_fichier_choisi_la_page_le_demande_et_ce_qui_n_est_pas_un_tableur_est_dit() {
    Navigateur nav = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    nav.ouvrir(PAGE);
    assertThat(nav.suivre(nav.deposer(PAGE + "?genre=CONTACTS", "fichier", "", "")).body()).as("FICHIER_A_CHOISIR").contains("Choisissez un fichier");
    assertThat(nav.suivre(nav.deposer(PAGE + "?genre=CONTACTS", "fichier", "donnees.json", "[{\"nom\": \"X\", \"prenom\": \"Y\"}]")).body())
        .as("PAS_UN_TABLEUR").contains("n'est pas un tableur");
  }

  @Test
  void deux_homonymes_nees_le_meme_jour_et_une_fiche_reunie_trouvent_chacune_leur_reponse() {
    dossiers.entrante("REPRISHOMONYME", CENTRE, LocalDate.of(2025, 8, 4));
    dossiers.entrante("REPRISHOMONYME", CENTRE, LocalDate.of(2025, 8, 4));
    Personne gardee = dossiers.entrante("REPRISGARDEE", CENTRE, LocalDate.of(2025, 8, 4));
    Personne reunie = dossiers.entrante("REPRISREUNIE", CENTRE, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set identifiant_ft = '12345678901', fusionnee_dans = ? where id = ?")
        .params(gardee.id(), reunie.id()).update();
    List<LigneGardee> lignes = reprendre(GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Identifiant France Travail;Date;Type
        REPRISHOMONYME;Ana;01/01/1990;;01/09/2025;bureau
        REPRISREUNIE;Ana;01/01/1990;12345678901;01/09/2025;bureau
        """);
    assertThat(lignes.getFirst().phrase()).contains("Plusieurs personnes portent ce nom");
    assertThat(lignes.getLast().personneId()).as("la fiche gardée").isEqualTo(gardee.id());
  }

  @Test
  void un_tableur_de_contacts_se_defait_en_entier_sauf_ce_qu_un_agent_a_retire_depuis() {
    Personne p = suivie("REPRISDEFAIT", LocalDate.of(2025, 8, 4));
    Tableur t = deposer(REFERENTE, GenreDeTableur.CONTACTS, """
        Nom;Prénom;Date de naissance;Date;Type
        REPRISDEFAIT;Ana;01/01/1990;01/09/2025;bureau
        REPRISDEFAIT;Ana;01/01/1990;02/09/2025;bureau
        """);
    enregistrer(REFERENTE, t);
    long dernier = elle(() -> contacts.tous(p.id(), AUJOURDHUI)).getFirst().id();
    elle(() -> {
      retirer.executer(dernier, p.id(), "ce n'était pas elle");
      return null;
    });
    assertThat(elle(() -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(1, 1));
    assertThat(elle(() -> contacts.tous(p.id(), AUJOURDHUI))).singleElement().satisfies(c -> assertThat(c.id()).isEqualTo(dernier));
    List<LigneGardee> lignes = elle(() -> tableurs.lignes(t.id(), Set.of(), 10, 0));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ANNULEE, StatutLigne.CREEE);
    assertThat(lignes.getLast().phrase()).startsWith("Non annulée : un agent a dit depuis pourquoi");
  }

  @Test
  void ses_freins_se_relisent_a_toute_date_et_ne_s_ouvrent_pas_deux_fois() {
    Personne p = suivie("REPRISFREIN", LocalDate.of(2025, 8, 4));
    String csv = """
        Nom;Prénom;Date de naissance;Thème;Niveau;Ouvert le;Levé en partie le;Levé le;Action;État de l'action;Date de l'action
        REPRISFREIN;Ana;01/01/1990;mobilite;fort;03/02/2025;05/05/2025;02/06/2025;S'inscrire au code ou au permis;faite;01/06/2025
        REPRISFREIN;Ana;01/01/1990;Mobilité;Fort;03/02/2025;05/05/2025;02/06/2025;Voir un garage;abandonnée;01/04/2025
        REPRISFREIN;Ana;01/01/1990;Santé;moyen;03/02/2025;;;;;
        REPRISFREIN;Ana;01/01/1990;Logement;sans impact;03/02/2025;;;;;
        REPRISFREIN;Ana;01/01/1990;Logement;fort;03/03/2025;;;;;
        """;
    List<LigneGardee> lignes = reprendre(GenreDeTableur.FREINS, csv);
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.CREEE, StatutLigne.ERREUR);
    assertThat(lignes.getLast().phrase()).contains("dit autrement à la ligne 5");
    assertThat(frein(p, "MOBILITE", LocalDate.of(2025, 2, 3)).etat()).isEqualTo(EtatFrein.OUVERT);
    assertThat(frein(p, "MOBILITE", LocalDate.of(2025, 5, 5)).etat()).isEqualTo(EtatFrein.LEVE_EN_PARTIE);
    assertThat(frein(p, "MOBILITE", LocalDate.of(2025, 6, 2)).etat()).isEqualTo(EtatFrein.LEVE);
    EtatDuDiagnostic present = elle(() -> diagnostics.au(p.id(), AUJOURDHUI));
    assertThat(present.freins()).containsOnlyKeys("MOBILITE", "SANTE");
    assertThat(present.reponses("LOGEMENT").a("niveau")).isEqualTo("SANS");
    assertThat(elle(() -> actions.au(p.id(), AUJOURDHUI))).extracting(a -> a.libelle())
        .containsExactlyInAnyOrder("S'inscrire au code ou au permis", "Voir un garage");
    assertThat(statuts(reprendre(GenreDeTableur.FREINS, csv)).subList(0, 4)).as("le même fichier").containsOnly(StatutLigne.A_JOUR);
    List<LigneGardee> apres = reprendre(GenreDeTableur.FREINS, """
        Nom;Prénom;Date de naissance;Thème;Niveau;Ouvert le;Action
        REPRISFREIN;Ana;01/01/1990;Mobilité;fort;03/02/2025;
        REPRISFREIN;Ana;01/01/1990;Santé;moyen;03/02/2025;Faire un bilan de santé
        """);
    assertThat(apres.getFirst().phrase()).as("Jalon dit levé").contains("Jalon suit déjà « Mobilité » : frein levé depuis le 02/06/2025");
    assertThat(apres.getLast().phrase()).contains("l'action lui est ajoutée");
  }

  private EtatDuDiagnostic.Frein frein(Personne p, String theme, LocalDate au) {
    return elle(() -> diagnostics.au(p.id(), au)).freins().get(theme);
  }

  @Test
  void le_theme_sante_attend_qui_peut_l_ecrire() {
    suivie("REPRISSANTE", LocalDate.of(2025, 8, 4));
    List<LigneGardee> lignes = enregistrer(SANS_SANTE, deposer(SANS_SANTE, GenreDeTableur.FREINS, """
        Nom;Prénom;Date de naissance;Thème;Niveau;Ouvert le
        REPRISSANTE;Ana;01/01/1990;Santé;fort;03/02/2025
        REPRISSANTE;Ana;01/01/1990;Logement;fort;03/02/1980
        REPRISSANTE;Ana;01/01/1990;Numérique;fort;03/02/2025
        """));
    assertThat(statuts(lignes)).containsExactly(StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.CREEE);
    assertThat(lignes.getFirst().phrase()).contains("Ce thème touche à la santé");
    assertThat(lignes.get(1).phrase()).contains("n'était pas née");
  }

  @Test
  void un_tableur_de_freins_se_defait_sauf_ceux_sur_quoi_quelqu_un_a_bati() {
    Personne p = suivie("REPRISBATI", LocalDate.of(2025, 8, 4));
    Tableur t = deposer(REFERENTE, GenreDeTableur.FREINS, """
        Nom;Prénom;Date de naissance;Thème;Niveau;Ouvert le;Action
        REPRISBATI;Ana;01/01/1990;Mobilité;fort;03/02/2025;Voir un garage
        REPRISBATI;Ana;01/01/1990;Mobilité;fort;03/02/2025;Emprunter un vélo
        REPRISBATI;Ana;01/01/1990;Logement;fort;03/02/2025;
        REPRISBATI;Ana;01/01/1990;Numérique;sans impact;03/02/2025;
        """);
    assertThat(statuts(enregistrer(REFERENTE, t))).containsOnly(StatutLigne.CREEE);
    long logement = base.sql("select id from diagnostic.frein where personne_id = ? and theme = 'LOGEMENT'").param(p.id()).query(Long.class).single();
    elle(() -> {
      lever(logement);
      return null;
    });
    assertThat(elle(() -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(3, 1));
    assertThat(elle(() -> diagnostics.au(p.id(), AUJOURDHUI)).constats()).containsOnlyKeys("LOGEMENT");
    assertThat(elle(() -> actions.au(p.id(), AUJOURDHUI))).isEmpty();
    assertThat(elle(() -> tableurs.lignes(t.id(), Set.of(StatutLigne.CREEE), 10, 0))).singleElement()
        .satisfies(l -> assertThat(l.phrase()).contains("son frein a changé depuis"));
  }

  @Autowired
  ReprendreDesDiagnostics freins;

  private void lever(long frein) {
    freins.lever(Map.of(frein, AUJOURDHUI));
  }

  @Test
  void une_personne_hors_rsa_est_inscrite_une_fois_et_celle_qui_ressemble_a_une_autre_attend() {
    dossiers.entrante("REPRISCONNUE", CENTRE, LocalDate.of(2025, 8, 4));
    String commune = commune(CENTRE);
    String loin = commune(AILLEURS);
    String csv = """
        Nom;Prénom;Date de naissance;Téléphone;Commune;Courriel du référent;Public;Cohorte;Suivie depuis le;Informée
        REPRISHORS;Zoé;02/02/2004;06 12 34 56 78;%1$s;rita.reprend@ardeche.fr;Jeune;SPIE 2025;01/09/2025;oui
        Reprishors;zoe;02/02/2004;;%1$s;;JEUNE;;01/09/2025;oui
        REPRISCONNUE;Ana;01/01/1990;;%1$s;;CHOMAGE_LONG;;01/09/2025;oui
        REPRISLOIN;Yann;02/02/2004;;%2$s;;JEUNE;;01/09/2025;oui
        REPRISMUETTE;Yann;02/02/2004;;%1$s;;JEUNE;;01/09/2025;
        REPRISSANSREF;Yann;02/02/2004;;%1$s;nul@ardeche.fr;JEUNE;;01/09/2025;oui
        """.formatted(commune, loin);
    Tableur t = deposer(REFERENTE, GenreDeTableur.HORS_RSA, csv);
    List<LigneGardee> lignes = enregistrer(REFERENTE, t);
    assertThat(statuts(lignes)).containsExactly(StatutLigne.CREEE, StatutLigne.A_JOUR, StatutLigne.ERREUR, StatutLigne.ERREUR, StatutLigne.ERREUR,
        StatutLigne.ERREUR);
    assertThat(lignes.get(2).phrase()).containsIgnoringCase("Une fiche lui ressemble : Reprisconnue Ana");
    assertThat(lignes.get(3).phrase()).contains("pas de votre territoire");
    assertThat(lignes.get(4).phrase()).contains("Dites-lui d'abord");
    assertThat(lignes.get(5).phrase()).contains("Aucun référent n'a l'adresse nul@ardeche.fr");
    assertThat(base.sql("""
        select p.telephone || ' ' || h.cohorte || ' ' || h.referent_id from allocataires.personne p join allocataires.suivi_hors_rsa h on h.personne_id = p.id
        where p.nom = 'REPRISHORS'""").query(String.class).list()).containsExactly("+33612345678 SPIE 2025 " + referente);
    Tableur encore = deposer(REFERENTE, GenreDeTableur.HORS_RSA, csv);
    assertThat(statuts(enregistrer(REFERENTE, encore)).subList(0, 2)).containsOnly(StatutLigne.A_JOUR);
    assertThat(elle(() -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(1, 0));
    assertThat(base.sql("select count(*) from allocataires.personne where nom = 'REPRISHORS'").query(Long.class).single()).isZero();
  }

  private String commune(int territoire) {
    return base.sql("""
        select c.nom from structures.commune c join structures.departement d on d.code = c.departement where c.territoire_id = ?
        order by c.nom limit 1""").param(territoire).query(String.class).single();
  }

  @Test
  void qui_ne_peut_pas_l_ecrire_a_l_ecran_ne_le_reprend_pas() {
    for (GenreDeTableur genre : List.of(GenreDeTableur.CONTACTS, GenreDeTableur.FREINS, GenreDeTableur.HORS_RSA)) {
      Perimetre sansReprise = EnTantQue.territoire(CENTRE, "DOSSIERS", genre.ressource());
      Perimetre sansLeDroit = EnTantQue.territoire(CENTRE, "DOSSIERS", "REPRISE");
      for (Perimetre qui : List.of(sansReprise, sansLeDroit)) {
        assertThatThrownBy(() -> deposer(qui, genre, "Nom;Prénom\nX;Y\n")).isInstanceOfSatisfying(RefusMetier.class,
            r -> assertThat(r.code()).isEqualTo("HABILITATION"));
      }
    }
    Tableur t = deposer(REFERENTE, GenreDeTableur.CONTACTS, "Nom;Prénom;Date;Type\nX;Y;01/09/2025;bureau\n");
    assertThat(EnTantQue.agir(EnTantQue.partenaire(organisation, SES_DROITS), () -> tableurs.lire(t.id()))).as("celui d'un autre").isEmpty();
    assertThat(relu(t).genre()).isEqualTo(GenreDeTableur.CONTACTS);
  }

  @Test
  void la_referente_depose_regarde_et_emporte_le_modele_a_l_ecran_et_nulle_part_ailleurs() throws Exception {
    suivie("REPRISECRAN", LocalDate.of(2025, 8, 4));
    Navigateur nav = connecter(comptoir.agent("REFERENT", List.of(CENTRE), List.of()));
    assertThat(nav.ouvrir(PAGE).body()).contains("Contacts").contains("Freins").contains("Personnes hors RSA").contains("contacts.xlsx");
    String csv = "Nom;Prénom;Date de naissance;Date;Type\nREPRISECRAN;Ana;01/01/1990;01/09/2025;bureau\nNULLEPART;Ana;01/01/1990;01/09/2025;bureau\n";
    assertThat(nav.suivre(nav.deposer(PAGE, "fichier", "suivi.csv", csv)).body()).as("GENRE_DE_TABLEUR").contains("Dites ce que contient ce tableur");
    HttpResponse<String> colonnes = nav.suivre(nav.deposer(PAGE + "?genre=CONTACTS", "fichier", "suivi.csv", csv));
    assertThat(colonnes.body()).contains("Date du contact (obligatoire)").doesNotContain("Parcours des lignes");
    String tableur = colonnes.uri().getPath().replace("/colonnes", "");
    String apercu = nav.suivre(nav.poster(colonnes.uri().getPath(), List.of(Map.entry("_csrf", nav.jeton()), Map.entry("champ", "NOM"),
        Map.entry("champ", "PRENOM"), Map.entry("champ", "NAISSANCE"),
        Map.entry("champ", "CONTACT_LE"), Map.entry("champ", "CONTACT_GENRE")))).body();
    assertThat(apercu).contains("ligne peut être enregistrée sur 2").contains("Jalon ne connaît pas cette personne").contains("Vérifier de nouveau");
    assertThat(nav.suivre(nav.poster(PAGE + "/" + tableur.replaceAll("\\D", "") + "/verifier", Map.of())).body())
        .contains("ligne peut être enregistrée sur 2");
    for (String genre : List.of("contacts", "freins", "hors-rsa")) {
      assertThat(nav.lire(PAGE + "/" + genre + ".xlsx").statusCode()).isEqualTo(200);
    }
    assertThat(nav.lire(PAGE + "/personnes.xlsx").statusCode()).isEqualTo(404);
    assertThat(nav.lire("/imports/tableur").statusCode()).as("les personnes : l'allocation").isEqualTo(403);
    assertThat(connecter(comptoir.agent("ALLOCATION")).ouvrir(PAGE).body()).contains("Votre rôle fait entrer les personnes");
    assertThat(connecter(comptoir.agent("ADMINISTRATION")).lire(PAGE).statusCode()).isEqualTo(403);
    assertThat(connecter(comptoir.agent("ADMINISTRATION")).lire("/imports/tableur").statusCode()).isEqualTo(200);
    assertThat(connecter(comptoir.agent("PARTENAIRE", List.of(), List.of(organisation))).lire(PAGE).statusCode()).isEqualTo(403);
  }

  private Navigateur connecter(Agent compte) {
    Navigateur nav = new Navigateur(port);
    assertThat(nav.connecter(compte.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).isEqualTo(200);
    return nav;
  }

  @Test
  void le_modele_a_remplir_se_relit_colonne_pour_colonne_et_dit_ce_que_chacune_contient() {
    for (GenreDeTableur genre : GenreDeTableur.values()) {
      MockHttpServletResponse reponse = new MockHttpServletResponse();
      Classeur.modele(reponse, "modele", modeles.colonnes(genre));
      assertThatThrownBy(() -> LectureDeFichier.lire(reponse.getContentAsByteArray(), bornes)).as("vide").isInstanceOf(RefusMetier.class);
      assertThat(modeles.colonnes(genre)).hasSameSizeAs(genre.champs()).allSatisfy(c -> assertThat(c.aide()).endsWith("."));
    }
    assertThat(modeles.colonnes(GenreDeTableur.FREINS)).anySatisfy(c -> assertThat(c.aide()).contains("Mobilité ; Numérique"));
  }

  @Test
  void douze_cents_lignes_se_reprennent_par_parts_et_une_part_faite_ne_se_refait_pas() {
    suivie("REPRISLONG", LocalDate.of(2025, 8, 4));
    StringBuilder csv = new StringBuilder("Nom;Prénom;Date de naissance;Date;Type;Note\n");
    for (int i = 0; i < 1200; i++) {
      csv.append("REPRISLONG;Ana;01/01/1990;").append(LocalDate.of(2021, 1, 1).plusDays(i)).append(";bureau;Note ").append(i).append('\n');
    }
    Tableur t = deposer(REFERENTE, GenreDeTableur.CONTACTS, csv.toString());
    assertThat(elle(() -> reprendre.apercu(t)).justes()).isEqualTo(1200);
    assertThat(statuts(enregistrer(REFERENTE, t))).hasSize(1000).containsOnly(StatutLigne.CREEE);
    // another server takes it over: what is done says so
    elle(() -> {
      enregistrer.executer(t.id());
      return null;
    });
    assertThat(base.sql("select count(*) from accompagnement.contact where repris_de is not null and dit like 'Note %'").query(Long.class).single())
        .isEqualTo(1200);
    assertThat(elle(() -> annuler.executer(t.id()))).isEqualTo(new AnnulerTableur.Bilan(1200, 0));
  }
}
