package fr.jalon.structures.web;

import fr.jalon.structures.Departement;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Territoire;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page of the structures.
 *
 * @param communes number of communes by territory id
 */
public record PageDesStructures(Departement departement, List<Territoire> territoires, Map<Integer, Integer> communes, int communesSansTerritoire,
    List<Organisation> organisations, Map<Integer, List<Referent>> referents) {

  /** Référents of an organisation, active first. */
  public List<Referent> referentsDe(Organisation o) {
    return referents.getOrDefault(o.id(), List.of());
  }

  /** Names of the territories served, « Tous » when the organisation serves them all. */
  public String territoiresDe(Organisation o) {
    return o.territoires().isEmpty() || o.territoires().size() == territoires.size() ? "Tous"
        : territoires.stream().filter(t -> o.territoires().contains(t.id())).map(Territoire::nom).collect(Collectors.joining(", "));
  }

  /** {@code Département}, {@code France Travail}, {@code Opérateur d'actions}, {@code Externe}. */
  public static String nature(String code) {
    return switch (code) {
      case "DEPARTEMENT" -> "Département";
      case "FRANCE_TRAVAIL" -> "France Travail";
      case Organisation.OPERATEUR -> "Opérateur d'actions";
      default -> "Externe";
    };
  }

  /** Publics of a référent, « TNS seulement » when she follows them only. */
  public static String publics(Referent r) {
    return r.publics().stream().map(fr.jalon.structures.Public::court).collect(Collectors.joining(", ")) + (r.reserve() ? " seulement" : "");
  }

  /** After the nature of an external organisation: « , marché ». */
  public static String cadre(Organisation o) {
    return o.cadre() == null ? "" : "MARCHE".equals(o.cadre()) ? ", marché" : ", convention";
  }

  /** Pathway in words. */
  public static String parcours(String code) {
    return switch (code) {
      case "SOCIAL" -> "Social";
      case "SOCIOPROFESSIONNEL" -> "Socioprofessionnel";
      default -> "Professionnel";
    };
  }

  /** Pathways of an organisation in words, « Tous » when it takes them all. */
  public static String parcoursDe(Organisation o) {
    return o.parcours().isEmpty() || o.parcours().size() == 3 ? "Tous" : o.parcours().stream().map(PageDesStructures::parcours)
        .collect(Collectors.joining(", "));
  }
}
