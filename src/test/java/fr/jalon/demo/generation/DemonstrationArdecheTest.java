package fr.jalon.demo.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.demo.generation.LectureIndependante.Foyer;
import fr.jalon.demo.generation.LectureIndependante.Personne;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Ardèche of the demonstration, read back from its files, against the figures of its plan. */
class DemonstrationArdecheTest {
  private static final LocalDate REFERENCE = LocalDate.of(2025, 8, 31);
  private static final Offset<Double> UN_POINT = within(1.0);
  @TempDir
  static Path dossier;
  private static JeuDeFichiers jeu;
  private static final Map<String, String> TERRITOIRES = new HashMap<>();
  private static final List<Foyer> PAYES = new ArrayList<>();
  private static long personnes;

  @BeforeAll
  static void ecrire_et_relire_le_dernier_mois() {
    DepartementDemo demo = DepartementDemo.lire("07");
    demo.territoires().forEach(t -> t.communes().forEach(c -> TERRITOIRES.put(c.code(), t.code())));
    jeu = FabriqueDeFichiers.ecrire(demo, dossier, _ -> { });
    mensuels().filter(f -> f.chemin().toString().contains("_20250831"))
        .forEach(f -> LectureIndependante.foyers(f.chemin(), foyer -> {
          if (foyer.etat().equals("2")) {
            PAYES.add(foyer);
          }
        }));
    personnes = PAYES.stream().mapToLong(f -> f.adultes().size()).sum();
  }

  @Test
  void les_quatre_territoires_ont_exactement_les_personnes_du_plan() {
    assertThat(parTerritoire(false)).containsExactlyInAnyOrderEntriesOf(
        Map.of("CENTRE", 991, "NORD", 1241, "SUD-EST", 1607, "SUD-OUEST", 2474));
    assertThat(personnes).isEqualTo(6313);
  }

  @Test
  void les_travailleurs_non_salaries_de_chaque_territoire_sont_ceux_du_plan() {
    assertThat(parTerritoire(true)).containsExactlyInAnyOrderEntriesOf(Map.of("CENTRE", 94, "NORD", 102, "SUD-EST", 57, "SUD-OUEST", 405));
  }

  @Test
  void les_types_de_foyer_sont_a_moins_d_un_point_du_plan() {
    Map<String, Integer> types = new TreeMap<>();
    for (Foyer f : PAYES) {
      String seul = f.personnes().getFirst().sexe().equals("1") ? "homme" : "femme";
      types.merge((f.adultes().size() == 2 ? "couple" : seul) + (f.enfants() > 0 ? " avec" : " sans"), f.adultes().size(), Integer::sum);
    }
    parts(types, Map.of("homme sans", 37.0, "femme avec", 29.0, "femme sans", 22.0, "couple avec", 7.0, "homme avec", 3.0, "couple sans", 2.0));
  }

  @Test
  void les_ages_sont_a_moins_d_un_point_du_plan() {
    Map<String, Integer> ages = new TreeMap<>();
    for (Personne p : PAYES.stream().flatMap(f -> f.adultes().stream()).toList()) {
      int age = Period.between(LocalDate.parse(p.naissance()), REFERENCE).getYears();
      ages.merge(age < 25 ? "<25" : age < 30 ? "25" : age < 40 ? "30" : age < 50 ? "40" : age < 55 ? "50" : age < 60 ? "55" : age < 65 ? "60" : "65",
          1, Integer::sum);
    }
    parts(ages, Map.of("<25", 3.0, "25", 13.0, "30", 29.0, "40", 25.0, "50", 11.0, "55", 10.0, "60", 8.0, "65", 2.0));
  }

  @Test
  void les_anciennetes_sont_a_moins_d_un_point_du_plan() {
    Map<String, Integer> anciennetes = new TreeMap<>();
    for (Foyer f : PAYES) {
      long mois = Period.between(LocalDate.parse(f.demande()), REFERENCE).toTotalMonths();
      anciennetes.merge(mois <= 3 ? "1-3" : mois <= 6 ? "4-6" : mois <= 12 ? "7-12" : mois <= 24 ? "13-24" : mois <= 36 ? "25-36"
          : mois <= 48 ? "37-48" : "49+", f.adultes().size(), Integer::sum);
    }
    parts(anciennetes, Map.of("1-3", 7.0, "4-6", 3.0, "7-12", 9.0, "13-24", 12.0, "25-36", 9.0, "37-48", 6.0, "49+", 54.0));
  }

