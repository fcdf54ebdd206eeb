package fr.jalon.echanges.registre.domaine;

import static fr.jalon.echanges.registre.domaine.FamilleDeFichier.BENEFICIAIRES;
import static fr.jalon.echanges.registre.domaine.FamilleDeFichier.FINANCIER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.registre.domaine.SuiteDesEnvois.Colonne;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois.Envoi;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois.Etat;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois.Manque;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteDesEnvoisTest {
  private static final LocalDate MI_SEPTEMBRE = LocalDate.of(2025, 9, 15);
  private static final Colonne CAF = new Colonne("CAF 071", BENEFICIAIRES);

  private static Envoi mensuel(String payeur, FamilleDeFichier famille, String reference) {
    return new Envoi(1, payeur, famille, true, LocalDate.parse(reference));
  }

  private static Envoi jour(String reference) {
    return new Envoi(2, "CAF 071", BENEFICIAIRES, false, LocalDate.parse(reference));
  }

  @Test
  void il_manque_juillet() {
    SuiteDesEnvois suite = SuiteDesEnvois.de(List.of(mensuel("CAF 071", BENEFICIAIRES, "2025-06-30"),
        mensuel("CAF 071", BENEFICIAIRES, "2025-08-31")), MI_SEPTEMBRE);
    assertThat(suite.manques()).containsExactly(new Manque(CAF, YearMonth.of(2025, 7)));
    assertThat(suite.mois()).extracting(m -> m.places().get(CAF).etat()).containsExactly(Etat.RECU, Etat.MANQUE, Etat.RECU);
  }

  @Test
  void le_mois_qui_vient_de_finir_est_attendu_et_non_manquant() {
    SuiteDesEnvois suite = SuiteDesEnvois.de(List.of(mensuel("CAF 071", BENEFICIAIRES, "2025-07-31")), MI_SEPTEMBRE);
    assertThat(suite.manques()).isEmpty();
    assertThat(suite.mois().getFirst().mois()).isEqualTo(YearMonth.of(2025, 8));
    assertThat(suite.mois().getFirst().places().get(CAF).etat()).isEqualTo(Etat.ATTENDU);
  }

  @Test
  void ne_demande_rien_a_une_caisse_avant_son_premier_fichier() {
    SuiteDesEnvois suite = SuiteDesEnvois.de(List.of(mensuel("CAF 071", BENEFICIAIRES, "2025-06-30"), mensuel("CAF 071", BENEFICIAIRES, "2025-07-31"),
        mensuel("CAF 071", BENEFICIAIRES, "2025-08-31"), mensuel("CAF 071", FINANCIER, "2025-08-31")), MI_SEPTEMBRE);
    assertThat(suite.manques()).isEmpty();
    assertThat(suite.mois().getLast().places().get(new Colonne("CAF 071", FINANCIER)).etat()).isEqualTo(Etat.AVANT);
  }

  @Test
  void montre_les_jours_de_semaine_sans_fichier_journalier() {
    SuiteDesEnvois suite = SuiteDesEnvois.de(List.of(jour("2025-09-01"), jour("2025-09-02"), jour("2025-09-05"), jour("2025-09-08")), MI_SEPTEMBRE);
    assertThat(suite.jours()).singleElement().satisfies(j -> {
      assertThat(j.recus()).containsExactly(1, 2, 5, 8);
      assertThat(j.sans()).containsExactly(3, 4);
    });
  }

  @Test
  void dit_qu_il_n_y_a_rien() {
    assertThat(SuiteDesEnvois.de(List.of(), MI_SEPTEMBRE).vide()).isTrue();
  }
}
