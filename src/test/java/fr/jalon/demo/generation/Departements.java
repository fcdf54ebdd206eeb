package fr.jalon.demo.generation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Départements for tests. */
final class Departements {
  private Departements() {}

  /** The same Département with so many times fewer persons: quick to write whole. */
  static DepartementDemo reduit(String code, int fois) {
    DepartementDemo d = DepartementDemo.lire(code);
    Map<String, Integer> effectif = new LinkedHashMap<>();
    d.effectif().forEach((t, n) -> effectif.put(t, n / fois));
    Map<String, Integer> tns = new LinkedHashMap<>();
    d.tns().forEach((t, n) -> tns.put(t, n / fois));
    return new DepartementDemo(d.code(), d.nom(), d.graine(), d.premierMois(), d.reference(), d.horloge(), d.partenaire(), d.organismes(),
        d.caissesVoisines(), d.territoires(), d.unite(), effectif,
        d.tendance().stream().map(p -> new DepartementDemo.Point(p.au(), p.nombre() / fois)).toList(), d.entreesParMois() / fois,
        d.typesDeFoyer(), d.ages(), d.anciennete(), tns, d.allocation(), d.suivi(), d.delai(), d.joursQuotidiens(), d.structures());
  }
}
