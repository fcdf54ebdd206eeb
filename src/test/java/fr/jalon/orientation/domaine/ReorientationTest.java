package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.EtatEcheance;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of the réorientation and of the review that keeps a parcours social, without Spring. */
class ReorientationTest {
  private static final LocalDate ORIENTEE = LocalDate.of(2025, 6, 2);
  private static final LocalDate DEMANDE = LocalDate.of(2025, 9, 1);

  @Test
  void le_suivi_remplace_finit_la_veille_de_la_nouvelle_decision() {
    Suivi clos = suivi(Parcours.SOCIAL).remplacer(LocalDate.of(2025, 9, 10));
    assertThat(clos.finLe()).isEqualTo("2025-09-09");
    assertThat(clos.motifFin()).isEqualTo("Réorientation");
    assertThat(clos.etat()).isEqualTo(EtatSuivi.CLOS);
  }

  @Test
  void refuse_une_reorientation_le_jour_meme_de_l_orientation_mais_l_accepte_le_lendemain() {
    refuse("REORIENTATION_TROP_TOT", () -> suivi(Parcours.SOCIAL).remplacer(ORIENTEE));
    assertThat(suivi(Parcours.SOCIAL).remplacer(ORIENTEE.plusDays(1)).finLe()).isEqualTo(ORIENTEE);
  }

  @Test
  void un_suivi_ferme_par_la_fin_du_droit_ne_se_retablit_pas_en_annulant_une_reorientation() {
    Suivi ferme = suivi(Parcours.SOCIAL).clore(DEMANDE, "Le droit a pris fin.");
    refuse("PASSAGE_IMPOSSIBLE", () -> ferme.retablir(DEMANDE));
    assertThat(suivi(Parcours.SOCIAL).remplacer(DEMANDE).retablir(DEMANDE).finLe()).isNull();
  }

  @Test
  void une_demande_decidee_dit_a_la_seconde_personne_qui_a_decide_et_quoi() {
    Reorientation refusee = demande().refuser(LocalDate.of(2025, 9, 5), "nadia", "Le projet n'est pas prêt");
    assertThatThrownBy(() -> refusee.accepter(LocalDate.of(2025, 9, 6), "paul", null, 9L))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("REORIENTATION_DECIDEE"))
        .hasMessageContaining("Refusée le 05/09/2025 par nadia : Le projet n'est pas prêt");
  }

  @Test
  void une_demande_retiree_ne_se_reprend_pas_une_decision_si() {
    refuse("REORIENTATION_DECIDEE", () -> demande().retirer(DEMANDE, "karim", "Déménagement").reprendre("erreur"));
    Reorientation reprise = demande().accepter(DEMANDE, "nadia", 4L, 9L).reprendre("mauvaise personne");
    assertThat(reprise.etat()).isEqualTo(EtatReorientation.DEMANDEE);
    assertThat(reprise.nouveauSuiviId()).isNull();
  }

  @Test
  void un_refus_dit_pourquoi_et_ne_precede_pas_la_demande() {
    refuse("MOTIF_ABSENT", () -> demande().refuser(DEMANDE, "nadia", " "));
    refuse("DATE_AVANT_DEMANDE", () -> demande().refuser(DEMANDE.minusDays(1), "nadia", "Trop tôt"));
  }

  @Test
  void la_demande_dit_qui_et_pourquoi() {
    refuse("ORIGINE_ABSENTE", () -> nouvelle(null, List.of(RaisonDeReorientation.DEMENAGEMENT), null, null).verifier(DEMANDE));
    refuse("RAISON_ABSENTE", () -> nouvelle(OrigineDeReorientation.PERSONNE, List.of(), null, null).verifier(DEMANDE));
    refuse("RAISON_ABSENTE", () -> nouvelle(OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.AUTRE), " ", null).verifier(DEMANDE));
    refuse("DATE_FUTURE", () -> nouvelle(OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.DEMENAGEMENT), null, null)
        .verifier(DEMANDE.minusDays(1)));
    refuse("REEXAMEN_SANS_CHANGEMENT",
        () -> nouvelle(OrigineDeReorientation.REEXAMEN, List.of(RaisonDeReorientation.DIFFICULTES), null, Parcours.SOCIAL).verifier(DEMANDE));
  }

  @Test
  void le_maintien_veut_une_raison_et_l_avis_de_l_equipe_la_ou_il_est_exige() {
    refuse("MOTIF_ABSENT", () -> new Maintien(DEMANDE, " ", null).verifier(DEMANDE, false));
    refuse("AVIS_ABSENT", () -> new Maintien(DEMANDE, "Soins en cours", null).verifier(DEMANDE, true));
    refuse("AVIS_APRES", () -> new Maintien(DEMANDE, "Soins en cours", new Avis(DEMANDE.plusDays(1), Avis.Sens.FAVORABLE)).verifier(DEMANDE, true));
    refuse("AVIS_INCOMPLET", () -> Avis.de(DEMANDE, ""));
    new Maintien(DEMANDE, "Soins en cours", null).verifier(DEMANDE, false);
  }

  @Test
  void le_maintien_ne_vaut_que_pour_un_parcours_social_dont_le_reexamen_est_du() {
    Maintien decision = new Maintien(DEMANDE, "Soins en cours", null);
    Echeance due = new Echeance(1, "REEXAMEN_SOCIAL", 2, 3, ORIENTEE, ORIENTEE.plusMonths(6), "L. 262-31 CASF", null, null,
        EtatEcheance.OUVERTE, ORIENTEE);
    decision.verifier(suivi(Parcours.SOCIAL), due, null, false);
    refuse("SUIVI_INCONNU", () -> decision.verifier(null, due, null, false));
    refuse("PAS_DE_PARCOURS_SOCIAL", () -> decision.verifier(suivi(Parcours.PROFESSIONNEL), due, null, false));
    refuse("SANS_REEXAMEN", () -> decision.verifier(suivi(Parcours.SOCIAL), null, null, false));
    refuse("REORIENTATION_DEMANDEE", () -> decision.verifier(suivi(Parcours.SOCIAL), due, null, true));
    refuse("REEXAMEN_DEJA_FAIT", () -> decision.verifier(suivi(Parcours.SOCIAL), due, "le 01/09/2025 par karim", false));
  }

  private static Suivi suivi(Parcours parcours) {
    return new Suivi(3, 2, null, parcours, 1, null, ORIENTEE, EtatSuivi.EN_COURS, ORIENTEE, null, null);
  }

  private static Reorientation demande() {
    return new Reorientation(1, 2, 3, OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.PROJET_CHANGE), null,
        Parcours.PROFESSIONNEL, null, DEMANDE,
        "karim", EtatReorientation.DEMANDEE, DEMANDE, null, null, null, null);
  }

  private static NouvelleDemande nouvelle(OrigineDeReorientation origine, List<RaisonDeReorientation> raisons, String precisions, Parcours voulu) {
    return new NouvelleDemande(2, origine, raisons, precisions, voulu, null, DEMANDE);
  }

  private static void refuse(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable acte) {
    assertThatThrownBy(acte).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
