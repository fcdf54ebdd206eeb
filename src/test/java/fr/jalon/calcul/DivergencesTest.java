package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Each point where the law is not what the public model computes: a case worked by hand, with the law and without it on this point. */
class DivergencesTest {
  private static final YearMonth JUIN = YearMonth.of(2026, 6);
  private static final BigDecimal UN_AN = BigDecimal.ONE;

  @Test
  void le_travail_repris_le_mois_dernier_ne_compte_pas_encore() {
    Menage m = Menage.de(adulte().constant(Revenu.SALAIRE_NET, "2026-05", "2026-06", "800").faite());
    // law: February, March, April hold nothing. Model without its flag: March, April, May: 800 / 3 = 266.6667 ; 651.69 − 266.6667 = 385.0233
    rsa(m, JUIN, Divergence.MOIS_DE_REFERENCE, "651.69", "385.02");
  }

  @Test
  void en_fevrier_2025_seuls_les_departements_de_l_essai_lisent_m_4_a_m_2() {
    Menage m = Menage.de(adulte().constant(Revenu.SALAIRE_NET, "2025-01", "2025-03", "600").faite());
    YearMonth fevrier = YearMonth.of(2025, 2);
    // M-3 to M-1 hold 600 once: 635.71 − 200 = 435.71 ; M-4 to M-2 hold nothing
    assertThat(calcul(m, fevrier)).isEqualByComparingTo("435.71");
    assertThat(calcul(m.experimental(true), fevrier)).isEqualByComparingTo("635.71");
    // March 2025: M-4 to M-2 hold January: 635.71 − 200
    assertThat(calcul(m, fevrier.plusMonths(1))).isEqualByComparingTo("435.71");
  }

  @Test
  void un_couple_de_moins_de_25_ans_qui_attend_un_enfant_a_droit_au_rsa() {
    Menage m = Menage.de(Personne.nee("2004-03-01").enceinte(true).faite(), Personne.nee("2003-09-12").faite());
    // 651.69 × 1.5 = 977.535
    rsa(m, JUIN, Divergence.COUPLE_ATTENDANT_UN_ENFANT, "977.54", "0");
  }

  @Test
  void a_dix_huit_ans_tout_juste_un_jeune_qui_a_assez_travaille_a_droit_au_rsa() {
    Menage m = Menage.de(Personne.nee("2008-05-20").heuresDuRsaJeune(true).faite());
    rsa(m, JUIN, Divergence.DIX_HUIT_ANS, "651.69", "0");
  }

  @Test
  void l_age_de_l_un_et_le_sejour_de_l_autre_ne_font_pas_un_beneficiaire() {
    Menage m = Menage.de(adulte().nationalite("MA", UN_AN).faite(), Personne.nee("2004-03-01").faite());
    // without: one adult in order counted, 651.69
    rsa(m, JUIN, Divergence.MEME_BENEFICIAIRE, "0", "651.69");
  }

  @Test
  void un_conjoint_sans_droit_au_sejour_n_est_pas_compte_mais_ses_ressources_le_sont() {
    Menage m = Menage.de(adulte().faite(), adulte().nationalite("MA", UN_AN).constant(Revenu.SALAIRE_NET, "2026-01", "2026-06", "300").faite());
    // 651.69 − 300 = 351.69 ; model: 977.535 − 300 = 677.535
    rsa(m, JUIN, Divergence.CONJOINT_SANS_DROIT_AU_SEJOUR, "351.69", "677.54");
  }

  @Test
  void une_refugiee_n_attend_pas_cinq_ans() {
    for (Titre titre : Titre.values()) {
      Menage m = Menage.de(adulte().nationalite("SN", UN_AN).titre(titre).faite());
      rsa(m, JUIN, Divergence.TITRE_DISPENSE_DE_DUREE, titre.dispense() ? "651.69" : "0", "0");
    }
  }

  @Test
  void un_conge_sans_solde_ferme_le_droit() {
    rsa(Menage.de(adulte().enCongeSansSolde(true).faite()), JUIN, Divergence.CONGE_SANS_SOLDE, "0", "651.69");
  }

  @Test
  void un_salaire_arrete_depuis_deux_mois_n_est_plus_compte() {
    Personne.Fiche f = adulte().constant(Revenu.SALAIRE_NET, "2026-01", "2026-04", "1200");
    // model: 1200 counted, over 651.69
    rsa(Menage.de(f.faite()), JUIN, Divergence.NEUTRALISATION, "651.69", "0");
    // with an unemployment benefit in June the salary is replaced, so it counts
    rsa(Menage.de(f.constant(Revenu.CHOMAGE, "2026-06", "2026-06", "100").faite()), JUIN, Divergence.NEUTRALISATION, "0", "0");
  }

