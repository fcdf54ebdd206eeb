package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.vraisemblance.Raison;
import java.util.List;

/** The file does not look like the one before: nothing of it is kept until an agent accepts what is strange. */
final class FichierRetenu extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Raison> raisons;
  private final String organisme;

  /** @param organisme its payer, e.g. {@code CAF 071}, or {@code null} */
  FichierRetenu(List<Raison> raisons, String organisme) {
    this.raisons = raisons;
    this.organisme = organisme;
  }

  String organisme() {
    return organisme;
  }

  List<Raison> raisons() {
    return raisons;
  }

  /** All of them in some sentences. */
  static String enClair(List<Raison> raisons) {
    return String.join(" ", raisons.stream().map(r -> r.enClair() + ".").toList());
  }
}
