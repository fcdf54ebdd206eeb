package fr.jalon.allocataires.web;

import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who may follow a person: an organisation, with or without a named référent. @param valeur {@code 12} or {@code 12-34} */
public record SuiveurPossible(String valeur, String libelle) {
  private static final String VALEUR = "\\d{1,9}(-\\d{1,9})?";

  /** A group of choices: one organisation. */
  public record Groupe(String nom, List<SuiveurPossible> choix) {}

  /** The active organisations that follow persons and their active référents, by name. */
  static List<Groupe> tous(List<Organisation> organisations, List<Referent> referents) {
    return organisations.stream().filter(Organisation::suitEncore).sorted(Comparator.comparing(Organisation::nom)).map(o -> {
      List<SuiveurPossible> choix = new ArrayList<>(List.of(new SuiveurPossible(String.valueOf(o.id()), o.nom() + " (référent à désigner)")));
      referents.stream().filter(r -> r.actif() && r.organisationId() == o.id())
          .forEach(r -> choix.add(new SuiveurPossible(o.id() + "-" + r.id(), r.nom())));
      return new Groupe(o.nom(), choix);
    }).toList();
  }

  /** That référent, of her organisation. */
  static String de(Referent r) {
    return r.organisationId() + "-" + r.id();
  }

  /** The organisation of a value, {@code null} when there is none; what cannot be read is no organisation, and refused as such. */
  static Integer organisation(String valeur) {
    return valeur.isEmpty() ? null : valeur.matches(VALEUR) ? Integer.valueOf(valeur.split("-")[0]) : Integer.valueOf(-1);
  }

  /** The référent of a value, {@code null} when there is none. */
  static Integer referent(String valeur) {
    return valeur.matches(VALEUR) && valeur.indexOf('-') > 0 ? Integer.valueOf(valeur.split("-")[1]) : null;
  }
}
