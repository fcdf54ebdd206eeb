package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.demarrage.Preparation;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.MonCompte;
import fr.jalon.habilitations.comptes.Totp;
import fr.jalon.journal.NomsDuJournal;
import fr.jalon.justedroit.lecture.FoyerLu;
import fr.jalon.justedroit.lecture.LectureDesFaits;
import fr.jalon.justedroit.web.SimulationsDuFichier;
import fr.jalon.personnages.Perimetres;
import fr.jalon.pilotage.Indicateurs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The Ardèche of the demonstration, created whole as {@code ./jalon demo} does: who follows whom agrees with the plan, and nobody is forgotten. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jalon.departement=07", "jalon.horloge=2025-09-08",
    "jalon.premier-compte=false", "jalon.demonstration=true", "jalon.preparation=true", "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk="})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationCreeeTest {
  /** Points of per cent. */
  /**
   * The demonstration is drawn from a seed and comes out the same each time: what is measured of it is held close to what it was when it was looked
   * at.
   */
  private static final Offset<Double> TOLERANCE = within(2.5);
  @Autowired
  org.springframework.context.ApplicationContext contexte;
  @Autowired
  CreerLaDemonstration creer;
  @Autowired
  LectureDesFaits faits;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Preparation preparation;
  @Autowired
  Indicateurs indicateurs;
  @Autowired
  NomsDuJournal noms;
  @Autowired
  MonCompte monCompte;
  @Autowired
  Comptes comptes;
  @Autowired
  Clock horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @DynamicPropertySource
  static void chezSoi(DynamicPropertyRegistry proprietes) throws java.io.IOException {
    java.nio.file.Path home = java.nio.file.Files.createTempDirectory(java.nio.file.Path.of("target"), "demonstration-");
    proprietes.add("jalon.home", () -> home.toAbsolutePath().toString());
  }

  @LocalServerPort
  int port;
  private final List<HttpResponse<String>> pendant = new ArrayList<>();
  private Map<String, Integer> refuses;

  @BeforeAll
  void creer_la_demonstration() throws Exception {
    for (String adresse : List.of("/", "/connexion", "/api/v1/openapi.json", "/sante", "/sante/pret")) {
      pendant.add(lire(adresse));
    }
    refuses = creer.executer();
    assertThat(preparation.enCours()).as("fermée jusqu'à ce que la commande l'ouvre").isTrue();
    preparation.terminer();
  }

  @Test
  void pendant_sa_creation_personne_n_entre_et_chaque_adresse_dit_ou_elle_en_est() throws Exception {
    assertThat(pendant).extracting(HttpResponse::statusCode).containsExactly(503, 503, 503, 200, 503);
    assertThat(pendant.getFirst().body()).contains("<h1>La démonstration se prépare : 0&nbsp;%</h1>", "<progress max=\"100\" value=\"0\"");
    assertThat(pendant.getFirst().headers().firstValue("Refresh")).as("la page revient d'elle-même").contains("3");
    assertThat(pendant.getLast().body()).contains("en préparation");
    assertThat(preparation.pourCent()).isBetween(90, 99);
    assertThat(lire("/sante/pret").statusCode()).isEqualTo(200);
    assertThat(lire("/connexion").statusCode()).isEqualTo(200);
  }

  /** Set in September 2025, whatever the day it is: the code of a real telephone must open. */
  @Test
  void un_vrai_telephone_donne_le_second_facteur_a_l_horloge_de_la_demonstration() {
    assertThat(LocalDate.now(horloge)).isEqualTo(LocalDate.of(2025, 9, 8)).isNotEqualTo(LocalDate.now());
    byte[] secret = Totp.nouveauSecret();
    Agent agent = comptes.parIdentifiant("secretariat").orElseThrow();
    systeme.agir("essai", () -> {
      monCompte.activerTotp(agent, "jalon-demonstration", secret, Totp.code(secret, Totp.pas(Instant.now())));
      assertThat(monCompte.codeAccepte(agent, Totp.code(secret, Totp.pas(Instant.now()) + 1))).isTrue();
      assertThat(monCompte.codeAccepte(agent, Totp.code(secret, Totp.pas(horloge.instant())))).isFalse();
      return null;
    });
  }

  @Test
  void aucun_acte_de_la_demonstration_n_est_refuse() {
    assertThat(refuses).isEmpty();
  }

  @Test
  void le_parcours_professionnel_est_celui_que_laisse_lire_le_plan() {
    LocalDate au = LocalDate.of(2025, 8, 31);
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("PARCOURS-PROFESSIONNEL", au, null)).getFirst().valeur().doubleValue())
        .isCloseTo(10, within(3.0));
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("POP-DOV", au, null)).getFirst().valeur().intValue()).isEqualTo(6313);
  }

  @Test
  void des_personnes_ont_demande_a_voir_ou_a_corriger_leurs_donnees() {
    assertThat(base.sql("select nature from donnees.demande").query(String.class).list())
        .contains("COPIE", "RECTIFICATION", "OPPOSITION", "EFFACEMENT");
    assertThat(nombre("select count(*) from donnees.demande where reponse is null and limite < date '2025-09-08'")).as("en retard").isPositive();
    assertThat(nombre("select count(*) from donnees.retenue where levee_le is null")).isEqualTo(1);
  }

  @Test
  void la_moitie_des_personnes_suivies_ont_un_contrat_signe_de_plus_en_plus_vite() {
    LocalDate au = LocalDate.now(horloge);
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("CON-EN-VIGUEUR", au, null)).getFirst().valeur().doubleValue())
        .as("en vigueur, 49 % en France")
        .isBetween(46.0, 52.0);
    String delai = """
        select avg(v.signee_le - s.notifie_le) from engagement.version v join orientation.suivi s on s.id = v.suivi_id
        where v.etat = 'SIGNEE' and v.numero = 1 and s.notifie_le between date '%s' and date '%s'""";
    assertThat(base.sql(delai.formatted("2025-01-01", "2025-02-28")).query(Double.class).single()).as("jours au début de la loi").isBetween(48.0,
        60.0);
    assertThat(base.sql(delai.formatted("2025-06-01", "2025-07-31")).query(Double.class).single()).as("jours à la fin").isLessThan(31);
    assertThat(nombre("select count(distinct etat) from engagement.contrat")).as("où ils en sont").isGreaterThan(3);
    assertThat(nombre("select count(*) from engagement.version where cause = 'AVENANT' and etat = 'SIGNEE'")).as("avenants").isPositive();
    assertThat(nombre("select count(*) from engagement.version where cause = 'RENOUVELLEMENT' and etat = 'SIGNEE'")).as("renouvellements")
        .isGreaterThan(20);
    assertThat(nombre("select count(*) from engagement.refus where retire_le is null")).as("refus").isPositive();
    assertThat(nombre("select count(*) from engagement.objectif where resultat is not null")).as("objectifs dont on dit ce qu'ils deviennent")
        .isGreaterThan(50);
  }

  @Test
  void des_personnes_sont_en_portefeuille_intensif_et_des_dossiers_mdph_vivent() {
    assertThat(nombre("select count(*) from accompagnement.intensif where etat = 'EN_COURS'")).as("en portefeuille intensif").isBetween(5L, 50L);
    assertThat(nombre("select count(*) from accompagnement.intensif where etat = 'SORTIE'")).as("sorties d'un portefeuille").isPositive();
    LocalDate au = LocalDate.now(horloge);
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("INT-RYTHME", au, null)).getFirst().valeur().doubleValue()).as("vues dans le rythme")
        .isBetween(20.0, 95.0);
    assertThat(nombre("select count(*) from handicap.dossier")).as("dossiers MDPH").isBetween(10L, 200L);
    assertThat(nombre("select count(distinct etat) from handicap.dossier")).as("où ils en sont").isGreaterThan(3);
  }

  @Test
  void des_personnes_reprennent_un_emploi_sont_appelees_et_certaines_reviennent() {
    LocalDate au = LocalDate.now(horloge);
    assertThat(nombre("select count(*) from sorties.sortie where etat = 'CONFIRMEE'")).as("sorties notées").isGreaterThan(100);
    assertThat(nombre("select count(*) from sorties.sortie where etat = 'PROPOSEE'")).as("à compléter").isPositive();
    assertThat(nombre("select count(*) from sorties.rappel where etat = 'REPONDU'")).as("rappels faits").isPositive();
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("RETOUR-EMPLOI", au, null)).getFirst().valeur().doubleValue()).as("retour à l'emploi")
        .isBetween(5.0, 45.0);
    assertThat(systeme.agir("essai", () -> indicateurs.calculer("EMPLOI-6M", au, null)).getFirst().valeur().doubleValue()).isBetween(30.0, 95.0);
  }

  /** The journal of the demonstration shows no code: each act written while living these months has its French. */
  @Test
  void chaque_acte_ecrit_par_la_demonstration_se_lit_en_francais() {
    assertThat(base.sql("select distinct acte from journal.trace").query(String.class).list()).hasSizeGreaterThan(20)
        .allSatisfy(acte -> assertThat(noms.actesNommes()).containsKey(acte));
  }

  /** Twenty months of files, moves, couples made and undone, réorientations: each row about a person is seen by those who may see her. */
  @Test
  void chaque_ligne_sur_une_personne_est_vue_de_qui_peut_la_voir() {
    assertThat(new Perimetres(base).lignesDAilleurs()).isEmpty();
    assertThat(nombre("""
        select count(*) from allocataires.situation s join allocataires.foyer f on f.id = s.foyer_id
        where s.present and s.adulte and s.organisation_ids is not null and not coalesce(f.organisation_ids @> s.organisation_ids, false)"""))
        .as("personnes suivies dont l'organisme ne voit pas le foyer présent").isZero();
  }

  @Test
  void personne_ne_suit_plus_de_monde_que_ses_places() {
    LocalDate au = LocalDate.of(2025, 9, 8);
    double surcharges = systeme.agir("essai", () -> indicateurs.calculer("ORI-SURCHARGE", au, null)).getFirst().valeur().doubleValue();
    assertThat(surcharges).as("référents au-delà de leurs places").isLessThan(10);
  }

  /** What is printed for a person begins with what she has today: the form filled from the file must find the amount of the file. */
  @Test
  void simuler_dit_d_aujourd_hui_ce_que_dit_verifier_pour_chaque_foyer() {
    LocalDate reference = systeme.agir("essai", faits::derniereReference).orElseThrow();
    List<FoyerLu> foyers = systeme.agir("essai", () -> faits.versablesAu(reference));
    SimulationsDuFichier.Bilan bilan = SimulationsDuFichier.comparer(foyers, reference);
    assertThat(bilan.compares()).isGreaterThan(5500);
    assertThat(bilan.arrets()).as("revenus arrêtés, dits sur la page").isBetween(20, 300);
    assertThat(bilan.dits()).as("montants différents, dits sur la page").isLessThan(40);
    assertThat(bilan.desaccords()).as(bilan.toString()).isEmpty();
  }

  @Test
  void les_parts_du_plan_les_reexamens_et_les_reorientations_sont_vraisemblables() {
    Map<String, Double> parts = parts();
    // two deliberate ones at most (see Defauts); the others would be false alarms
    assertThat(nombre("select count(*) from allocataires.doublon"))
        .as("doublons possibles en seize mois : " + base.sql("select raison, count(*) from allocataires.doublon group by 1")
        .query().listOfRows()).isBetween(1L, 2L);
    assertThat(nombre("select count(*) from allocataires.foyer where fonction_organisme = 'MSA' and matricule not like 'NIR:%'"))
        .as("numéros de la MSA en clair").isZero();
    // plan 07 2026-2029, au 31/08/2025
    assertThat(parts.get("FRANCE_TRAVAIL")).isCloseTo(10, TOLERANCE);
    assertThat(parts.get("DEPARTEMENT")).isCloseTo(42, TOLERANCE);
    assertThat(parts.get("EXTERNE")).isCloseTo(40, TOLERANCE);
    assertThat(parts.get("AUCUN")).isCloseTo(8, TOLERANCE);
    assertThat(nombre("select count(*) from echeances.releve r where r.nature = 'REEXAMEN_SOCIAL' and r.situation = 'EN_RETARD' and r.nombre > 0"))
        .isPositive();
    assertThat(nombre("""
        select sum(nombre) from echeances.releve where nature = 'REEXAMEN_SOCIAL' and situation = 'EN_RETARD' and jour = (select max(jour) from echeances.releve)"""))
        .as("réexamens en retard").isBetween(30L, 50L);
    assertThat(nombre("select count(*) from orientation.maintien")).as("parcours sociaux maintenus").isBetween(6900L, 7300L);
    assertThat(nombre("select count(*) from orientation.reorientation where etat = 'DEMANDEE'")).as("demandes en attente").isBetween(7L, 12L);
    assertThat(nombre("""
        select count(*) from orientation.suivi n where n.notifie_le > date '2024-09-08' and n.jusqua > n.notifie_le and exists (
          select from orientation.suivi s where s.personne_id = n.personne_id and s.id <> n.id and s.notifie_le < n.notifie_le
            and s.notifie_le + interval '6 months' > n.notifie_le and s.jusqua > s.notifie_le)""")).as("réorientations de moins de six mois").isBetween(130L, 165L);
    assertThat(nombre("""
        select count(*) from orientation.suivi a join orientation.suivi b on b.id = a.suivant_id
        where a.fin_le <> b.notifie_le - 1 or a.motif_fin <> 'Réorientation' or a.jusqua <> b.notifie_le""")).as("suivis remplacés sans finir la veille").isZero();
    assertThat(nombre("""
        select count(*) from allocataires.situation s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        where s.etat = '2' and s.sdd and not exists (select from orientation.suivi o where o.personne_id = s.personne_id and o.etat <> 'CLOS')
          and not exists (select from orientation.entree e where e.personne_id = s.personne_id and e.etat in ('EN_ATTENTE', 'SUSPENDUE'))"""))
        .as("soumises aux droits et devoirs, ni suivies ni en attente : oubliées").isZero();
    assertThat(part("select 100.0 * count(*) filter (where etat = 'ABSENTE') / count(*) from rendezvous.convocation where etat in ('PRESENTE', "
        + "'ABSENTE', 'EXCUSEE')"))
        .as("absences sans excuse").isCloseTo(20, within(0.5));
    assertThat(part("select 100.0 * count(*) filter (where etat = 'DECLINEE') / count(*) from rendezvous.convocation"))
        .as("ne peuvent pas venir").isBetween(6.0, 7.2);
    assertThat(part("select 100.0 * count(*) filter (where etat_depuis - recu_le <= 42) / count(*) from orientation.entree where etat = "
        + "'ORIENTEE' and recu_le >= '2024-09-01'"))
        .as("orientées en 42 jours").isBetween(44.0, 48.5);
    assertThat(nombre("select count(*) from courriers.message where canal = 'LETTRE' and etat in ('A_ENVOYER', 'EN_COURS') and le < date "
        + "'2025-09-05'"))
        .as("lettres écrites avant les derniers jours et pas postées").isZero();
    assertThat(nombre("select count(*) from courriers.message where canal = 'LETTRE' and etat = 'NON_DISTRIBUE'"))
        .as("lettres revenues").isBetween(130L, 160L);
    assertThat(nombre("select count(*) from courriers.message where canal = 'LETTRE' and envoye_le <> le and renvoi_de is null"))
        .as("postées un autre jour qu'écrites").isZero();
    assertThat(part("""
        select 100.0 * count(*) filter (where exists (select from courriers.message s where s.canal = 'SMS' and s.modele = m.modele and s.objet_id = m.objet_id)) / count(*)
        from courriers.message m where m.canal = 'LETTRE' and m.modele = 'CONVOCATION_INFORMATION_COLLECTIVE' and m.renvoi_de is null""")).as("convoquées aussi par SMS").isBetween(83.0, 86.0);
  }

  @Test
  void sauvegardee_puis_restauree_sur_une_machine_vide_elle_donne_les_memes_indicateurs_a_l_unite() throws Exception {
    java.time.LocalDate au = java.time.LocalDate.of(2025, 8, 31);
    var avant = fr.jalon.sauvegarde.AllerRetour.indicateurs(contexte, au);
    assertThat(avant).hasSizeGreaterThan(20).anyMatch(v -> v.valeur() != null && v.valeur().intValue() > 1000);
    assertThat(fr.jalon.sauvegarde.AllerRetour.de(contexte).indicateursRestaures(au)).isEqualTo(avant);
  }

  private HttpResponse<String> lire(String adresse) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + adresse)).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private double part(String sql) {
    return base.sql(sql).query(Double.class).single();
  }

  /** Shares, in per cent, of the adults whose right is open and payable, by nature of the organisation of their référent. */
  private Map<String, Double> parts() {
    return base.sql("""
        with population as (
          select distinct m.personne_id from allocataires.droit d
          join allocataires.membre m on m.foyer_id = d.foyer_id and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
          join allocataires.personne p on p.id = m.personne_id and p.fusionnee_dans is null
          where d.etat = '2' and d.jusqua = 'infinity' and d.oublie_le = 'infinity')
        select case when s.referent_id is null then 'AUCUN' else o.nature end as nature, 100.0 * count(*) / sum(count(*)) over () as part
        from population q left join orientation.suivi s on s.personne_id = q.personne_id and s.etat <> 'CLOS'
        left join structures.organisation o on o.id = s.organisation_id group by 1""")
        .query((l, _) -> Map.entry(l.getString("nature"), l.getDouble("part"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private long nombre(String sql) {
    return base.sql(sql).query(Long.class).single();
  }
}
