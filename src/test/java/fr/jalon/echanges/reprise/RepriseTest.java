package fr.jalon.echanges.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echanges.reprise.application.ReprendreDesStructures;
import fr.jalon.echanges.reprise.application.Reprise;
import fr.jalon.echanges.reprise.application.Reprises;
import fr.jalon.echanges.reprise.domaine.LigneDeStructures;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.HorlogeDeTest;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first days of a real Département: an instance without fiction, its organisations and référents brought by a spreadsheet, then undone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=06", "jalon.structures-fictives=false",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({HorlogeDeTest.class, Comptoir.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RepriseTest {
  private static final String FICHIER = """
      Organisation;Nature;Commune du site;Référent;Courriel;ETP
      Maison des solidarités de Grasse;Département;Grasse;Nadia Blanc;nadia.blanc@essai.fr;1
      Maison des solidarités de Grasse;;Grasse;Omar Diallo;omar.diallo@essai.fr;0,5
      Association Le Relais;Externe;Nice;;;
      Association Le Relais;;Atlantide;Lou Petit;;
      """;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  ReprendreDesStructures reprendre;
  @Autowired
  Reprises reprises;
  @Autowired
  Structures structures;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  private Navigateur admin() {
    Navigateur n = new Navigateur(port);
    n.connecter(comptoir.agent("ADMINISTRATION").identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }

  /** With plain spaces. */
  private static String lisible(java.net.http.HttpResponse<String> page) {
    return page.body().replaceAll("[\\u00a0\\u202f]", " ");
  }

  private long deposer() {
    return systeme.agir("essai", () -> reprendre.deposer("structures.csv", FICHIER.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @Order(1)
  void l_administration_d_une_instance_vide_arrive_sur_ce_qui_reste_a_faire() {
    Navigateur n = admin();
    assertThat(n.ouvrir("/").uri().getPath()).isEqualTo("/mise-en-route");
    assertThat(n.ouvrir("/mise-en-route").body())
        .contains("Aucun référent n'est connu", "/structures/reprise", "Seule l'administration a un compte", "Aucune personne n'est connue");
    assertThat(n.ouvrir("/structures").body()).doesNotContain("exemple.fr", "Thomas Vernet");
  }

  @Test
  @Order(2)
  void un_tableur_se_lit_s_enregistre_une_fois_et_ses_lignes_fausses_ne_donnent_rien() {
    long id = deposer();
    Reprise r = systeme.agir("essai", () -> reprises.lire(id)).orElseThrow();
    assertThat(systeme.agir("essai", () -> reprendre.lignes(r))).extracting(LigneDeStructures::refusee).containsExactly(false, false, false, true);
    assertThat(structures.referents()).as("l'aperçu n'écrit rien").isEmpty();
    Navigateur n = admin();
    assertThat(lisible(n.ouvrir("/structures/reprise/" + id))).contains("Atlantide", "3 lignes créent", "1 est refusée");
    assertThat(lisible(n.suivre(n.poster("/structures/reprise/" + id + "/enregistrer", java.util.Map.of()))))
        .contains("2 organisations", "2 sites", "2 référents", "Défaire ce fichier");
    assertThat(structures.referents()).extracting(Referent::nom).containsExactly("Nadia Blanc", "Omar Diallo");
    assertThat(structures.referents().getFirst().poste().site()).isEqualTo("Grasse");
    assertThat(base.sql("select count(*) from structures.referent_periode").query(Integer.class).single()).isEqualTo(2);
    assertThat(n.suivre(n.poster("/structures/reprise/" + id + "/enregistrer", java.util.Map.of())).body()).contains("déjà enregistré");
    assertThat(structures.referents()).hasSize(2);
    assertThat(n.ouvrir("/").uri().getPath()).isNotEqualTo("/mise-en-route");
  }

  @Test
  @Order(3)
  void le_meme_fichier_deux_fois_ne_cree_rien() {
    long encore = deposer();
    assertThatThrownBy(() -> systeme.agir("essai", () -> reprendre.enregistrer(encore)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("RIEN_A_CREER")).hasMessageContaining("tout est déjà là");
    systeme.agir("essai", () -> {
      reprises.abandonner(encore);
      return null;
    });
    assertThat(systeme.agir("essai", () -> reprises.lire(encore))).isEmpty();
  }

  @Test
  @Order(4)
  void le_fichier_se_defait_sauf_ce_qui_a_deja_servi_et_le_journal_le_dit() {
    int relais = structures.organisations().stream().filter(o -> o.nom().contains("Relais")).findFirst().orElseThrow().id();
    comptoir.agent("PARTENAIRE", java.util.List.of(), java.util.List.of(relais));
    long id = systeme.agir("essai", () -> reprises.toutes()).getFirst().id();
    assertThat(systeme.agir("essai", () -> reprendre.defaire(id))).containsExactly("Association Le Relais");
    assertThat(structures.referents()).isEmpty();
    assertThat(structures.sites()).isEmpty();
    assertThat(structures.organisations()).extracting(Organisation::nom).contains("Association Le Relais")
        .doesNotContain("Maison des solidarités de Grasse");
    assertThat(comptoir.derniereTrace("STRUCTURE").toString()).contains("Organisation retirée : Maison des solidarités de Grasse");
    assertThat(admin().ouvrir("/structures/reprise/" + id).body()).contains("sauf ce qui avait déjà servi", "Association Le Relais");
    assertThatThrownBy(() -> systeme.agir("essai", () -> reprendre.defaire(id)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("DEJA_FAITE"));
  }
}
