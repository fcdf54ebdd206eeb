package fr.jalon.courriers.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.EssaiArdeche;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Nothing of a batch of letters is in clear on the disk. */
@EssaiArdeche
class LotsChiffresTest {
  @Autowired
  ImprimerEnFond imprimer;
  @Value("${jalon.courriers:${jalon.home:.jalon}/courriers}")
  Path dossier;

  @Test
  void le_pdf_d_un_lot_est_chiffre_et_se_relit() throws Exception {
    long lot = 888_888;
    Files.createDirectories(dossier);
    imprimer.ranger(lot, sortie -> {
      try {
        sortie.write("%PDF-1.7 Madame Amina PERSONNE".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    assertThat(imprimer.pret(lot)).isTrue();
    try (Stream<Path> fichiers = Files.list(dossier)) {
      for (Path f : fichiers.filter(f -> f.toString().contains("lot-" + lot + ".")).toList()) {
        assertThat(Files.readString(f, StandardCharsets.ISO_8859_1)).as(f.toString()).doesNotContain("%PDF").doesNotContain("PERSONNE");
      }
    }
    try (InputStream relu = imprimer.lire(lot).orElseThrow()) {
      assertThat(new String(relu.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("%PDF-1.7 Madame Amina PERSONNE");
    }
  }

  @Test
  void au_demarrage_les_pdf_en_clair_d_avant_et_les_morceaux_restes_la_sont_effaces() throws IOException {
    Files.createDirectories(dossier);
    Path avant = Files.writeString(dossier.resolve("lot-999999.pdf"), "%PDF-1.7 Madame Amina PERSONNE");
    Path morceau = Files.writeString(dossier.resolve("liasse-1.partiel"), "%PDF-1.7 Madame Amina PERSONNE");
    imprimer.auDemarrage();
    assertThat(avant).doesNotExist();
    assertThat(morceau).doesNotExist();
    assertThat(imprimer.lire(999999)).isEmpty();
  }
}