  @Test
  void les_allocations_de_2024_sont_a_moins_d_un_point_du_plan() {
    Map<String, BigDecimal> verse = new TreeMap<>();
    for (FichierEcrit f : jeu.fichiers()) {
      if (f.nature().equals("FINANCIER") && f.chemin().toString().contains("_2024")) {
        Map<String, BigDecimal> sommes = LectureIndependante.financier(f.chemin());
        String payeur = f.chemin().toString().contains("_264_") ? "MSA" : "CAF";
        for (String nature : List.of("RSD", "RSI")) {
          verse.merge(payeur + " " + nature, sommes.getOrDefault("DetailAllocationComptabilisée " + nature, BigDecimal.ZERO), BigDecimal::add);
        }
      }
    }
    double total = verse.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
    Map<String, Double> publie = Map.of("CAF RSD", 30288667.91, "CAF RSI", 4732669.83, "MSA RSD", 1921493.43, "MSA RSI", 95664.39);
    double totalPublie = publie.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(total).isCloseTo(totalPublie, within(totalPublie / 100));
    publie.forEach((cle, montant) -> assertThat(100 * verse.get(cle).doubleValue() / total).as(cle).isCloseTo(100 * montant / totalPublie, UN_POINT));
    assertThat(100 * verse.get("MSA RSI").doubleValue() / (verse.get("CAF RSI").doubleValue() + verse.get("MSA RSI").doubleValue()))
        .as("part de la MSA dans le majoré")
        .isCloseTo(2, within(0.5));
  }

  @Test
  void les_totaux_financiers_sont_ceux_des_details() {
    for (FichierEcrit f : jeu.fichiers()) {
      if (f.nature().equals("FINANCIER") && f.chemin().toString().contains("_2025")) {
        Map<String, BigDecimal> s = LectureIndependante.financier(f.chemin());
        BigDecimal zero = new BigDecimal("0.00");
        assertThat(s.get("total TotalAllocationsComptabilisees MTTOTRSA")).isEqualByComparingTo(s.get("DetailAllocationComptabilisée"));
        assertThat(s.get("total TotalIndusConstates MTTOTRSA")).isEqualByComparingTo(s.getOrDefault("DetailInduConstate", zero));
        assertThat(s.get("total TotalIndusTransferésCG MTTOTRSA")).isEqualByComparingTo(s.getOrDefault("DetailnduTransfereCG", zero));
        assertThat(s.get("total MontantTotalAcompte MTTOTRSA")).isEqualByComparingTo(s.get("acompte"));
        assertThat(s.get("dossiers annoncés")).isEqualByComparingTo(s.get("dossiers lus"));
      }
    }
  }

  @Test
  void un_nir_designe_un_seul_humain_et_des_humains_reviennent_sous_un_autre_dossier() {
    Map<String, String> identites = new HashMap<>();
    Map<String, Set<String>> dossiers = new HashMap<>();
    Map<LocalDate, Map<String, String>> payesParMois = new HashMap<>();
    Set<String> fautifs = jeu.defauts().stream().map(Defaut::numeroDemande).collect(Collectors.toSet());
    mensuels().forEach(f -> LectureIndependante.foyers(f.chemin(), foyer -> {
      if (fautifs.contains(foyer.numero())) {
        return;
      }
      assertThat(foyer.adultes()).as(foyer.numero()).isNotEmpty().hasSizeLessThanOrEqualTo(2);
      for (Personne p : foyer.personnes()) {
        String nir = p.nir().substring(0, 13);
        assertThat(identites.putIfAbsent(nir, p.sexe() + p.nomNaissance() + p.prenom() + p.naissance()))
            .as(nir).isIn(null, p.sexe() + p.nomNaissance() + p.prenom() + p.naissance());
        assertThat(Integer.parseInt(nir.substring(7, 10))).as("commune du NIR").isBetween(990, 999);
        if (p.adulte()) {
          dossiers.computeIfAbsent(nir, _ -> new HashSet<>()).add(foyer.numero());
          if (foyer.etat().equals("2")) {
            String mois = f.chemin().getFileName().toString().replaceAll("\\D+\\d{3}_(\\d{8}).*", "$1");
            String autre = payesParMois.computeIfAbsent(LocalDate.parse(mois, java.time.format.DateTimeFormatter.BASIC_ISO_DATE),
                _ -> new HashMap<>())
                .putIfAbsent(nir, foyer.numero());
            assertThat(autre).as("payée deux fois le même mois").isIn(null, foyer.numero());
          }
        }
      }
    }));
    assertThat(dossiers.values().stream().filter(d -> d.size() > 1).count()).isGreaterThan(200);
    assertThat(payesParMois.get(LocalDate.of(2024, 12, 31)).size()).isBetween(6400, 6550);
    assertThat(payesParMois.get(LocalDate.of(2023, 12, 31)).size()).isGreaterThan(payesParMois.get(REFERENCE).size() + 300);
  }

