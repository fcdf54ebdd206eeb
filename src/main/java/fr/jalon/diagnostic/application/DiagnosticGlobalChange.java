package fr.jalon.diagnostic.application;

import fr.jalon.socle.RefusMetier;
import java.util.List;

/** A colleague saved the same themes while this page was open: nothing is written, and it says who, when, and what. */
public class DiagnosticGlobalChange extends RefusMetier {
  private static final long serialVersionUID = 1L;
  private final transient List<String> changements;

  DiagnosticGlobalChange(List<String> changements) {
    super("DIAGNOSTIC_GLOBAL_CHANGE", "Quelqu'un a enregistré ce diagnostic pendant votre saisie. La vôtre est intacte ci-dessous, et rien n'est"
        + " encore enregistré : relisez ce qui a changé, puis enregistrez.");
    this.changements = List.copyOf(changements);
  }

  /** One sentence for each theme. */
  public List<String> changements() {
    return changements;
  }
}
