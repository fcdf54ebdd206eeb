package fr.jalon.calcul.ligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on its standard streams: one line in, one line out, whatever the line. */
class RsaCommandeTest {
  private static final String JUSTE = """
      {"id":"%s","period":"2026-06","input":{"adults":[{"id":"a","birthdate":"1990-05-12","incomes":{"salaire_net":{"2026-02":%d}}}],"children":[]}}""";
  private int code;

  @Test
  void les_resultats_sortent_dans_l_ordre_des_lignes_avec_exactement_ces_champs() {
    List<String> entree = IntStream.range(0, 2000).mapToObj(i -> JUSTE.formatted("m" + i, i % 700)).toList();
    List<JsonNode> rendus = rendre(entree);
    assertThat(rendus).extracting(r -> r.path("id").asString()).containsExactlyElementsOf(IntStream.range(0, 2000).mapToObj(i -> "m" + i).toList());
    assertThat(rendus.getFirst().propertyNames())
        .containsExactly("id", "rsa", "ppa", "rsa_socle", "rsa_socle_majore", "rsa_forfait_logement", "rsa_base_ressources", "erreurs");
    assertThat(rendus.getFirst().path("rsa").isNumber()).isTrue();
    assertThat(code).isZero();
  }

  @Test
  void couper_le_fichier_en_deux_donne_les_memes_reponses() {
    List<String> entree = IntStream.range(0, 500).mapToObj(i -> JUSTE.formatted("m" + i, i * 3)).toList();
    List<JsonNode> coupe = new ArrayList<>(rendre(entree.subList(0, 137)));
    coupe.addAll(rendre(entree.subList(137, 500)));
    assertThat(rendre(entree)).isEqualTo(coupe);
  }

