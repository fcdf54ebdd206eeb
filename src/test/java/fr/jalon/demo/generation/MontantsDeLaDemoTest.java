package fr.jalon.demo.generation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.justedroit.domaine.Explication;
import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.justedroit.domaine.Verificateur;
import fr.jalon.justedroit.domaine.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The amounts that the demonstration writes are those of the law, but for its deliberate differences. */
class MontantsDeLaDemoTest {
  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void presque_tous_les_foyers_s_accordent_avec_le_calcul_et_les_autres_ont_une_explication(String departement) {
    DepartementDemo demo = DepartementDemo.lire(departement);
    Population population = Simulation.jouer(demo);
    CalculDesMontants calcul = new CalculDesMontants(Baremes.lire());
    Map<String, Integer> comptes = new TreeMap<>();
    List<String> sansExplication = new ArrayList<>();
    int foyers = 0;
    for (Dossier d : population.dossiers()) {
      for (LocalDate jour : List.of(demo.reference(), demo.reference().minusMonths(7))) {
        if (!d.versableAu(jour) || d.adultesAu(jour) == 0) {
          continue;
        }
        Verification v = Verificateur.rapide().verifier(faits(d, jour, calcul),
            List.of(faits(d, jour.withDayOfMonth(1).minusMonths(3).plusDays(20), calcul)));
        foyers++;
        boolean accord = v.ecart() != null && !v.aVerifier(BigDecimal.ONE);
        comptes.merge(jour.getYear() + "-" + jour.getMonthValue() + " "
            + (accord ? "accord" : (d.ecart == null ? "" : d.ecart + " : ") + v.premiere().explication()), 1, Integer::sum);
        if (!accord && v.premiere().explication() == Explication.A_EXAMINER) {
          sansExplication.add(d.numero + " " + jour + " " + v.caisse() + " " + v.recalcule() + " " + v.composantes());
        }
      }
    }
    int accords = comptes.entrySet().stream().filter(e -> e.getKey().endsWith("accord")).mapToInt(Map.Entry::getValue).sum();
    assertThat((double) accords / foyers).as(comptes.toString()).isGreaterThan(0.97);
    assertThat(sansExplication).isEmpty();
    assertThat(comptes.keySet()).anyMatch(c -> c.contains("ENFANT_OUBLIE : COMPOSITION")).anyMatch(c -> c.contains("MAJORATION_OUBLIEE : MAJORATION"))
        .anyMatch(c -> c.contains("RESSOURCES_OUBLIEES : RESSOURCES"));
  }

  private static FaitsDuMois faits(Dossier d, LocalDate jour, CalculDesMontants calcul) {
    CalculDesMontants.Montants m = calcul.montants(d, jour);
    LocalDate debut = CalculDesMontants.debutDeReference(d, jour);
    List<FaitsDuMois.Membre> membres = d.membresAu(jour).stream()
        .map(x -> new FaitsDuMois.Membre(x.humain().nir.hashCode(), x.adulte(), true, x.humain().naissance,
        x.adulte() && x.humain().termeAu(jour) != null, ressources(x.humain(), debut))).toList();
    Dossier.Situation s = d.situationAu(jour);
    return new FaitsDuMois(1, YearMonth.from(jour), "2", s.code(), s.depuis(), d.sansDomicile, m.majore(),
        new FaitsDuMois.Montants(euros(m.verse()), euros(m.forfait()),
        euros(m.ressources()), euros(m.prestations()), euros(m.logement()), euros(m.reduction()), m.abattement() > 0 ? euros(m.abattement()) : null),
        membres);
  }

  private static FaitsDuMois.Ressources ressources(Humain h, LocalDate debut) {
    List<FaitsDuMois.Declare> declares = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      LocalDate mois = debut.plusMonths(i);
      h.revenus.stream().filter(r -> r.verseEn(mois))
          .forEach(r -> declares.add(new FaitsDuMois.Declare(YearMonth.from(mois), r.nature(), euros(r.centimes()), null)));
    }
    return h.revenus.isEmpty() ? null : new FaitsDuMois.Ressources(debut, debut.plusMonths(3).minusDays(1), declares.isEmpty(), null, declares);
  }

  private static BigDecimal euros(int centimes) {
    return BigDecimal.valueOf(centimes, 2);
  }
}
