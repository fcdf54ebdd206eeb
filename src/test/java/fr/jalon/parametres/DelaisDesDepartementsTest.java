package fr.jalon.parametres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The delays that the four Départements wrote down, each with its own start and end (requirement ORI-2). */
class DelaisDesDepartementsTest {
  private static final LocalDate JOUR = LocalDate.of(2025, 9, 1);

  @Test
  void les_alpes_maritimes_comptent_quinze_jours_de_la_reception_a_la_lettre() {
    assertThat(delai("06", "orientation.delai_cible")).isEqualTo("P15D RECEPTION ORIENTATION DEPART_COMPRIS");
  }

  @Test
  void l_ardeche_compte_six_semaines_de_la_notification_du_droit_au_referent() {
    assertThat(delai("07", "orientation.delai_cible")).isEqualTo("P42D NOTIFICATION_DU_DROIT REFERENT DEPART_NON_COMPRIS");
  }

  @Test
  void la_drome_compte_deux_mois_de_la_notification_au_premier_rendez_vous() {
    assertThat(delai("26", "orientation.delai_cible")).isEqualTo("P2M NOTIFICATION_DU_DROIT PREMIER_RENDEZ_VOUS DEPART_NON_COMPRIS");
  }

  @Test
  void l_ain_compte_un_mois_de_l_entree_a_l_orientation_et_deux_mois_a_l_accompagnement() {
    assertThat(delai("01", "orientation.delai_cible")).isEqualTo("P1M ENTREE ORIENTATION DEPART_COMPRIS");
    assertThat(delai("01", "accompagnement.delai_cible")).isEqualTo("P2M ENTREE ACCOMPAGNEMENT DEPART_NON_COMPRIS");
  }

  private static String delai(String departement, String cle) {
    FichiersDeParametres fichiers = new FichiersDeParametres(() -> departement);
    Period duree = valeur(fichiers, cle).duree();
    return duree + " " + valeur(fichiers, cle + "_depart").texte() + " " + valeur(fichiers, cle + "_fin")
        .texte() + " " + valeur(fichiers, cle + "_decompte").texte();
  }

  private static Valeur valeur(FichiersDeParametres fichiers, String cle) {
    return fichiers.parCle().get(cle).valeurs().stream().filter(v -> !v.depuis().isAfter(JOUR))
        .max(Comparator.comparing(Valeur::depuis)).orElseThrow();
  }
}
