package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Invents human beings: names of their generation, and a NIR valid in form that can belong to nobody (commune codes 990 to 999). */
final class EtatCivil {
  private final Hasard hasard;
  private final String departement;
  private final List<Commune> communes;
  private final NavigableMap<Integer, List<String>> femmes = new TreeMap<>();
  private final NavigableMap<Integer, List<String>> hommes = new TreeMap<>();
  private final List<String> noms;
  private final List<String> composes;
  private final List<String> etranger;
  private final Set<String> nirs = new HashSet<>();
  private int identifiants = 1_000_000;

  EtatCivil(DepartementDemo demo) {
    hasard = new Hasard(demo.graine(), "état civil");
    departement = demo.code();
    communes = demo.territoires().stream().flatMap(t -> t.communes().stream()).filter(c -> c.population() > 1500).toList();
    Donnees d = Donnees.lire("/demonstration/noms.yaml");
    for (String annee : d.sous("femmes").cles()) {
      femmes.put(Integer.valueOf(annee), capitales(d.sous("femmes").textes(annee), 32));
      hommes.put(Integer.valueOf(annee), capitales(d.sous("hommes").textes(annee), 32));
    }
    noms = capitales(d.textes("noms"), 28);
    composes = capitales(d.textes("composes"), 28);
    etranger = capitales(d.textes("lieuxDeNaissanceEtrangers"), 26);
  }

  /** A new human of this sex and birth date. */
  Humain naitre(int sexe, LocalDate naissance) {
    return naitre(sexe, naissance, nom());
  }

  /** A new human with this name at birth. */
  Humain naitre(int sexe, LocalDate naissance, String nom) {
    List<String> prenoms = (sexe == 1 ? hommes : femmes).floorEntry(Math.max(1945, naissance.getYear())).getValue();
    boolean ailleurs = hasard.chance(13);
    String lieu = ailleurs ? hasard.choisir(etranger) : Capitales.de(hasard.choisir(communes).nom(), 26);
    String prenom = hasard.choisir(prenoms);
    String second = hasard.chance(45) ? hasard.choisir(prenoms) : null;
    return new Humain(sexe, nom, prenom, second == null || second.length() > 15 || second.equals(prenom) ? null : second, naissance, lieu,
        nir(sexe, naissance, ailleurs), identifiantFt());
  }

  Humain homonymeDe(Humain original) {
    return original.homonyme(nir(original.sexe, original.naissance, false), identifiantFt());
  }

  /** A provisional number (7 man, 8 woman) for somebody who is being registered. */
  String nirProvisoire(Humain humain) {
    return unique(humain.sexe == 1 ? "7" : "8", humain.naissance, "99");
  }

  String nom() {
    return hasard.chance(4) ? hasard.choisir(composes) : hasard.choisir(noms);
  }

  private String nir(int sexe, LocalDate naissance, boolean ailleurs) {
    String lieu = ailleurs ? "99" : hasard.chance(55) ? departement : "%02d".formatted(hasard.entre(21, 95));
    return unique(String.valueOf(sexe), naissance, lieu);
  }

  private String unique(String premier, LocalDate naissance, String lieu) {
    while (true) {
      String nir = premier + "%02d%02d".formatted(naissance.getYear() % 100, naissance.getMonthValue()) + lieu
          + "%03d%03d".formatted(hasard.entre(990, 999), hasard.entre(1, 999));
      if (nirs.add(nir)) {
        return nir;
      }
    }
  }

  private String identifiantFt() {
    identifiants += 3;
    return identifiants + String.valueOf((char) ('A' + identifiants % 26));
  }

  private static List<String> capitales(List<String> textes, int longueur) {
    return new ArrayList<>(textes.stream().map(t -> Capitales.de(t, longueur)).toList());
  }
}
