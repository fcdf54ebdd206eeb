package fr.jalon.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.diagnostic.application.ReprendreDesDiagnostics;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Action;
import fr.jalon.diagnostic.application.ReprendreDesDiagnostics.Theme;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Global diagnostics made elsewhere, taken over many at once. Today is 20 October 2025. */
@EssaiArdeche
class ReprendreDesDiagnosticsTest {
  private static final LocalDate RECU_LE = LocalDate.of(2025, 10, 3);
  private static final LocalDate LE = LocalDate.of(2025, 3, 3);
  private static final LocalDate PLUS_TARD = LocalDate.of(2025, 6, 2);
  @Autowired
  Dossiers dossiers;
  @Autowired
  ReprendreDesDiagnostics reprendre;
  @Autowired
  ThemesDuDiagnostic themes;
  @Autowired
  DiagnosticGlobal diagnostics;
  @Autowired
  ActionsDUnePersonne actions;

  @Test
  void ce_qui_a_ete_fait_ailleurs_se_relit_a_toute_date_comme_si_jalon_l_avait_vu() {
    Personne une = dossiers.entrante("REPRISEUNE", 3, RECU_LE);
    Personne autre = dossiers.entrante("REPRISEAUTRE", 3, RECU_LE);
    agir(() -> reprendre.executer(List.of(
        new Theme(une.id(), theme("MOBILITE"), "FORT", Map.of("situations", "SANS_PERMIS", "dit", "Le car, une fois par jour"), LE,
        EtatFrein.LEVE, PLUS_TARD),
        new Theme(une.id(), theme("LOGEMENT"), "SANS", Map.of(), LE, EtatFrein.OUVERT, LE),
        new Theme(autre.id(), theme("MOBILITE"), "MOYEN", Map.of(), LE, EtatFrein.OUVERT, LE)),
        List.of(new Action(une.id(), theme("MOBILITE"), "CODE_ET_PERMIS", LE, null, EtatAction.FAITE, PLUS_TARD),
            new Action(autre.id(), theme("MOBILITE"), "COVOITURAGE", LE, PLUS_TARD, EtatAction.PREVUE, LE))));
    assertThat(agir(() -> diagnostics.au(une.id(), LE)).freins().get("MOBILITE").etat()).isEqualTo(EtatFrein.OUVERT);
    EtatDuDiagnostic fin = agir(() -> diagnostics.au(une.id(), PLUS_TARD));
    assertThat(fin.freins()).containsOnlyKeys("MOBILITE");
    assertThat(fin.freins().get("MOBILITE").etat()).isEqualTo(EtatFrein.LEVE);
    assertThat(fin.reponses("MOBILITE").parCritere()).containsEntry("niveau", "FORT").containsEntry("dit", "Le car, une fois par jour");
    assertThat(fin.reponses("LOGEMENT").a("niveau")).isEqualTo("SANS");
    assertThat(agir(() -> diagnostics.au(une.id(), LE.minusDays(1))).constats()).isEmpty();
    assertThat(agir(() -> actions.au(une.id(), PLUS_TARD)).getFirst().nouvelles()).extracting(n -> n.etat(), n -> n.le())
        .containsExactly(tuple(EtatAction.FAITE, PLUS_TARD), tuple(EtatAction.PREVUE, LE));
    assertThat(agir(() -> actions.au(autre.id(), PLUS_TARD))).singleElement().satisfies(a -> {
      assertThat(a.libelle()).isEqualTo("Organiser un covoiturage");
      assertThat(a.nouvelles()).hasSize(1);
    });
  }

  private Rubrique theme(String code) {
    return themes.au(LE).rubrique(code).orElseThrow();
  }

  private static <T> T agir(java.util.function.Supplier<T> quoi) {
    return EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS", "SANTE"), quoi);
  }
}
