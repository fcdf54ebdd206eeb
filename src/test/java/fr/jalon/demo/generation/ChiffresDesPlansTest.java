package fr.jalon.demo.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The four Départements of the demonstration beside what their plans publish: foyers or persons, follow-ups, places, pathways, amounts. No file is
 * written.
 */
class ChiffresDesPlansTest {
  private static final Map<String, Invente> INVENTES = new ConcurrentHashMap<>();

  /** A Département, its persons, and the follow-ups still open at the end whose right is paid. */
  private record Invente(DepartementDemo demo, Population population, List<OrientationAJouer> enCours) {
    static Invente de(String code) {
      return INVENTES.computeIfAbsent(code, c -> {
        DepartementDemo demo = DepartementDemo.lire(c);
        Population population = Simulation.jouer(demo);
        Set<String> payes = population.dossiers().stream().filter(d -> d.versableAu(demo.reference())).flatMap(d -> d.membres.stream())
            .filter(m -> m.adulte() && m.presentAu(demo.reference())).map(m -> m.humain().nirAu(demo.reference())).collect(Collectors.toSet());
        List<OrientationAJouer> orientations = new Orientations(population, new PlanDEnvoi(population, new Defauts(population)).envois()).liste();
        return new Invente(demo, population, orientations.stream().filter(o -> o.closeLe() == null && payes.contains(o.nir())).toList());
      });
    }

    long foyersPayesAu(LocalDate date) {
      return population.dossiers().stream().filter(d -> d.versableAu(date)).count();
    }

    int personnesPayeesAu(LocalDate date) {
      return population.dossiers().stream().mapToInt(d -> d.personnesVersablesAu(date)).sum();
    }

    long suivisChez(String structure) {
      return enCours.stream().filter(o -> o.structure().equals(structure)).count();
    }
  }

  @Test
  void l_ain_a_les_foyers_de_son_plan_et_plus_de_personnes_que_de_foyers() {
    Invente ain = Invente.de("01");
    assertThat(ain.foyersPayesAu(LocalDate.of(2022, 7, 31))).isEqualTo(7311);
    assertThat((double) ain.foyersPayesAu(LocalDate.of(2021, 12, 31))).isCloseTo(7748, within(80.0));
    assertThat(ain.personnesPayeesAu(LocalDate.of(2022, 7, 31))).isBetween(8000, 8500);
  }

  @Test
  void la_drome_a_les_personnes_de_son_plan() {
    assertThat(Invente.de("26").personnesPayeesAu(LocalDate.of(2017, 12, 31))).isEqualTo(16018);
  }

  /** 10 360 are the follow-ups agreed with two partners, not the whole Département. */
  @Test
  void les_alpes_maritimes_ont_les_foyers_du_departement_et_les_suivis_conventionnes_chez_leurs_deux_partenaires() {
    Invente alpes = Invente.de("06");
    assertThat(alpes.foyersPayesAu(LocalDate.of(2024, 12, 31))).isEqualTo(16195);
    assertThat((double) alpes.foyersPayesAu(LocalDate.of(2024, 7, 31))).isCloseTo(16629, within(170.0));
    assertThat((double) alpes.suivisChez("CONTACT-OUEST")).isCloseTo(7000, within(400.0));
    assertThat((double) alpes.suivisChez("CONTACT-EST")).isCloseTo(3360, within(250.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void les_referents_ont_assez_de_places_pour_ceux_qu_ils_suivent(String code) {
    Map<String, String> natures = new HashMap<>();
    Map<String, Double> places = new HashMap<>();
    for (Donnees s : Donnees.lire("/departements/" + code + "/structures.yaml").liste("structures")) {
      natures.put(s.texte("code"), s.texte("nature"));
      s.liste("referents").forEach(r -> places.merge(s.texte("nature"), r.reel("etp") * (r.contient("intensif") ? 50 : 100), Double::sum));
    }
    Map<String, Long> suivis = Invente.de(code).enCours().stream()
        .collect(Collectors.groupingBy(o -> natures.get(o.structure()), Collectors.counting()));
    assertThat(suivis).containsOnlyKeys("DEPARTEMENT", "FRANCE_TRAVAIL", "EXTERNE")
        .allSatisfy((nature, nombre) -> assertThat(nombre.doubleValue()).as(nature).isLessThanOrEqualTo(places.get(nature)));
  }

  /** About one in ten in the plan of the Ardèche, which aims at 30 %: those France Travail follows. */
  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void le_parcours_professionnel_est_celui_de_france_travail_a_deux_points_et_demi_pres(String code) {
    Invente invente = Invente.de(code);
    long professionnels = invente.enCours().stream().filter(o -> o.parcours().equals("PROFESSIONNEL")).count();
    assertThat(100.0 * professionnels / invente.personnesPayeesAu(invente.demo().reference()))
        .isCloseTo(invente.demo().suivi().get("FRANCE_TRAVAIL"), within(2.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"07", "26", "06", "01"})
  void l_annee_publiee_est_payee_a_un_pour_cent_pres_et_le_majore_de_la_msa_a_sa_part(String code) {
    Invente invente = Invente.de(code);
    DepartementDemo.Allocation publiee = invente.demo().allocation();
    Map<String, Long> verse = new HashMap<>();
    for (LocalDate mois : new Calendrier(publiee.du(), publiee.au()).fins()) {
      for (Dossier d : invente.population().dossiers()) {
        invente.population().calcul().paiements(d, mois)
            .forEach(p -> verse.merge(d.organisme.fonction() + (p.majore() ? " majoré" : " socle"), (long) p.centimes(), Long::sum));
      }
    }
    double total = verse.values().stream().mapToLong(Long::longValue).sum() / 100.0;
    assertThat(total).isCloseTo(publiee.total().doubleValue(), within(publiee.total().doubleValue() / 100));
    double majorePublie = publiee.majore().values().stream().mapToDouble(BigDecimal::doubleValue).sum();
    double majore = verse.get("CAF majoré") + verse.get("MSA majoré");
    assertThat(100.0 * verse.get("MSA majoré") / majore).as("part de la MSA dans le majoré")
        .isCloseTo(100 * publiee.majore().get("MSA").doubleValue() / majorePublie, within(0.5));
    assertThat(majore / total).as("part du majoré, en pour cent").isCloseTo(100 * majorePublie / publiee.total().doubleValue(), within(1.0));
  }
}