  @Test
  void le_chomage_suivi_d_une_formation_remuneree_reste_compte() {
    Personne.Fiche chomeuse = adulte().constant(Revenu.CHOMAGE, "2026-01", "2026-05", "500");
    // 500 in February, March and April; replaced in June: 651.69 − 500 = 151.69. Nothing replaces it: 651.69
    rsa(Menage.de(chomeuse.constant(Revenu.STAGE, "2026-06", "2026-06", "700").faite()), JUIN, Divergence.REVENU_DE_SUBSTITUTION, "151.69", "651.69");
    assertThat(calcul(Menage.de(adulte().constant(Revenu.CHOMAGE, "2026-01", "2026-05", "500").faite()), JUIN)).isEqualByComparingTo("651.69");
    assertThat(calcul(Menage.de(adulte().constant(Revenu.CHOMAGE, "2026-01", "2026-05", "500")
        .constant(Revenu.IJ_MALADIE, "2026-06", "2026-06", "700").faite()), JUIN))
        .isEqualByComparingTo("151.69");
    // a salary that stopped, replaced by the ASP after an economic dismissal
    rsa(Menage.de(adulte().constant(Revenu.SALAIRE_NET, "2026-01", "2026-05", "500").constant(Revenu.ASP, "2026-06", "2026-06", "700").faite()), JUIN,
        Divergence.REVENU_DE_SUBSTITUTION, "151.69", "651.69");
  }

  @Test
  void la_majoration_d_un_parent_isole_dure_douze_mois() {
    Menage m = Menage.de(adulte().faite()).avecEnfants(Personne.nee("2018-03-04").faite()).avecIsolementRecent(true);
    // 14 months: 651.69 × 1.5 = 977.535. Model: 651.69 × (1.28412 + 0.42804) = 1115.7975
    rsa(m.isoleDepuis(YearMonth.of(2025, 4)), JUIN, Divergence.DUREE_DE_LA_MAJORATION, "977.54", "1115.80");
    // 10 months
    rsa(m.isoleDepuis(YearMonth.of(2025, 8)), JUIN, Divergence.DUREE_DE_LA_MAJORATION, "1115.80", "1115.80");
    // 14 months, but claimed late: 6 months paid, within 18
    rsa(m.isoleDepuis(YearMonth.of(2025, 4)).avecMoisDeMajorationVerses(6), JUIN, Divergence.DUREE_DE_LA_MAJORATION, "1115.80", "1115.80");
    rsa(m.isoleDepuis(YearMonth.of(2025, 4)).avecMoisDeMajorationVerses(12), JUIN, Divergence.DUREE_DE_LA_MAJORATION, "977.54", "1115.80");
    // 18 months: too late
    rsa(m.isoleDepuis(YearMonth.of(2024, 12)).avecMoisDeMajorationVerses(6), JUIN, Divergence.DUREE_DE_LA_MAJORATION, "977.54", "1115.80");
  }

  @Test
  void avant_sa_naissance_un_enfant_ne_compte_pas_et_sa_mere_est_enceinte() {
    Menage m = Menage.de(adulte().constant(Revenu.SALAIRE_NET, "2026-01", "2026-06", "900").faite()).avecEnfants(Personne.nee("2026-04-15").faite());
    // SMIC 12.02: bonus from 59 × 12.02 = 709.18 ; 900 − 709.18 = 190.82 ; 59.85 % of 900 = 538.65
    // February and March: 633.21 × 1.28412 = 813.1176 ; bonus 184.27 × 190.82 / (61 × 12.02) = 47.9564
    //   813.1176 + 47.9564 + 538.65 − 900 = 499.7240
    // April: 638.28 × 1.71216 = 1092.8375 is over 900, so 538.65 + 240.63 × 190.82 / (79 × 12.02) = 538.65 + 48.3550 = 587.0050
    // mean (2 × 499.7240 + 587.0050) / 3 = 528.8177
    // model: February and March with the child: 538.65 + 47.9564 = 586.6064 ; mean (2 × 586.6064 + 587.0050) / 3 = 586.7393
    prime(m, JUIN, Divergence.ENFANT_COMPTE_DES_SA_NAISSANCE, "528.82", "586.74");
  }

