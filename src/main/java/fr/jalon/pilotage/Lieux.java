package fr.jalon.pilotage;

import fr.jalon.habilitations.Perimetre;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The territories whose figures an agent reads. A figure of a place at a date counts whoever lived there then, the same for everyone who reads
 * it: it does not depend on who may open the persons behind, some of whom live elsewhere now. Only counts are read so; lists of persons stay
 * under the agent's own perimeter.
 *
 * @param noms  of the territories looked at; {@code null} for the whole Département, or all that her organisation follows
 * @param ouvre true when counts are read beyond whom she may open: she answers for these territories
 * @param memesPourTous true when whoever may read these figures reads the same: they do not depend on whom the agent's organisation follows
 */
record Lieux(String[] noms, boolean ouvre, boolean memesPourTous) {

  /**
   * What she looks at.
   *
   * @param tous  the territories of her perimeter, by name
   * @param choix the one she looks at, {@code null} for all; of her perimeter
   */
  static Lieux de(Perimetre agent, List<String> tous, String choix) {
    boolean repond = !agent.partout() && !agent.territoires().isEmpty() && agent.organisations().isEmpty();
    return new Lieux(choix != null ? new String[] {choix} : repond ? tous.toArray(String[]::new) : null, repond, repond || agent.partout());
  }

  /** SQL that keeps the rows of these places. */
  String condition() {
    return noms == null ? "" : " and l.territoire = any(:lieux)";
  }

  /** From here to {@link #refermer}, in this transaction, every row is read. */
  void ouvrir(JdbcClient base) {
    lire(base, "oui");
  }

  /** Back to the agent's perimeter. A reading that failed has ended the transaction, and this with it. */
  void refermer(JdbcClient base) {
    lire(base, "non");
  }

  private void lire(JdbcClient base, String partout) {
    if (ouvre) {
      base.sql("select set_config('jalon.partout', ?, true)").param(partout).query(String.class).single();
    }
  }
}
