package fr.jalon.orientation.domaine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.EtatEcheance;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrientationRefuseeTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final Organisation CMS = new Organisation(1, "CMS", "CMS d'Annonay", "DEPARTEMENT", List.of(), List.of(), true, null, null);

  @Test
  void sophie_n_est_pas_orientee_sans_organisation_ni_jour() {
    assertThat(fautes(conditions(null, null), new NouvelleOrientation(7, Parcours.SOCIAL, 0, null, null)))
        .containsExactly("ORGANISATION_INCONNUE", "DATE_ABSENTE");
  }

  @Test
  void sophie_n_est_orientee_ni_demain_ni_avant_que_la_caf_parle_d_elle() {
    assertThat(fautes(conditions(CMS, null), orientation(AUJOURDHUI.plusDays(1), null))).containsExactly("DATE_FUTURE");
    assertThat(fautes(conditions(CMS, null), orientation(RECU.minusDays(1), null))).containsExactly("AVANT_RECEPTION");
    assertThatCode(() -> conditions(CMS, null).verifier(orientation(RECU, null))).doesNotThrowAnyException();
  }

  @Test
  void qui_decide_autrement_que_le_diagnostic_de_sophie_dit_pourquoi() {
    assertThat(fautes(conditions(CMS, Parcours.PROFESSIONNEL), orientation(RECU, " "))).containsExactly("MOTIF_ECART_ABSENT");
    assertThatCode(() -> conditions(CMS, Parcours.PROFESSIONNEL).verifier(orientation(RECU, "Elle est soignée"))).doesNotThrowAnyException();
    assertThatCode(() -> conditions(CMS, Parcours.SOCIAL).verifier(orientation(RECU, null))).doesNotThrowAnyException();
  }

  @Test
  void karim_que_personne_ne_suit_revient_dans_la_liste_dans_l_annee() {
    for (LocalDate le : new LocalDate[] {null, AUJOURDHUI, AUJOURDHUI.plusMonths(12).plusDays(1)}) {
      refuse("DATE_A_REVOIR", () -> new RaisonSansSuivi(7, "Hospitalisé", le).verifier(AUJOURDHUI));
    }
    assertThatCode(() -> new RaisonSansSuivi(7, "Hospitalisé", AUJOURDHUI.plusMonths(12)).verifier(AUJOURDHUI)).doesNotThrowAnyException();
  }

  @Test
  void le_suivi_d_amina_ne_finit_pas_avant_d_avoir_commence() {
    Suivi suivi = new Suivi(3, 2, null, Parcours.SOCIAL, 1, null, RECU, EtatSuivi.EN_COURS, RECU, null, null);
    refuse("DATE_AVANT_ORIENTATION", () -> suivi.clore(RECU.minusDays(1), "Partie"));
    assertThat(suivi.clore(RECU, "Partie").finLe()).isEqualTo(RECU);
  }

  @Test
  void le_parcours_social_d_amina_n_est_pas_maintenu_avant_le_debut_de_son_delai() {
    Suivi suivi = new Suivi(3, 2, null, Parcours.SOCIAL, 1, null, RECU, EtatSuivi.EN_COURS, RECU, null, null);
    Echeance due = new Echeance(1, "REEXAMEN_SOCIAL", 2, 3, RECU, RECU.plusMonths(6), null, null, null, EtatEcheance.OUVERTE, RECU);
    refuse("DATE_AVANT_ORIENTATION", () -> new Maintien(RECU, "Soins en cours", null).verifier(suivi, due, null, false));
    assertThatCode(() -> new Maintien(RECU.plusDays(1), "Soins en cours", null).verifier(suivi, due, null, false)).doesNotThrowAnyException();
  }

  @Test
  void le_suivi_d_amina_qui_a_pris_fin_n_a_plus_de_referent_a_changer() {
    Suivi clos = new Suivi(3, 2, null, Parcours.SOCIAL, 1, null, RECU, EtatSuivi.CLOS, RECU, "Partie", RECU);
    refuse("SUIVI_CLOS", () -> new ChangementDeReferent(3, null, RECU, "Son référent est parti", null).verifier(clos, null, AUJOURDHUI));
  }

  private static ConditionsDOrientation conditions(Organisation organisation, Parcours recommande) {
    return new ConditionsDOrientation(AUJOURDHUI, Position.SOUMISE, EtatEntree.EN_ATTENTE, RECU, null, false, organisation, null, recommande);
  }

  private static NouvelleOrientation orientation(LocalDate le, String motifEcart) {
    return new NouvelleOrientation(7, Parcours.SOCIAL, 1, null, le, motifEcart, null, null);
  }

  private static List<String> fautes(ConditionsDOrientation conditions, NouvelleOrientation o) {
    return catchThrowableOfType(SaisieRefusee.class, () -> conditions.verifier(o)).fautes().values().stream().map(RefusMetier::code).toList();
  }

  private static void refuse(String code, ThrowingCallable acte) {
    assertThatThrownBy(acte).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
