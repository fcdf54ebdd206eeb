package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jalon indicateurs}. */
class CommandeIndicateursTest extends EssaiDIndicateurs {
  @Autowired
  AutowireCapableBeanFactory fabrique;
  private final StringWriter sortie = new StringWriter();
  private final StringWriter erreurs = new StringWriter();

  @BeforeEach
  void deux_personnes_au_centre() {
    p.fichier("2025-07-31").fichier("2025-08-31");
    p.seule("Ana", "2024-03-10", 1);
    p.seule("Bea", "2025-08-10", 1);
    p.perimetres();
  }

  @Test
  void le_json_a_exactement_neuf_champs() {
    assertThat(executer("POP-DOV", "POP-TNS", "--au", "2025-08-31", "--format", "json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(sortie.toString());
    assertThat(json.get(0).propertyNames()).containsExactly("code", "libelle", "au", "dimension", "valeurDimension", "numerateur",
        "denominateur", "valeur", "unite");
    assertThat(json.get(0).get("code").asString()).isEqualTo("POP-DOV");
    assertThat(json.get(0).get("au").asString()).isEqualTo("2025-08-31");
    assertThat(json.get(0).get("dimension").isNull()).isTrue();
    assertThat(json.get(0).get("valeur").isNumber()).isTrue();
    assertThat(json.get(0).get("valeur").asInt()).isEqualTo(2);
    assertThat(json.get(0).get("unite").asString()).isEqualTo("personnes");
    // POP-TNS has a natural breakdown; only Centre has anybody
    assertThat(json.get(1).get("dimension").asString()).isEqualTo("TERRITOIRE");
    assertThat(json.get(1).get("valeurDimension").asString()).isEqualTo("Centre");
    assertThat(json.get(1).get("denominateur").asInt()).isEqualTo(2);
    assertThat(json).hasSize(2);
  }

  @Test
  void un_jour_a_venir_est_refuse() {
    assertThat(executer("POP-DOV", "--au", "2199-12-31")).isEqualTo(CommandeIndicateurs.REFUSE);
    assertThat(erreurs.toString()).contains("n'est pas encore arrivé");
    assertThat(sortie.toString()).isEmpty();
  }

  @Test
  void sans_date_c_est_celle_du_dernier_fichier_charge_et_sans_code_tous_les_indicateurs() {
    assertThat(executer("--format", "json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(sortie.toString());
    assertThat(json.valueStream().map(v -> v.get("au").asString()).distinct()).containsExactly("2025-08-31");
    assertThat(json.valueStream().map(v -> v.get("code").asString()).distinct())
        .containsExactlyElementsOf(catalogue.tous().stream().map(Indicateur::code).toList());
    assertThat(erreurs.toString()).contains("ALL-MONTANT : Aucun paiement connu en août 2025");
  }

  @Test
  void une_valeur_absente_est_nulle_en_json_et_un_tiret_dans_la_table() {
    executer("ALL-MONTANT", "--format", "json");
    assertThat(JsonMapper.shared().readTree(sortie.toString()).get(0).get("valeur").isNull()).isTrue();
    sortie.getBuffer().setLength(0);
    executer("ALL-MONTANT");
    assertThat(sortie.toString()).contains("—");
  }

  @Test
  void avant_le_premier_fichier_chaque_format_dit_ce_qui_manque_au_lieu_de_s_arreter() {
    for (String format : java.util.List.of("table", "csv", "json")) {
      assertThat(executer("--au", "2020-01-31", "--format", format)).as(format).isZero();
      assertThat(erreurs.toString()).as(format).contains("Aucun fichier");
    }
  }

  @Test
  void la_table_et_le_csv_portent_les_memes_chiffres() {
    assertThat(executer("POP-TERRITOIRE", "--au", "2025-08-31")).isZero();
    assertThat(sortie.toString().lines()).hasSize(5).element(1).asString().matches("POP-TERRITOIRE .* Centre +2  personnes");
    sortie.getBuffer().setLength(0);
    assertThat(executer("POP-TERRITOIRE", "--au", "2025-08-31", "--format", "CSV")).isZero();
    assertThat(sortie.toString()).startsWith("code,libelle,au,dimension,valeurDimension,numerateur,denominateur,valeur,unite")
        .contains("2025-08-31,TERRITOIRE,Centre,2,,2,personnes").contains("2025-08-31,TERRITOIRE,Nord,0,,0,personnes");
  }

  @Test
  void par_accepte_une_dimension_en_minuscules() {
    assertThat(executer("pop-dov", "--par", "anciennete", "--format", "json")).isZero();
    assertThat(JsonMapper.shared().readTree(sortie.toString()).get(0).get("valeurDimension").asString()).isEqualTo("1-3");
  }

  @Test
  void un_code_inconnu_est_refuse_avec_la_liste_des_codes() {
    assertThat(executer("POP-DOVE")).isEqualTo(2);
    PageRefusee.connue("INDICATEUR_INCONNU", "L'indicateur « ");
    assertThat(erreurs.toString()).contains("L'indicateur « POP-DOVE » n'existe pas").contains("POP-DOV, POP-FOYERS, POP-SDD");
    assertThat(sortie.toString()).isEmpty();
  }

  @Test
  void une_dimension_inconnue_ou_etrangere_au_code_est_refusee_avec_la_liste_des_dimensions() {
    assertThat(executer("POP-DOV", "--par", "COULEUR")).isEqualTo(2);
    PageRefusee.connue("DIMENSION_INCONNUE", "La ventilation « ");
    PageRefusee.connue("DIMENSION_INCONNUE", " ne se ventile pas par ");
    assertThat(erreurs.toString()).contains("La ventilation « COULEUR » n'existe pas").contains("TERRITOIRE, FOYER");
    assertThat(executer("POP-DOV", "--par", "PRESTATION")).isEqualTo(2);
    assertThat(erreurs.toString()).contains("POP-DOV ne se ventile pas par PRESTATION");
  }

  @Test
  void une_date_ou_un_format_inconnus_sont_refuses() {
    assertThat(executer("POP-DOV", "--au", "31/08/2025")).isEqualTo(2);
    assertThat(erreurs.toString()).contains("n'est pas de la forme AAAA-MM-JJ");
    PageRefusee.connue("DATE_INVALIDE", "n'est pas de la forme AAAA-MM-JJ");
    assertThat(executer("POP-DOV", "--format", "xml")).isEqualTo(2);
    assertThat(erreurs.toString()).contains("Formats connus : table, json, csv.");
    PageRefusee.connue("FORMAT_INCONNU", "Formats connus : table, json, csv.");
    assertThat(sortie.toString()).isEmpty();
  }

  private int executer(String... mots) {
    PrintWriter enErreur = new PrintWriter(erreurs);
    return new CommandLine(fabrique.createBean(CommandeIndicateurs.class).vers(new PrintWriter(sortie), enErreur)).setErr(enErreur).execute(mots);
  }
}