  @Test
  void une_ligne_fausse_donne_ses_erreurs_et_n_arrete_pas_les_autres() {
    List<JsonNode> rendus = rendre(List.of(JUSTE.formatted("avant", 100), "ceci n'est pas du JSON", "[1,2]", "", "{\"id\":\"seule\"}",
        JUSTE.formatted("apres", 100)));
    assertThat(rendus).hasSize(5);
    assertThat(rendus.get(0).path("rsa")).isEqualTo(rendus.get(4).path("rsa"));
    assertThat(rendus.get(1).path("id").isNull()).isTrue();
    assertThat(rendus.get(1).path("rsa").isNull()).isTrue();
    assertThat(phrases(rendus.get(1))).singleElement().asString().contains("n'est pas un objet JSON");
    assertThat(phrases(rendus.get(2))).singleElement().asString().contains("n'est pas un objet JSON");
    assertThat(rendus.get(3).path("id").asString()).isEqualTo("seule");
    assertThat(chemins(rendus.get(3))).containsExactly("period", "input");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void une_ligne_coupee_garde_son_identifiant_quand_il_se_lit() {
    List<JsonNode> rendus = rendre(List.of("{\"id\":\"coupee\",\"period\":\"2026-06\",\"input\":{\"adults\":[", "{\"id\":"));
    assertThat(rendus).extracting(r -> r.path("id").asString(null)).containsExactly("coupee", null);
  }

  @Test
  void chaque_erreur_de_saisie_dit_son_chemin() {
    refuse("input.adults[0].incomes.salaire_net.2026-02", "est négatif", menage("\"1990-05-12\"", "{\"salaire_net\":{\"2026-02\":-1}}"));
    refuse("input.adults[0].incomes.salaire_brut", "Nature de revenu inconnue", menage("\"1990-05-12\"", "{\"salaire_brut\":{\"2026-02\":1}}"));
    refuse("input.adults[0].incomes.salaire_net.2026-13", "n'est pas de la forme AAAA-MM",
        menage("\"1990-05-12\"", "{\"salaire_net\":{\"2026-13\":1}}"));
    refuse("input.adults[0].incomes.salaire_net.2026-02", "Un nombre était attendu",
        menage("\"1990-05-12\"", "{\"salaire_net\":{\"2026-02\":\"mille\"}}"));
    refuse("input.adults[0].incomes.salaire_net.2026-02", "dépasse un million",
        menage("\"1990-05-12\"", "{\"salaire_net\":{\"2026-02\":1000000.01}}"));
    refuse("input.adults[0].birthdate", "n'est pas de la forme AAAA-MM-JJ", menage("\"12/05/1990\"", "{}"));
    refuse("input.adults[0].birthdate", "est absente", menage("null", "{}"));
    refuse("input.adults[0].birthdate", "après le mois du droit", menage("\"2026-07-01\"", "{}"));
    refuse("input.children[0].birthdate", "plus âgé que son parent", menage("\"1990-05-12\"", "{}")
        .replace("\"children\":[]", "\"children\":[{\"birthdate\":\"1960-01-01\"}]"));
    refuse("input.adults", "Aucun adulte", "{\"period\":\"2026-06\",\"input\":{\"adults\":[]}}");
    refuse("period", "n'est pas de la forme", menage("\"1990-05-12\"", "{}").replace("2026-06", "juin 2026"));
    refuse("period", "Aucun barème n'est connu pour 2015-12 : ils vont de 2016-01 à 2027-03", menage("\"1990-05-12\"", "{}")
        .replace("2026-06", "2015-12"));
    refuse("period", "Aucun barème n'est connu pour 2030-01", menage("\"1990-05-12\"", "{}").replace("2026-06", "2030-01"));
    refuse("input.adults[0].enciente", "Champ inconnu", menage("\"1990-05-12\",\"enciente\":true", "{}"));
    refuse("input.childrens", "Champ inconnu", menage("\"1990-05-12\"", "{}").replace("\"children\"", "\"childrens\""));
    refuse("input.mois_majoration_verses", "nombre entier de mois", menage("\"1990-05-12\"", "{}")
        .replace("\"children\":[]", "\"mois_majoration_verses\":-1"));
    refuse("input.housing.statut_occupation_logement", "« chateau » est inconnu", menage("\"1990-05-12\"", "{}")
        .replace("\"children\":[]", "\"housing\":{\"statut_occupation_logement\":\"chateau\"}"));
  }

  @Test
  void toutes_les_erreurs_d_une_ligne_sont_dites_ensemble() {
    JsonNode rendu = rendre(List.of(menage("\"1990-05-12\"", "{\"salaire_brut\":{},\"chomage_net\":{\"2026-3\":2}}"))).getFirst();
    assertThat(chemins(rendu)).containsExactly("input.adults[0].incomes.salaire_brut", "input.adults[0].incomes.chomage_net.2026-3");
  }

  @Test
  void un_champ_ecrit_deux_fois_n_est_pas_devine() {
    JsonNode rendu = rendre(List.of(menage("\"1990-05-12\"", "{\"salaire_net\":{\"2026-02\":1,\"2026-02\":900}}"))).getFirst();
    assertThat(phrases(rendu)).isNotEmpty();
    assertThat(rendu.path("rsa").isNull()).isTrue();
  }

  @Test
  void le_detail_ajoute_les_etapes_et_conforme_openfisca_suit_le_modele() {
    String auTravail = JUSTE.formatted("m", 300);
    JsonNode detail = rendre(List.of(auTravail), "--detail").getFirst();
    assertThat(detail.path("etapes").valueStream().map(e -> e.path("cle").asString())).contains("rsa.montant", "ppa.montant");
    // February is M-4: a reference month by law, not for the model without its flag
    assertThat(rendre(List.of(auTravail)).getFirst().path("ppa").decimalValue()).isPositive();
    assertThat(rendre(List.of(auTravail), "--conforme-openfisca").getFirst().path("ppa").decimalValue()).isZero();
  }

  private void refuse(String chemin, String phrase, String ligne) {
    for (String option : List.of("", "--conforme-openfisca")) {
      JsonNode rendu = rendre(List.of(ligne), option.isEmpty() ? new String[0] : new String[] {option}).getFirst();
      assertThat(chemins(rendu)).as(ligne).contains(chemin);
      assertThat(String.join(" ", phrases(rendu))).as(ligne).contains(phrase);
      assertThat(rendu.path("rsa").isNull()).as(ligne).isTrue();
    }
  }

  private static String menage(String naissance, String revenus) {
    return "{\"id\":\"m\",\"period\":\"2026-06\",\"input\":{\"adults\":[{\"id\":\"a\",\"birthdate\":%s,\"incomes\":%s}],\"children\":[]}}".formatted(naissance, revenus);
  }

  private static List<String> chemins(JsonNode rendu) {
    return rendu.path("erreurs").valueStream().map(e -> e.path("chemin").asString()).toList();
  }

  private static List<String> phrases(JsonNode rendu) {
    return rendu.path("erreurs").valueStream().map(e -> e.path("phrase").asString()).toList();
  }

  private List<JsonNode> rendre(List<String> lignes, String... options) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    byte[] entree = String.join("\n", lignes).getBytes(StandardCharsets.UTF_8);
    code = new CommandLine(new RsaCommande(new ByteArrayInputStream(entree), sortie)).execute(options);
    return sortie.toString(StandardCharsets.UTF_8).lines().map(l -> JsonMapper.shared().readTree(l)).toList();
  }
}
