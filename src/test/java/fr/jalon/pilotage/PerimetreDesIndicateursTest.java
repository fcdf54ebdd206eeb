package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A figure counts whoever lived in the agent's territories at the date, and the list behind it names only whom she may open. */
class PerimetreDesIndicateursTest extends EssaiDIndicateurs {
  private static final LocalDate AU = LocalDate.parse("2025-08-31");

  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;

  @BeforeEach
  void deux_au_centre_et_une_au_nord() {
    p.fichier("2025-08-31");
    p.seule("Ana", "2024-03-10", 1);
    p.seule("Bea", "2024-03-10", 1);
    p.seule("Chloé", "2024-03-10", 2);
    p.perimetres();
  }

  @Test
  void la_responsable_du_nord_lit_les_chiffres_du_nord() {
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer("POP-DOV", AU, null))).extracting(v -> v.valeur().intValue()).containsExactly(1);
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer("POP-TERRITOIRE", AU, Dimension.TERRITOIRE)))
        .extracting(ValeurIndicateur::valeurDimension, v -> v.valeur().intValue()).containsExactly(tuple("Nord", 1));
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.personnes("POP-DOV", AU, null, null, 1)).personnes())
        .extracting(PersonneConcernee::prenom).containsExactly("Chloé");
  }

  @Test
  void une_date_et_un_territoire_ont_un_seul_chiffre_qui_que_ce_soit_qui_le_lise() {
    var partie = p.personne("Dora");
    p.foyer("2024-03-10").droit("2", "2024-03-10", null).membre(partie, "DEM", "2024-03-10", null).adresse(1, "2024-03-10", "2025-03-01")
        .adresse(2, "2025-03-01", null);
    p.perimetres();
    LocalDate avant = LocalDate.parse("2024-12-31");
    p.fichier("2024-12-31");
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("POP-DOV", avant, Dimension.TERRITOIRE)))
        .filteredOn(v -> "Centre".equals(v.valeurDimension()))
        .singleElement().extracting(v -> v.valeur().intValue()).isEqualTo(3);
    assertThat(par(DIRECTION, List.of(1), () -> indicateurs.calculer("POP-DOV", avant, null)).getFirst().valeur().intValue()).isEqualTo(3);
    // she lives in the north now: counted where she lived, opened where she lives
    assertThat(par(DIRECTION, List.of(1), () -> indicateurs.personnes("POP-DOV", avant, null, null, 1)).personnes())
        .extracting(PersonneConcernee::prenom)
        .containsExactlyInAnyOrder("Ana", "Bea");
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer("POP-DOV", avant, null)).getFirst().valeur().intValue()).isEqualTo(1);
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer("POP-DOV", AU, null)).getFirst().valeur().intValue()).isEqualTo(2);
  }

  @Test
  void lire_un_chiffre_ne_laisse_pas_le_perimetre_ouvert_derriere_soi() {
    List<String> vues = par(DIRECTION, List.of(2), () -> transaction.execute(_ -> {
      indicateurs.calculer("POP-DOV", AU, null);
      return agents.sql("select prenom from allocataires.personne").query(String.class).list();
    }));
    assertThat(vues).containsExactly("Chloé");
  }

  @Test
  void demander_le_centre_dans_l_adresse_ne_montre_personne_a_la_responsable_du_nord() {
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.personnes("POP-DOV", AU, Dimension.TERRITOIRE, "Centre", 1)).personnes()).isEmpty();
  }

  @Test
  void la_direction_lit_tout_le_departement() {
    assertThat(par(DIRECTION, null, () -> indicateurs.calculer("POP-DOV", AU, null))).extracting(v -> v.valeur().intValue()).containsExactly(3);
  }

  @Test
  void la_responsable_du_nord_n_apprend_rien_du_centre_en_le_nommant() {
    for (String territoire : List.of("Centre", "Atlantide")) {
      assertThatThrownBy(() -> par(DIRECTION, List.of(2), () -> indicateurs.calculer(List.of(new Demande("POP-DOV", null)), AU, territoire)))
          .as(territoire)
          .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("TERRITOIRE_INCONNU"));
    }
    assertThat(par(DIRECTION, List.of(2), () -> indicateurs.calculer(List.of(new Demande("POP-DOV", null)), AU, "Nord"))).hasSize(1);
  }

  @Test
  void sans_territoire_ni_organisation_le_chiffre_manque() {
    assertThat(par(DIRECTION, List.of(), () -> indicateurs.calculer("POP-DOV", AU, null)).getFirst().manque())
        .startsWith("Aucun territoire ni organisation");
  }

  @Test
  void sans_la_ressource_ou_sans_les_dossiers_aucun_indicateur_ne_vaut_zero() {
    for (Set<String> ressources : List.of(Set.of("DOSSIERS", "MONTANTS"), Set.of("INDICATEURS"), Set.<String>of())) {
      for (Indicateur indicateur : catalogue.tous()) {
        assertThat(par(ressources, null, () -> indicateurs.calculer(indicateur.code(), AU, null))).allSatisfy(v -> {
          assertThat(v.valeur()).isNull();
          assertThat(v.manque()).isNotBlank();
        });
        assertThat(par(ressources, null, () -> indicateurs.personnes(indicateur.code(), AU, null, null, 1)).personnes()).isEmpty();
      }
    }
  }

  @Test
  void sans_aucun_fichier_aucun_indicateur_ne_vaut_zero() {
    p.vider();
    for (Indicateur indicateur : catalogue.tous()) {
      ValeurIndicateur valeur = ensemble(indicateur.code(), "2025-08-31");
      if (indicateur.fichiers() == Indicateur.Fichiers.AUCUN) {
        // what agents record themselves: nobody recorded is a figure
        assertThat(valeur.valeur()).as(indicateur.code()).isEqualByComparingTo("0");
      } else {
        assertThat(valeur.valeur()).as(indicateur.code()).isNull();
        assertThat(valeur.manque()).as(indicateur.code()).isNotBlank();
      }
    }
  }
}
