package fr.jalon.sauvegarde;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.enfant;
import static fr.jalon.personnages.Personne.personne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.personnages.Caisse;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everything an instance holds goes in one file that nobody reads without the key, and comes back the same on an empty machine. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
    properties = {"jalon.departement=07", "jalon.premier-compte=false", "jalon.horloge=2025-09-08", "jalon.cle=" + AllerRetour.CLE})
@Import(Caisse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SauvegardeTest {
  private static final String AUTRE_CLE = Base64.getEncoder().encodeToString("une autre clé, de trente-deux octets".getBytes(StandardCharsets.UTF_8));
  private static Path dossier;
  @Autowired
  Caisse caisse;
  @Autowired
  ApplicationContext contexte;
  @Autowired
  Sauvegarder sauvegarder;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private AllerRetour tour;

  @DynamicPropertySource
  static void dossiers(DynamicPropertyRegistry proprietes) throws Exception {
    dossier = Files.createTempDirectory(Path.of("target"), "instance-").toAbsolutePath();
    proprietes.add("jalon.courriers", () -> dossier.resolve("courriers").toString());
    proprietes.add("jalon.depots", () -> dossier.resolve("depots").toString());
  }

  @BeforeAll
  void une_instance_sauvegardee_et_restauree() throws Exception {
    caisse.mensuel("2025-07-31", foyer("07100000001").habite("07019", "AUBENAS").montant("512.40")
        .avec(personne("Sophie Tifour").nee("1977-03-23").sdd(), enfant("Léo Tifour")),
        foyer("07100000002").avec(personne("Aïssatou N'Diaye").nee("1990-02-01").sdd()));
    Files.createDirectories(dossier.resolve("courriers"));
    Files.writeString(dossier.resolve("courriers/lot-1.pdf"), "une lettre, chiffrée en vrai");
    Files.writeString(dossier.resolve("courriers/lot-2.pdf.partiel"), "en train de s'écrire");
    tour = AllerRetour.de(contexte);
  }

  @Test
  void chaque_table_chaque_numero_et_chaque_lettre_reviennent_pareils() throws Exception {
    JdbcClient restauree = JdbcClient.create(PostgresDeTest.dataSource(tour.restauree()));
    assertThat(AllerRetour.contenu(restauree)).isEqualTo(AllerRetour.contenu(base));
    assertThat(AllerRetour.contenu(restauree).get("allocataires.personne")).startsWith("3 ");
    assertThat(AllerRetour.gardes(restauree)).as("déclencheurs, clés étrangères et politiques").isEqualTo(AllerRetour.gardes(base));
    assertThat(Files.readString(tour.home().resolve("courriers/lot-1.pdf"))).isEqualTo("une lettre, chiffrée en vrai");
    assertThat(tour.home().resolve("courriers/lot-2.pdf.partiel")).doesNotExist();
  }

  @Test
  void l_instance_restauree_donne_les_memes_indicateurs_a_l_unite() {
    LocalDate au = LocalDate.of(2025, 7, 31);
    var avant = AllerRetour.indicateurs(contexte, au);
    assertThat(avant).anyMatch(v -> v.code().equals("POP-DOV") && v.valeur() != null && v.valeur().intValue() == 2);
    assertThat(tour.indicateursRestaures(au)).isEqualTo(avant);
  }

  @Test
  void rien_ne_se_lit_sans_la_cle_et_elle_n_est_pas_dans_le_fichier() throws Exception {
    String brut = new String(Files.readAllBytes(tour.fichier()), StandardCharsets.ISO_8859_1);
    assertThat(brut).doesNotContain("TIFOUR", "allocataires", "manifeste", AllerRetour.CLE);
    assertThatThrownBy(() -> lecture(tour.fichier(), AUTRE_CLE).verifier()).hasMessageContaining("la clé (JALON_CLE) n'est pas la sienne");
  }

  @Test
  void un_fichier_coupe_ou_change_d_un_octet_est_refuse_par_une_phrase() throws Exception {
    byte[] octets = Files.readAllBytes(tour.fichier());
    Path coupe = Files.write(dossier.resolve("coupe"), java.util.Arrays.copyOf(octets, octets.length - 200));
    assertThatThrownBy(() -> lecture(coupe, AllerRetour.CLE).verifier()).hasMessageContaining("coupé");
    octets[octets.length / 2] ^= 1;
    Path change = Files.write(dossier.resolve("change"), octets);
    assertThatThrownBy(() -> lecture(change, AllerRetour.CLE).verifier()).hasMessageContaining("modifié");
  }

  @Test
  void une_sauvegarde_n_ecrase_rien_et_ne_reste_pas_dans_le_dossier_de_jalon() {
    assertThatThrownBy(() -> sauvegarder.vers(tour.fichier())).isInstanceOf(DemarrageImpossible.class).hasMessageContaining("existe déjà");
    Path home = Path.of(contexte.getEnvironment().getProperty("jalon.home")).resolve("ici");
    assertThatThrownBy(() -> sauvegarder.vers(home)).isInstanceOf(DemarrageImpossible.class).hasMessageContaining("dans le dossier de Jalon");
    assertThat(home.resolveSibling("ici.partiel")).doesNotExist();
  }

  @Test
  void une_base_qui_contient_quelqu_un_est_reconnue_une_base_vide_aussi() throws Exception {
    assertThat(Restaurer.pleine(tour.restauree())).isTrue();
    assertThat(Restaurer.pleine(fr.jalon.demarrage.PostgresDeTest.nouvelleBase())).isFalse();
    assertThat(Restaurer.pleine(fr.jalon.demarrage.PostgresDeTest.nouvelleBaseMigree())).isFalse();
  }

  @Test
  void un_nom_de_fichier_ne_fait_rien_ecrire_ailleurs() {
    FichiersDuHome fichiers = new FichiersDuHome(dossier, _ -> null);
    for (String nom : List.of("../dehors", "courriers/../../dehors", "cle", "postgres/data/PG_VERSION", "/etc/passwd")) {
      assertThatThrownBy(() -> fichiers.place(nom)).as(nom).isInstanceOf(DemarrageImpossible.class);
    }
  }

  @Test
  void une_base_externe_vide_recoit_la_sauvegarde_et_n_est_jamais_effacee() throws Exception {
    Path home = dossier.resolve("machine-a-base-externe");
    ConnexionPostgres externe = PostgresDeTest.nouvelleBase();
    List<String> reglages = List.of("-Djalon.db.url=" + externe.url(), "-Djalon.db.user=" + externe.utilisateur(),
        "-Djalon.db.password=" + externe.motDePasse(), "-Djalon.cle=" + AllerRetour.CLE);
    assertThat(Commande.restaurer(home, reglages, tour.fichier().toString())).isEqualTo(new Commande.Issue(0, "Restauré"));
    assertThat(AllerRetour.contenu(Commande.base(externe))).isEqualTo(AllerRetour.contenu(base));
    Commande.Issue refus = Commande.restaurer(home, reglages, tour.fichier().toString(), "--remplacer");
    assertThat(refus.code()).isNotZero();
    assertThat(refus.dit()).contains("JALON_DB_URL", "ne l'efface pas");
    assertThat(AllerRetour.contenu(Commande.base(externe))).isEqualTo(AllerRetour.contenu(base));
  }

  private static LectureDeSauvegarde lecture(Path fichier, String cle) {
    return new LectureDeSauvegarde(new FichierChiffre(new Chiffrement(Base64.getDecoder().decode(cle))), fichier);
  }
}
