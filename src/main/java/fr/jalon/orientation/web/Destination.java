package fr.jalon.orientation.web;

import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One choice of the form: an organisation, with or without a named référent.
 *
 * @param valeur  {@code 12} or {@code 12-34}
 * @param libelle as shown
 */
public record Destination(String valeur, String libelle) {

  /** A group of choices: one organisation. @param proche true when it serves the person's territory */
  public record Groupe(String nom, boolean proche, List<Destination> choix) {}

  /** The active organisations that follow persons and their active référents; those that serve the territory first. */
  static List<Groupe> pour(Integer territoire, List<Organisation> organisations, List<Referent> referents) {
    return organisations.stream().filter(Organisation::suitEncore)
        .sorted(Comparator.comparing((Organisation o) -> !o.sert(territoire)).thenComparing(Organisation::nom))
        .map(o -> {
          List<Destination> choix = new ArrayList<>();
          choix.add(new Destination(String.valueOf(o.id()), o.nom() + " (référent à désigner)"));
          referents.stream().filter(r -> r.actif() && r.organisationId() == o.id())
              .forEach(r -> choix.add(new Destination(o.id() + "-" + r.id(), r.nom() + (r.intensif() ? " (portefeuille intensif)" : ""))));
          return new Groupe(o.nom() + (o.sert(territoire) ? "" : " (autre territoire)"), o.sert(territoire), choix);
        }).toList();
  }
}
