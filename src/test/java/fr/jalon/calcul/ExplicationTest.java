package fr.jalon.calcul;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplicationTest {
  private static final YearMonth JUIN = YearMonth.of(2026, 6);
  private final Menage mereEtEnfant = Menage.de(Personne.nee("1990-05-12").constant(Revenu.SALAIRE_NET, "2026-01", "2026-06", "800").faite())
      .avecEnfants(Personne.nee("2018-03-04").faite())
      .avecLogement(Logement.locataire("500").avecAide(ParMois.constant(JUIN.minusMonths(5), JUIN, new java.math.BigDecimal("200"))));

  @Test
  void chaque_valeur_intermediaire_a_sa_phrase_et_son_article() {
    List<Etape> etapes = CalculDuDroit.enVigueur().expliquer(mereEtEnfant, JUIN);
    assertThat(etapes).extracting(Etape::cle)
        .startsWith("rsa.mois_de_reference", "rsa.montant_forfaitaire", "rsa.socle", "rsa.forfait_logement", "rsa.activite.adulte.0",
        "rsa.base_ressources", "rsa.theorique", "rsa.montant").contains("ppa.2026-02.forfait", "ppa.moyenne").endsWith("ppa.montant")
            .doesNotHaveDuplicates();
    assertThat(etapes).allSatisfy(e -> {
      assertThat(e.phrase()).endsWith(".").doesNotContain("null", "%s");
      assertThat(e.article()).isNotBlank();
      assertThat(e.libelle()).isNotBlank();
    });
  }

  @Test
  void les_phrases_se_lisent_a_voix_haute() {
    List<String> phrases = CalculDuDroit.enVigueur().expliquer(mereEtEnfant, JUIN).stream().map(e -> e.phrase().replace('\u00a0', ' ')).toList();
    // 651.69 × 1.5 = 977.535 ; forfait logement 977.535 × 0.16 = 156.4056 ; 977.535 − 156.4056 − 800 = 21.1294
    assertThat(phrases).contains("Pour juin 2026, on regarde les ressources de trois mois : février 2026, mars 2026 et avril 2026.",
        "Le foyer compte 1 adulte et 1 enfant : ce montant est multiplié par 1,5, ce qui donne 977,54 €.",
        "Adulte 1 a gagné par son travail 800,00 € par mois en moyenne.",
        "977,54 € moins 156,41 € de logement moins 800,00 € de ressources : il reste 21,13 €.", "Le RSA est de 21,13 € par mois.");
  }

  @Test
  void les_montants_des_etapes_sont_ceux_du_resultat() {
    Resultat r = CalculDuDroit.enVigueur().calculer(mereEtEnfant, JUIN);
    List<Etape> etapes = CalculDuDroit.enVigueur().expliquer(mereEtEnfant, JUIN);
    assertThat(etapes).filteredOn(e -> e.cle().equals("rsa.montant")).extracting(Etape::montant).containsExactly(r.rsa());
    assertThat(etapes).filteredOn(e -> e.cle().equals("ppa.montant")).extracting(Etape::montant).containsExactly(r.prime());
  }
}
