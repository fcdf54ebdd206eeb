package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invents addresses in real communes, more often in the larger ones. */
final class Adresses {
  private final Hasard hasard;
  private final List<String> voies;
  private final List<String> lieuxDits;
  private final List<String> complements;
  private final Map<String, Map<Commune, Double>> parTerritoire = new LinkedHashMap<>();

  Adresses(DepartementDemo demo) {
    hasard = new Hasard(demo.graine(), "adresses");
    Donnees d = Donnees.lire("/demonstration/noms.yaml");
    voies = d.textes("voies");
    lieuxDits = d.textes("lieuxDits").stream().map(l -> Capitales.de(l, 38)).toList();
    complements = d.textes("complements").stream().map(c -> Capitales.de(c, 38)).toList();
    for (DepartementDemo.Territoire t : demo.territoires()) {
      Map<Commune, Double> poids = new LinkedHashMap<>();
      t.communes().forEach(c -> poids.put(c, Math.pow(c.population(), 1.15)));
      parTerritoire.put(t.code(), poids);
    }
  }

  /** An address in this territory. */
  Dossier.Domicile dans(String territoire, LocalDate depuis) {
    Commune commune = hasard.choisir(parTerritoire.get(territoire));
    if (commune.population() < 800 && hasard.chance(60)) {
      return new Dossier.Domicile(depuis, commune, "", "", "", "", hasard.choisir(lieuxDits));
    }
    String[] voie = hasard.choisir(voies).split("/", -1);
    return new Dossier.Domicile(depuis, commune, hasard.entre(1, 120) + (hasard.chance(6) ? "B" : ""), Capitales.de(voie[0], 30),
        Capitales.de(voie[1], 32), hasard.chance(18) ? hasard.choisir(complements) : "", "");
  }

  /** An address anywhere in the Département. */
  Dossier.Domicile ailleurs(LocalDate depuis) {
    return dans(hasard.choisir(List.copyOf(parTerritoire.keySet())), depuis);
  }
}