  @Test
  void un_enfant_en_garde_alternee_ajoute_la_moitie() {
    Menage m = Menage.de(adulte().faite()).avecEnfants(Personne.nee("2018-03-04").gardeAlternee(true).faite());
    // 651.69 × 1.25 = 814.6125 ; whole: × 1.5 = 977.535
    rsa(m, JUIN, Divergence.GARDE_ALTERNEE, "814.61", "977.54");
  }

  @Test
  void les_25_ans_viennent_le_jour_de_l_anniversaire() {
    // born 2 June 1999: 24 on 1 June 2024 ; the model counts years of 365.2425 days, 9 132 / 365.2425 = 25.0025
    rsa(Menage.de(Personne.nee("1999-06-02").faite()), YearMonth.of(2024, 6), Divergence.AGE_A_L_ANNIVERSAIRE, "0", "635.71");
    rsa(Menage.de(Personne.nee("1999-06-01").faite()), YearMonth.of(2024, 6), Divergence.AGE_A_L_ANNIVERSAIRE, "635.71", "635.71");
  }

  @Test
  void le_travail_de_fevrier_ouvre_la_prime_de_juin() {
    Menage m = Menage.de(adulte().constant(Revenu.SALAIRE_NET, "2026-02", "2026-02", "1000").faite());
    // February: 633.21 + 184.27 × (1000 − 709.18) / 733.22 + 598.50 − 1000 = 633.21 + 73.0875 + 598.50 − 1000 = 304.7975 ; / 3 = 101.5992
    prime(m, JUIN, Divergence.MOIS_QUI_OUVRENT_LA_PRIME, "101.60", "0");
  }

  @Test
  void le_montant_verse_est_au_centime() {
    rsa(Menage.de(adulte().faite()).avecEnfants(Personne.nee("2018-03-04").faite()), JUIN, Divergence.ARRONDI_AU_CENTIME, "977.54", "977.535");
  }

  @Test
  void un_enfant_plus_age_que_ses_parents_est_une_erreur() {
    Menage m = Menage.de(Personne.nee("2004-03-01").faite()).avecEnfants(Personne.nee("2003-03-01").faite());
    assertThat(CalculDuDroit.enVigueur().verifier(m, JUIN)).extracting(ErreurDeSaisie::chemin).containsExactly("input.children[0].birthdate");
    assertThat(CalculDuDroit.conformeOpenfisca().verifier(m, JUIN)).isEmpty();
    Menage absurde = Menage.de(Personne.nee("1990-03-01").faite()).avecEnfants(Personne.nee("1960-03-01").faite());
    assertThat(CalculDuDroit.conformeOpenfisca().verifier(absurde, JUIN)).extracting(ErreurDeSaisie::chemin)
        .containsExactly("input.children[0].birthdate");
  }

  @Test
  void chaque_divergence_a_sa_ligne_dans_les_regles_avec_son_article() throws IOException {
    String regles = Files.readString(Path.of("docs/regles/calcul.md"));
    assertThat(Divergence.values()).allSatisfy(d -> {
      assertThat(regles).contains("`" + d.name() + "`");
      assertThat(d.article()).isNotBlank();
      assertThat(d.phrase()).endsWith(".");
    });
    assertThat(Regles.CONFORME_OPENFISCA.divergences()).isEmpty();
  }

  private static Personne.Fiche adulte() {
    return Personne.nee("1990-05-12");
  }

  private static BigDecimal calcul(Menage m, YearMonth mois) {
    return CalculDuDroit.enVigueur().calculer(m, mois).rsa();
  }

  private static void rsa(Menage m, YearMonth mois, Divergence point, String loi, String modele) {
    assertThat(calcul(m, mois)).as(point + ", loi").isEqualByComparingTo(loi);
    assertThat(new CalculDuDroit(Regles.EN_VIGUEUR.sans(point)).calculer(m, mois).rsa()).as(point + ", modèle").isEqualByComparingTo(modele);
  }

  private static void prime(Menage m, YearMonth mois, Divergence point, String loi, String modele) {
    assertThat(CalculDuDroit.enVigueur().calculer(m, mois).prime()).as(point + ", loi").isEqualByComparingTo(loi);
    assertThat(new CalculDuDroit(Regles.EN_VIGUEUR.sans(point)).calculer(m, mois).prime()).as(point + ", modèle").isEqualByComparingTo(modele);
  }
}
