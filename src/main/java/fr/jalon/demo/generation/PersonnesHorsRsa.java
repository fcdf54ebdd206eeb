package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Persons whom the plan follows outside the RSA, invented: how many of each public says {@code demonstration.yaml}, {@code horsRsa}. */
public final class PersonnesHorsRsa {
  private static final Map<String, int[]> AGES = Map.of("JEUNE", new int[] {17, 25});
  private static final int[] ADULTES = {26, 61};
  private static final int COHORTE = 100;

  private PersonnesHorsRsa() {}

  /** One of them. @param commune INSEE code; @param cohorte {@code null} when there is none; @param depuis first day; @param finLe or {@code null} */
  public record Inventee(String civilite, String nom, String prenom, LocalDate naissance, String voie, String commune, String publicSuivi,
      String cohorte, LocalDate depuis, LocalDate finLe) {}

  /** The same each time for a Département. */
  public static List<Inventee> de(DepartementDemo demo) {
    Donnees fichier = Donnees.lire("/departements/" + demo.code() + "/demonstration.yaml");
    if (!fichier.contient("horsRsa")) {
      return List.of();
    }
    Hasard hasard = new Hasard(demo.graine(), "hors RSA");
    EtatCivil etatCivil = new EtatCivil(demo);
    List<Commune> communes = demo.territoires().stream().flatMap(t -> t.communes().stream()).filter(c -> c.population() > 1500).toList();
    List<Inventee> inventees = new ArrayList<>();
    fichier.sous("horsRsa").carte(Integer::valueOf).forEach((code, nombre) -> {
      for (int i = 0; i < nombre; i++) {
        int[] ages = AGES.getOrDefault(code, ADULTES);
        int sexe = hasard.entre(1, 2);
        Humain h = etatCivil.naitre(sexe, demo.horloge().minusDays(hasard.entre(ages[0] * 366, ages[1] * 365)));
        LocalDate depuis = demo.horloge().minusDays(hasard.entre(5, 390));
        LocalDate fin = hasard.chance(18) ? depuis.plusDays(hasard.entre(30, 240)) : null;
        Commune ou = hasard.choisir(communes);
        inventees.add(new Inventee(sexe == 1 ? "MR" : "MME", h.nomNaissance, h.prenom, h.naissance, hasard.entre(1, 60) + " RUE DU LAVOIR", ou.code(), code,
            code.equals("SPIE") ? "Cohorte " + (1 + i / COHORTE) + ", " + depuis.getYear() : null, depuis,
            fin == null || fin.isAfter(demo.horloge()) ? null : fin));
      }
    });
    return inventees;
  }
}
