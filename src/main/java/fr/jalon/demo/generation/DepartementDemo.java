package fr.jalon.demo.generation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a demonstration Département must look like: read from {@code departements/NN/*.yaml}, so that a Département is data.
 *
 * @param code          code of the Département
 * @param graine        seed: same seed, same persons, same bytes
 * @param premierMois   reference date of the first monthly file (end of a month)
 * @param reference     reference date of the last monthly file: the day whose counts are exact
 * @param horloge       "today" of the demonstration
 * @param partenaire    IDEPARTE, three characters
 * @param effectif      exact count by code of territory, in {@code unite}
 * @param unite         what {@code effectif} and {@code tendance} count
 * @param typesDeFoyer, ages, anciennete  shares, any total
 * @param tns           exact count of self-employed adults by territory
 * @param suivi         shares by nature of the organisation that follows, {@code AUCUN} for nobody yet
 */
public record DepartementDemo(String code, String nom, long graine, LocalDate premierMois, LocalDate reference, LocalDate horloge,
    String partenaire, List<Organisme> organismes, List<String> caissesVoisines, List<Territoire> territoires, Unite unite,
    Map<String, Integer> effectif, List<Point> tendance, int entreesParMois, Map<TypeFoyer, Double> typesDeFoyer, List<Tranche> ages,
    List<Tranche> anciennete, Map<String, Integer> tns, Allocation allocation, Map<String, Double> suivi, Delai delai,
    int joursQuotidiens, List<Structure> structures) {

  /** What a count counts: adults (claimant or spouse), or claims. */
  public enum Unite { PERSONNES, FOYERS }

  /**
   * A payer. One with no territory takes {@code partDesFoyers} per cent of the foyers of every territory.
   *
   * @param fonction {@code CAF} or {@code MSA}
   */
  public record Organisme(String fonction, String numero, List<String> territoires, double partDesFoyers) {}

  /** A territory and its communes. */
  public record Territoire(String code, String nom, List<Commune> communes) {}

  /** A published count at a date. */
  public record Point(LocalDate au, int nombre) {}

  /** From {@code de} to {@code a} included (years or months), and its share. */
  public record Tranche(int de, int a, double part) {}

  /**
   * Amounts paid in a period, in euros, by payer.
   *
   * @param partParentsMajores    per cent of lone parents whose youngest child is under three at the reference date
   * @param partParentsAvantMajores per cent of the other lone parents whose youngest child was under three in the period, as far as draws decide:
   *     100 when not given
   */
  public record Allocation(LocalDate du, LocalDate au, Map<String, BigDecimal> socle, Map<String, BigDecimal> majore,
      Map<String, Double> partParentsMajores, Map<String, Double> partParentsAvantMajores) {
    BigDecimal total() {
      return socle.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)
          .add(majore.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  /** Delay of orientation: per cent within 15 days, mean in days. */
  public record Delai(double enQuinzeJours, int moyenne) {}

  /** An organisation of {@code structures.yaml} with the e-mail and the full-time share of its référents. */
  public record Structure(String code, String nature, List<String> territoires, List<String> parcours, List<Referent> referents) {}

  /** A fictitious référent. */
  public record Referent(String courriel, double etp) {}

  /**
   * @param code code of the Département, e.g. {@code 07}
   * @throws IllegalArgumentException when no demonstration is known for it, or when a value is missing
   */
  public static DepartementDemo lire(String code) {
    if (DepartementDemo.class.getResource("/departements/" + code + "/demonstration.yaml") == null) {
      throw new IllegalArgumentException("Aucune démonstration pour le Département « " + code + " ». Choisissez 07, 26, 06 ou 01.");
    }
    Donnees demo = Donnees.lire("/departements/" + code + "/demonstration.yaml");
    Donnees carte = Donnees.lire("/departements/" + code + "/territoires.yaml");
    Map<String, Commune> communes = Communes.deFrance();
    List<Territoire> territoires = carte.liste("territoires").stream()
        .map(t -> new Territoire(t.texte("code"), t.texte("nom"), t.textes("communes").stream().map(communes::get).toList())).toList();
    Donnees effectif = demo.sous("effectif");
    Map<TypeFoyer, Double> types = new LinkedHashMap<>();
    demo.sous("typesDeFoyer").carte(Double::valueOf).forEach((type, part) -> types.put(TypeFoyer.valueOf(type), part));
    Donnees delai = demo.sous("delaiOrientation");
    return new DepartementDemo(code, carte.texte("nom"), Long.parseLong(demo.texte("graine")), demo.date("premierMois"),
        demo.date("reference"), demo.date("horloge"), demo.texte("partenaire"),
        demo.liste("organismes").stream().map(DepartementDemo::organisme).toList(), demo.textes("caissesVoisines"), territoires,
        Unite.valueOf(effectif.texte("unite")), effectif.sous("territoires").carte(Integer::valueOf),
        demo.liste("tendance").stream().map(p -> new Point(p.date("au"), p.entier("nombre"))).toList(), demo.entier("entreesParMois"),
        types, tranches(demo, "ages"), tranches(demo, "anciennete"), demo.sous("tns").carte(Integer::valueOf),
        allocation(demo.sous("allocation")), demo.sous("suivi").carte(Double::valueOf),
        new Delai(delai.reel("enQuinzeJours"), delai.entier("moyenne")), demo.sous("fichiers").entier("joursQuotidiens"),
        structures(code));
  }

  /** @return the total to reach at the reference date */
  public int effectifTotal() {
    return effectif.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Count to approach at a date, by straight lines between the published ones. */
  int effectifVise(LocalDate date) {
    Point avant = tendance.getFirst();
    for (Point point : tendance) {
      if (!point.au().isBefore(date)) {
        long duree = Math.max(1, point.au().toEpochDay() - avant.au().toEpochDay());
        double fraction = Math.clamp((double) (date.toEpochDay() - avant.au().toEpochDay()) / duree, 0, 1);
        return (int) Math.round(avant.nombre() + fraction * (point.nombre() - avant.nombre()));
      }
      avant = point;
    }
    return avant.nombre();
  }

  private static Organisme organisme(Donnees o) {
    return new Organisme(o.texte("fonction"), o.texte("numero"), o.contient("territoires") ? o.textes("territoires") : List.of(),
        o.contient("partDesFoyers") ? o.reel("partDesFoyers") : 0);
  }

  private static List<Tranche> tranches(Donnees demo, String cle) {
    return demo.liste(cle).stream().map(t -> new Tranche(t.entier("de"), t.entier("a"), t.reel("part"))).toList();
  }

  private static Allocation allocation(Donnees a) {
    Map<String, BigDecimal> socle = new LinkedHashMap<>();
    Map<String, BigDecimal> majore = new LinkedHashMap<>();
    for (String fonction : List.of("CAF", "MSA")) {
      socle.put(fonction, a.sous(fonction).montant("socle"));
      majore.put(fonction, a.sous(fonction).montant("majore"));
    }
    return new Allocation(a.date("du"), a.date("au"), socle, majore, a.sous("partParentsMajores").carte(Double::valueOf),
        a.contient("partParentsAvantMajores") ? a.sous("partParentsAvantMajores").carte(Double::valueOf) : Map.of());
  }

  private static List<Structure> structures(String code) {
    List<Structure> structures = new ArrayList<>();
    for (Donnees s : Donnees.lire("/departements/" + code + "/structures.yaml").liste("structures")) {
      structures.add(new Structure(s.texte("code"), s.texte("nature"), s.textes("territoires"), s.textes("parcours"),
          s.liste("referents").stream().map(r -> new Referent(r.texte("courriel"), r.reel("etp"))).toList()));
    }
    return structures;
  }
}