  @Test
  void au_moins_treize_fichiers_mensuels_par_payeur_et_chaque_accident_annonce() {
    Map<String, Long> parPayeur = mensuels().collect(Collectors.groupingBy(f -> f.chemin().getFileName().toString().substring(0, 10),
        Collectors.counting()));
    assertThat(parPayeur).containsOnlyKeys("RSABEM_071", "RSABEM_072", "RSABEM_264").allSatisfy((_, n) -> assertThat(n).isGreaterThanOrEqualTo(13));
    assertThat(jeu.fichiers()).filteredOn(f -> f.attendu().equals("REFUSE")).extracting(FichierEcrit::raison).hasSize(3).doesNotContain("");
    assertThat(jeu.fichiers()).filteredOn(f -> f.attendu().equals("DEJA_CHARGE")).hasSize(1);
    assertThat(jeu.fichiers()).filteredOn(FichierEcrit::accepterEcart).hasSize(1);
    assertThat(jeu.defauts()).extracting(Defaut::attendu)
        .containsExactlyInAnyOrder("REJETE_PUIS_GUERI", "REJETE_PUIS_GUERI", "REJETE", "REJETE", "REJETE", "DOUBLON_POSSIBLE");
    assertThat(jeu.fichiers()).extracting(FichierEcrit::recuLe).isSorted();
    assertThat(jeu.fichiers()).allSatisfy(f -> assertThat(f.recuLe()).isBeforeOrEqualTo(LocalDate.of(2025, 9, 8)));
    assertThat(jeu.fichiers()).filteredOn(f -> f.nature().equals("BENEFICIAIRE_QUOTIDIEN")).hasSize(3 * 16 - 1);
    List<String> noms = jeu.fichiers().stream().map(f -> f.chemin().getFileName().toString()).toList();
    assertThat(noms.indexOf("RSABEM_071_20250331.xml")).as("mars arrive après avril").isGreaterThan(noms.indexOf("RSABEM_071_20250430.xml"));
  }

  @Test
  void les_suivis_a_jouer_donnent_les_parts_du_plan_et_des_delais_vraisemblables() {
    Set<String> payes = PAYES.stream().flatMap(f -> f.adultes().stream()).map(p -> p.nir().substring(0, 13)).collect(Collectors.toSet());
    Map<String, String> natures = DepartementDemo.lire("07").structures().stream()
        .collect(Collectors.toMap(DepartementDemo.Structure::code, DepartementDemo.Structure::nature));
    Map<String, Integer> suivis = new LinkedHashMap<>();
    Set<String> ouverts = new HashSet<>();
    for (OrientationAJouer o : jeu.orientations()) {
      assertThat(o.notifieeLe()).isAfterOrEqualTo(o.entreeRecueLe()).isBeforeOrEqualTo(LocalDate.of(2025, 9, 8));
      if (o.closeLe() == null && payes.contains(o.nir())) {
        assertThat(ouverts.add(o.nir())).as("un seul suivi ouvert par personne").isTrue();
        suivis.merge(natures.get(o.structure()), 1, Integer::sum);
      }
    }
    suivis.put("AUCUN", 6313 - ouverts.size());
    parts(suivis, Map.of("FRANCE_TRAVAIL", 10.0, "DEPARTEMENT", 42.0, "EXTERNE", 40.0, "AUCUN", 8.0));
    double moyenne = jeu.orientations().stream().mapToLong(o -> o.notifieeLe().toEpochDay() - o.entreeRecueLe().toEpochDay()).average().orElseThrow();
    assertThat(moyenne).isBetween(35.0, 60.0);
  }

  @Test
  void ceux_qui_attendent_encore_n_ont_pas_de_suivi_ouvert() {
    Set<String> suivis = jeu.orientations().stream().filter(o -> o.closeLe() == null).map(OrientationAJouer::nir).collect(Collectors.toSet());
    assertThat(jeu.attendent()).hasSizeBetween(200, 400).doesNotContainAnyElementsOf(suivis);
  }

  @Test
  void qui_n_etait_pas_prevu_est_oriente_dans_les_memes_delais_et_jamais_un_dimanche() {
    Rattrapage rattrapage = new Rattrapage(DepartementDemo.lire("07"));
    LocalDate recueLe = LocalDate.of(2025, 3, 5);
    for (int i = 0; i < 200; i++) {
      OrientationAJouer o = rattrapage.pour("PERSONNE " + i, recueLe, i % 2 == 0 ? "07186" : null);
      assertThat(o).isEqualTo(rattrapage.pour("PERSONNE " + i, recueLe, i % 2 == 0 ? "07186" : null));
      assertThat(o.notifieeLe()).isBetween(recueLe.plusDays(2), recueLe.plusDays(100));
      assertThat(o.notifieeLe().getDayOfWeek().getValue()).isLessThan(6);
      assertThat(o.structure()).isNotBlank();
    }
  }

  private static java.util.stream.Stream<FichierEcrit> mensuels() {
    return jeu.fichiers().stream().filter(f -> f.nature().equals("BENEFICIAIRE_MENSUEL") && f.attendu().equals("CHARGE"));
  }

  private static Map<String, Integer> parTerritoire(boolean tns) {
    Map<String, Integer> nombres = new TreeMap<>();
    PAYES.forEach(f -> nombres.merge(TERRITOIRES.get(f.commune()), (int) f.adultes().stream().filter(p -> !tns || p.tns()).count(), Integer::sum));
    return nombres;
  }

  private static void parts(Map<String, Integer> nombres, Map<String, Double> publies) {
    assertThat(nombres.keySet()).isEqualTo(publies.keySet());
    publies.forEach((cle, part) -> assertThat(100.0 * nombres.get(cle) / 6313).as(cle).isCloseTo(part, UN_POINT));
  }
}
