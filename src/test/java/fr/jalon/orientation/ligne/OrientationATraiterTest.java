package fr.jalon.orientation.ligne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.structures.Structures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jalon orientation a-traiter}. Today is 20 October 2025. */
@EssaiArdeche
class OrientationATraiterTest {
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  AutowireCapableBeanFactory fabrique;
  private final StringWriter sortie = new StringWriter();
  private final StringWriter erreurs = new StringWriter();

  @Test
  void le_json_dit_qui_attend_jusqu_a_quand_et_combien_de_jours_il_reste() {
    Personne p = entrante("TARDIVE", LocalDate.of(2025, 8, 1));
    Personne suspendue = entrante("ARRETEE", LocalDate.of(2025, 10, 3));
    dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 12), suspendue, "3", true);
    assertThat(executer("--json")).isZero();
    JsonNode tous = JsonMapper.shared().readTree(sortie.toString());
    JsonNode ligne = de(tous, p);
    assertThat(ligne.propertyNames()).containsExactly("personne", "nom", "prenom", "naissance", "motif", "territoire", "commune",
        "communeInsee", "recuLe",
        "limiteLegale", "cible", "joursRestants", "etat", "parcoursRecommande");
    assertThat(ligne.get("nom").asString()).isEqualTo("TARDIVE");
    assertThat(ligne.get("recuLe").asString()).isEqualTo("2025-08-01");
    assertThat(ligne.get("limiteLegale").asString()).isEqualTo("2025-09-12");
    assertThat(ligne.get("joursRestants").asInt()).isEqualTo(-38);
    assertThat(ligne.get("etat").asString()).isEqualTo("EN_RETARD");
    assertThat(ligne.get("territoire").asString())
        .isEqualTo(structures.territoires().stream().filter(t -> t.id() == 2).findFirst().orElseThrow().nom());
    assertThat(ligne.get("parcoursRecommande").isNull()).isTrue();
    assertThat(de(tous, suspendue).get("etat").asString()).isEqualTo("SUSPENDUE");
    assertThat(de(tous, suspendue).get("joursRestants").isNull()).isTrue();
    List<String> limites = new ArrayList<>();
    tous.forEach(l -> {
      if (!"SUSPENDUE".equals(l.get("etat").asString())) {
        limites.add(l.get("limiteLegale").asString());
      }
    });
    assertThat(limites).isSorted();
  }

  @Test
  void sans_json_un_tableau_se_lit_et_un_territoire_inconnu_est_dit() {
    entrante("LISIBLE", LocalDate.of(2025, 10, 3));
    assertThat(executer()).isZero();
    assertThat(sortie.toString()).contains("LISIBLE Ana").contains("14/11/2025").containsPattern("personnes? à orienter");
    assertThat(executer("--territoire", "Atlantide")).isEqualTo(2);
    assertThat(erreurs.toString()).contains("Le territoire « Atlantide » n'existe pas. Territoires : ");
  }

  private Personne entrante(String nom, LocalDate recuLe) {
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, 2, recuLe.minusDays(20)), "2", true).personne();
  }

  private static JsonNode de(JsonNode tous, Personne p) {
    List<JsonNode> siennes = new ArrayList<>();
    tous.forEach(l -> {
      if (l.get("personne").asLong() == p.id()) {
        siennes.add(l);
      }
    });
    assertThat(siennes).hasSize(1);
    return siennes.getFirst();
  }

  private int executer(String... arguments) {
    OrientationATraiterCommande commande = fabrique.createBean(OrientationATraiterCommande.class);
    return new CommandLine(commande.vers(new PrintWriter(sortie), new PrintWriter(erreurs))).execute(arguments);
  }
}
