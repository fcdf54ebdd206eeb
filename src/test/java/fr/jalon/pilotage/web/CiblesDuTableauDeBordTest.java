package fr.jalon.pilotage.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Perimetre;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The head of a territory beside the targets of the plan of the whole Département. */
@SpringBootTest(properties = {"jalon.premier-compte=false", "jalon.departement=07"})
class CiblesDuTableauDeBordTest {
  private static final LocalDate AU = LocalDate.parse("2025-08-31");
  @Autowired
  ComposerTableauDeBord composer;
  @Autowired
  AgentSysteme systeme;

  private record ResponsableDuNord(Perimetre perimetre) implements AgentCourant.PorteurDePerimetre {}

  @AfterEach
  void deconnecter() {
    SecurityContextHolder.clearContext();
  }

  private static Stream<String> comparables(TableauDeBord tableau) {
    return tableau.objectifs().stream().filter(TableauDeBord.Resultat::comparable).map(r -> r.objectif().indicateur());
  }

  @Test
  void la_responsable_du_nord_n_est_pas_comparee_au_budget_du_departement_mais_l_est_aux_six_semaines() {
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
        new ResponsableDuNord(new Perimetre("nadia", "Nadia", "ESSAI", Set.of("DOSSIERS", "MONTANTS", "INDICATEURS"), false, List.of(2), List.of())),
        null, List.of()));
    assertThat(comparables(composer.au(AU))).contains("ORI-TAUX-42J").doesNotContain("ALL-MONTANT");
  }

  @Test
  void la_direction_l_est_aux_deux() {
    assertThat(comparables(systeme.agir("essai", () -> composer.au(AU)))).contains("ORI-TAUX-42J", "ALL-MONTANT");
  }
}
