package fr.jalon.justedroit.domaine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.justedroit.domaine.FaitsDuMois.Declare;
import fr.jalon.justedroit.domaine.FaitsDuMois.Membre;
import fr.jalon.justedroit.domaine.FaitsDuMois.Montants;
import fr.jalon.justedroit.domaine.FaitsDuMois.Ressources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** August 2025: 646.52 € for one person, 969.78 for two, forfait logement 77.58 for one. */
class VerificateurTest {
  private static final YearMonth AOUT = YearMonth.of(2025, 8);
  private static final LocalDate TRENTE_ANS = LocalDate.of(1995, 3, 10);

  @Test
  void une_personne_seule_sans_ressource_avec_une_aide_au_logement_est_d_accord_avec_la_caisse() {
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), seule(null)));
    assertThat(v.recalcule()).isEqualByComparingTo("568.94");
    assertThat(v.ecart()).isEqualByComparingTo("0");
    assertThat(v.pistes()).isEmpty();
    assertThat(v.etapes()).isNotEmpty();
  }

  @Test
  void un_salaire_de_trois_mois_est_compte_en_moyenne() {
    // 646.52 − 77.58 − (300 + 300 + 0) / 3 = 368.94
    Verification v = verifier(faits(montants("368.94", "646.52", "200", "77.58"), seule(declare("001", "300", "300"))));
    assertThat(v.ecart()).isEqualByComparingTo("0");
  }

  @Test
  void la_reduction_decidee_par_le_departement_est_remise_avant_de_comparer() {
    Montants reduits = new Montants(new BigDecimal("468.94"), new BigDecimal("646.52"), BigDecimal.ZERO, null, new BigDecimal("77.58"),
        new BigDecimal("100"), null);
    Verification v = verifier(faits(reduits, seule(null)));
    assertThat(v.caisse()).isEqualByComparingTo("568.94");
    assertThat(v.ecart()).isEqualByComparingTo("0");
  }

  @Test
  void des_ressources_que_la_caisse_n_a_pas_retenues_expliquent_tout_l_ecart() {
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), seule(declare("001", "300", "300"))));
    assertThat(v.ecart()).isEqualByComparingTo("200");
    assertThat(v.premiere().explication()).isEqualTo(Explication.RESSOURCES);
    assertThat(v.premiere().entiere()).isTrue();
    assertThat(v.composantes()).filteredOn(c -> c.ecart().abs().compareTo(BigDecimal.ONE) >= 0).extracting(Verification.Composante::libelle)
        .containsExactly("Ressources retirées, par mois", "RSA avant réduction");
  }

  @Test
  void un_enfant_que_la_caisse_ne_compte_pas_est_une_question_de_composition() {
    Membre enfant = new Membre(2, false, true, LocalDate.of(2015, 6, 1), false, null);
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), seule(null), enfant));
    assertThat(v.ecart()).isEqualByComparingTo("-323.26");
    assertThat(v.premiere().explication()).isEqualTo(Explication.COMPOSITION);
    assertThat(v.premiere().phrase()).contains("1 adulte et 1 enfant,");
  }

  @Test
  void un_parent_seul_depuis_trois_mois_a_la_majoration_que_la_caisse_ne_compte_pas() {
    Membre enfant = new Membre(2, false, true, LocalDate.of(2015, 6, 1), false, null);
    FaitsDuMois faits = new FaitsDuMois(1, AOUT, "2", "SEF", LocalDate.of(2025, 5, 12), false, false, montants("814.62", "969.78", "0", "155.16"),
        List.of(seule(null), enfant));
    Verification v = Verificateur.detaille().verifier(faits, List.of());
    // 646.52 × 1.71216 = 1 106.95
    assertThat(v.recalcule()).isEqualByComparingTo("951.79");
    assertThat(v.premiere().explication()).isEqualTo(Explication.MAJORATION);
    assertThat(v.premiere().entiere()).isTrue();
  }

  @Test
  void un_revenu_neutralise_par_la_caisse_n_est_pas_compte() {
    Ressources neutralise = new Ressources(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 7, 31), false, null,
        List.of(new Declare(YearMonth.of(2025, 5), "001", new BigDecimal("900"), "N")));
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), seule(neutralise)));
    assertThat(v.ecart()).isEqualByComparingTo("0");
  }

  @Test
  void les_ressources_du_trimestre_suivant_peuvent_donner_le_montant_de_la_caisse() {
    FaitsDuMois aout = faits(montants("568.94", "646.52", null, "77.58"), seule(declare("001", "300", "300")));
    FaitsDuMois septembre = new FaitsDuMois(1, AOUT.plusMonths(1), "2", "CEL", null, false, false,
        montants("568.94", "646.52", null, "77.58"), List.of(seule(null)));
    Verification v = Verificateur.detaille().verifier(aout, List.of(aout, septembre));
    assertThat(v.pistes()).anySatisfy(p -> {
      assertThat(p.explication()).isEqualTo(Explication.MOIS_DE_REFERENCE);
      assertThat(p.entiere()).isTrue();
    });
  }

  @Test
  void en_avril_les_montants_de_mars_encore_verses_sont_une_revalorisation_a_venir() {
    FaitsDuMois avril = new FaitsDuMois(1, YearMonth.of(2025, 4), "2", "CEL", null, false, false,
        montants("559.42", null, null, "76.29"), List.of(seule(null)));
    Verification v = Verificateur.detaille().verifier(avril, List.of());
    assertThat(v.pistes()).extracting(Verification.Piste::explication).contains(Explication.REVALORISATION);
  }

  @Test
  void une_ressource_que_nul_ne_sait_compter_est_dite_et_jamais_devinee() {
    Verification v = verifier(faits(montants("500.00", "646.52", "68.94", "77.58"), seule(declare("211", "100", "106.82"))));
    assertThat(v.pistes()).extracting(Verification.Piste::explication).contains(Explication.NATURE_INCONNUE);
  }

  @Test
  void un_jeune_sans_enfant_pose_la_question_des_conditions_sans_accuser() {
    Membre jeune = new Membre(1, true, true, LocalDate.of(2004, 1, 1), false, null);
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), jeune));
    assertThat(v.premiere().explication()).isEqualTo(Explication.OUVERTURE);
    assertThat(v.premiere().phrase()).contains("avec les seules données du fichier".substring(1));
  }

  @Test
  void une_naissance_inconnue_empeche_le_calcul_et_le_dit() {
    Verification v = verifier(faits(montants("568.94", "646.52", "0", "77.58"), new Membre(1, true, true, null, false, null)));
    assertThat(v.recalcule()).isNull();
    assertThat(v.premiere().explication()).isEqualTo(Explication.DONNEE_MANQUANTE);
  }

  @Test
  void un_droit_suspendu_ne_se_compare_pas() {
    FaitsDuMois suspendu = new FaitsDuMois(1, AOUT, "4", "CEL", null, false, false, null, List.of(seule(null)));
    assertThat(Verificateur.rapide().verifier(suspendu, List.of()).ecart()).isNull();
  }

  @Test
  void les_mots_proposent_et_n_accusent_personne() {
    assertThat(Stream.of(Explication.values()).map(e -> e.libelle() + e.verification()))
        .allSatisfy(t -> assertThat(t.toLowerCase()).doesNotContain("fraude", "tricher", "faute", "suspect"));
  }

  @Test
  void chaque_nature_de_ressource_lue_a_une_confiance_et_une_remarque() {
    for (String code : List.of("001", "010", "011", "021", "026", "030")) {
      assertThat(NaturesDeRessources.connues().de(code)).hasValueSatisfying(n -> {
        assertThat(n.compte()).isTrue();
        assertThat(n.confiance()).matches("[HML]");
      });
    }
    assertThat(NaturesDeRessources.connues().de("999")).isEmpty();
  }

  private static Verification verifier(FaitsDuMois faits) {
    return Verificateur.detaille().verifier(faits, List.of());
  }

  private static FaitsDuMois faits(Montants montants, Membre... membres) {
    return new FaitsDuMois(1, AOUT, "2", "CEL", null, false, false, montants, List.of(membres));
  }

  private static Membre seule(Ressources ressources) {
    return new Membre(1, true, true, TRENTE_ANS, false, ressources);
  }

  private static Montants montants(String droit, String forfait, String ressources, String logement) {
    return new Montants(new BigDecimal(droit), forfait == null ? null : new BigDecimal(forfait),
        ressources == null ? null : new BigDecimal(ressources), null, new BigDecimal(logement), null, null);
  }

  private static Ressources declare(String nature, String mai, String juin) {
    return new Ressources(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 7, 31), false, null,
        List.of(new Declare(YearMonth.of(2025, 5), nature, new BigDecimal(mai), null),
        new Declare(YearMonth.of(2025, 6), nature, new BigDecimal(juin), null)));
  }
}
