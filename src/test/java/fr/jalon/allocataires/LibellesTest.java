package fr.jalon.allocataires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibellesTest {
  private final Libelles libelles = new Libelles();

  @Test
  void dit_l_etat_du_droit_en_francais() {
    assertThat(libelles.libelle("ETATDOSRSA", "2")).isEqualTo("Droit ouvert et versé");
    assertThat(libelles.libelle("SITFAM", "VIM")).isEqualTo("Concubinage");
  }

  @Test
  void l_activite_et_la_place_dans_le_foyer_s_accordent_avec_la_personne() {
    assertThat(libelles.libelle("ACT", "ANP", 2)).isEqualTo("Inscrite à France Travail");
    assertThat(libelles.libelle("ACT", "ANP", 1)).isEqualTo("Inscrit à France Travail");
    assertThat(libelles.libelle("ACT", "ANP")).isEqualTo("Inscription à France Travail");
    assertThat(libelles.libelle("ROLEPERS", "CJT", 2)).isEqualTo("Conjointe");
    for (String balise : List.of("ACT", "ROLEPERS", "SITFAM")) {
      libelles.codes(balise).forEach((code, _) -> {
        assertThat(List.of(libelles.libelle(balise, code), libelles.libelle(balise, code, 1), libelles.libelle(balise, code, 2))).as(code)
            .allSatisfy(l -> assertThat(l).isNotBlank().doesNotContain("[", "|", "]"));
        // a past participle or a trade of a man alone says nothing of a woman
        assertThat(libelles.libelle(balise, code, 2)).as(code)
            .doesNotMatch(".*(?<!\\p{L})(Salarié|Inscrit|Retraité|Absent|Étudiant|Apprenti|Exploitant|Handicapé|Sorti|Soumis)(?!\\p{L}).*");
      });
    }
  }

  @Test
  void rend_le_code_quand_il_n_est_pas_dans_la_liste() {
    assertThat(libelles.libelle("SITFAM", "INCONNU")).isEqualTo("INCONNU");
    assertThat(libelles.libelle("SITFAM", null)).isEmpty();
  }

  @Test
  void refuse_un_code_inconnu_et_laisse_passer_une_balise_sans_liste() {
    assertThat(libelles.connu("SITFAM", "INCONNU")).isFalse();
    assertThat(libelles.connu("SITFAM", "CEL")).isTrue();
    assertThat(libelles.connu("NUMORG", "071")).isTrue();
    assertThat(libelles.connu("TOPPERSDRODEVORSA", "")).isTrue();
  }

  @Test
  void connait_tous_les_codes_publies() throws Exception {
    List<String> inconnus = new ArrayList<>();
    int vus = 0;
    for (String ligne : Files.readAllLines(Path.of("src/test/resources/caf/codes.txt"))) {
      String[] mots = ligne.split(" ");
      for (int i = 1; i < mots.length && !ligne.startsWith("#"); i++, vus++) {
        if (!libelles.connu(mots[0], mots[i].equals("∅") ? "" : mots[i])) {
          inconnus.add(mots[0] + "=" + mots[i]);
        }
      }
    }
    assertThat(vus).isGreaterThan(1000);
    assertThat(inconnus).isEmpty();
  }
}
