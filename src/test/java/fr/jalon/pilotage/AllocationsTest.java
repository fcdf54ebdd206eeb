package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid, by whom, to whom. */
class AllocationsTest extends EssaiDIndicateurs {

  @BeforeEach
  void payer() {
    p.fichier("2025-08-31");
    p.foyer("2024-03-10", "CAF").droit("2", "2024-03-31", null, "FEMME_SEULE").membre(p.personne("Ana"), "DEM", "2024-03-31", null)
        .adresse(1, "2024-03-31", null)
        .paiement("2025-08", "RSD", "AJ", "600.10").paiement("2025-08", "RSD", "DE", "100.10").paiement("2025-07", "RSD", "AJ", "300");
    p.foyer("2024-03-10", "CAF").droit("2", "2024-03-31", null, "FEMME_SEULE_ENFANTS").membre(p.personne("Bea"), "DEM", "2024-03-31", null)
        .adresse(2, "2024-03-31", null).paiement("2025-08", "RSI", "AJ", "900");
    p.foyer("2024-03-10", "MSA").droit("2", "2024-03-31", null, "COUPLE").membre(p.personne("Carl"), "DEM", "2024-03-31", null)
        .membre(p.personne("Dora"), "CJT", "2024-03-31", null).paiement("2025-08", "RSD", "AJ", "400.50");
    // a recovery alone: the foyer is not paid
    p.foyer("2024-03-10", "CAF").membre(p.personne("Edgar"), "DEM", "2024-03-31", null).paiement("2025-08", "RSD", "DE", "50");
  }

  @Test
  void les_allocations_du_mois_sont_les_credits_moins_les_debits() {
    assertThat(valeur("ALL-MONTANT", "2025-08-31")).isEqualTo("1750.5");
    assertThat(valeur("ALL-MONTANT", "2025-08-02")).isEqualTo("1750.5");
    assertThat(par("ALL-MONTANT", "2025-08-31", Dimension.PAYEUR)).containsExactly(entry("CAF", "1350"), entry("MSA", "400.5"));
    assertThat(par("ALL-MONTANT", "2025-08-31", Dimension.valueOf("PRESTATION"))).containsExactly(entry("SOCLE", "850.5"), entry("MAJORE", "900"));
    assertThat(par("ALL-MONTANT", "2025-08-31", Dimension.MOIS)).containsExactly(entry("2025-07", "300"), entry("2025-08", "1750.5"));
    assertThat(par("ALL-MONTANT", "2025-08-31", Dimension.TERRITOIRE))
        .containsExactly(entry("Centre", "500"), entry("Nord", "900"), entry("Hors territoire", "350.5"));
  }

  @Test
  void payeur_et_prestation_se_croisent_par_mois() {
    assertThat(parSysteme(() -> indicateurs.croiser("ALL-MONTANT", LocalDate.parse("2025-08-31"),
        List.of(Dimension.MOIS, Dimension.PAYEUR, Dimension.valueOf("PRESTATION")))))
        .hasSize(4).hasEntrySatisfying(List.of("2025-08", "CAF", "SOCLE"), v -> assertThat(v).isEqualByComparingTo("450"))
        .hasEntrySatisfying(List.of("2025-08", "CAF", "MAJORE"), v -> assertThat(v).isEqualByComparingTo("900"));
  }

  @Test
  void un_paiement_remplace_ou_d_une_autre_nature_ne_compte_pas() {
    chargement.sql("update allocataires.paiement set remplace_par = 2 where prestation = 'RSI'").update();
    chargement.sql("update allocataires.paiement set nature = 'IndusConstates' where sens = 'DE'").update();
    assertThat(valeur("ALL-MONTANT", "2025-08-31")).isEqualTo("1000.6");
  }

  @Test
  void l_allocation_moyenne_divise_par_les_foyers_payes_et_non_par_les_personnes() {
    assertThat(ensemble("ALL-MOYEN", "2025-08-31"))
        .extracting(v -> v.numerateur().toPlainString(), v -> v.denominateur().toPlainString(), v -> v.valeur().toPlainString())
        .containsExactly("1800.5", "3", "600.17");
    assertThat(par("ALL-MOYEN", "2025-08-31", Dimension.PAYEUR)).containsExactly(entry("CAF", "700"), entry("MSA", "400.5"));
  }

  @Test
  void derriere_un_paiement_il_y_a_la_demandeuse_du_foyer() {
    assertThat(parSysteme(() -> indicateurs.personnes("ALL-MONTANT", LocalDate.parse("2025-08-31"), Dimension.PAYEUR, "MSA", 1)).personnes())
        .extracting(PersonneConcernee::prenom, l -> l.mesure().toPlainString())
        .containsExactly(org.assertj.core.api.Assertions.tuple("Carl", "400.50"));
  }

  @Test
  void un_mois_sans_flux_financier_manque_et_ne_vaut_pas_zero() {
    assertThat(ensemble("ALL-MONTANT", "2025-06-30")).extracting(ValeurIndicateur::valeur, ValeurIndicateur::manque)
        .containsExactly(null, "Aucun paiement connu en juin 2025 : le flux financier mensuel (VRSF) n'est pas chargé.");
    assertThat(parSysteme(() -> indicateurs.calculer("ALL-MOYEN", LocalDate.parse("2025-08-31"), Dimension.MOIS)))
        .hasSize(12).filteredOn(v -> v.manque() == null).hasSize(2);
  }

  @Test
  void qui_n_a_pas_acces_aux_montants_ne_lit_pas_zero() {
    assertThat(par(Set.of("DOSSIERS", "INDICATEURS"), null, () -> indicateurs.calculer("ALL-MONTANT", LocalDate.parse("2025-08-31"), null)))
        .extracting(ValeurIndicateur::valeur, ValeurIndicateur::manque)
        .containsExactly(org.assertj.core.api.Assertions.tuple(null, "Votre rôle ne donne pas accès aux montants."));
  }
}
