package fr.jalon.allocataires.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.PartieDuDossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of a long story the page of a person shows at first, and how the rest is asked for. */
class FilMontreTest {
  private static final List<EvenementDuFil> QUARANTE_CINQ = IntStream.range(0, 45)
      .mapToObj(i -> new EvenementDuFil(LocalDate.of(2025, 8, 31).minusDays(i / 3), Theme.DROITS, "n° " + i, null, "RSABEM, au 31/08/2025")).toList();

  @Test
  void les_vingt_plus_recents_d_abord_puis_quarante_de_plus_puis_tout() {
    FilMontre premier = fil(null, PartieDuDossier.AUJOURDHUI);
    assertThat(premier.montres()).hasSize(20).first().extracting(EvenementDuFil::titre).isEqualTo("n° 0");
    assertThat(premier.plusAnciens()).isEqualTo(25);
    FilMontre suite = fil(String.valueOf(premier.suivants()), PartieDuDossier.AUJOURDHUI);
    assertThat(suite.montres()).isEqualTo(QUARANTE_CINQ);
    assertThat(suite.plusAnciens()).isZero();
  }

  @Test
  void le_dossier_entier_a_tout_le_fil() {
    assertThat(fil(null, null).montres()).isEqualTo(QUARANTE_CINQ);
  }

  @Test
  void un_nombre_qui_n_en_est_pas_un_ou_trop_petit_montre_les_vingt_premiers() {
    for (String n : new String[] {"", "-3", "abc", "1", "99999999999", "20.5"}) {
      assertThat(fil(n, PartieDuDossier.PARCOURS).montres()).as(n).hasSize(20);
    }
  }

  @Test
  void la_source_de_plusieurs_evenements_d_un_jour_est_dite_une_fois_aussi_a_la_coupure() {
    FilMontre fil = fil(null, PartieDuDossier.AUJOURDHUI);
    assertThat(IntStream.range(0, 20).filter(fil::montrerLaSource)).containsExactly(2, 5, 8, 11, 14, 17, 19);
  }

  private static FilMontre fil(String n, PartieDuDossier partie) {
    return new FilMontre(QUARANTE_CINQ, Set.of(Theme.DROITS), new DemandeDeDossier("", "", null, n).evenements(partie));
  }
}
