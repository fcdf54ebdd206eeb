package fr.jalon.calcul.ligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Households of our own, worked by hand: the arithmetic of each is in its line ({@code calcul/menages.jsonl}). */
class MenagesTest {
  @Test
  void chaque_menage_calcule_a_la_main_donne_ses_montants_exactement() throws IOException {
    List<String> menages;
    try (InputStream flux = MenagesTest.class.getResourceAsStream("/calcul/menages.jsonl")) {
      menages = new String(flux.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    assertThat(new RsaCommande(new ByteArrayInputStream(String.join("\n", menages).getBytes(StandardCharsets.UTF_8)), sortie).call()).isZero();
    List<String> rendus = sortie.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(rendus).hasSameSizeAs(menages);
    for (int i = 0; i < menages.size(); i++) {
      JsonNode menage = JsonMapper.shared().readTree(menages.get(i));
      JsonNode rendu = JsonMapper.shared().readTree(rendus.get(i));
      for (Map.Entry<String, JsonNode> attendu : menage.path("expected").properties()) {
        BigDecimal obtenu = rendu.path(attendu.getKey()).decimalValue();
        assertThat(obtenu).as("%s, %s : %s", menage.path("id").asString(), attendu.getKey(), menage.path("arithmetique").asString())
            .isEqualByComparingTo(attendu.getValue().decimalValue());
      }
    }
  }
}
