package fr.jalon.pilotage;

import fr.jalon.habilitations.Perimetre;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The territories whose figures an agent reads. A figure of a place at a date counts whoever lived there then, the same for everyone who reads it: it does
 * not depend on who may open the persons behind, some of whom live elsewhere now. Only counts are read so; lists of persons stay under the agent's own
 * perimeter.
 *
 * @param noms of the territories she answers for; {@code null} when she reads the whole Département, or what her organisation follows
 */
record Lieux(String[] noms) {

  /** @param tous the territories of her perimeter, by name */
  static Lieux de(Perimetre agent, List<String> tous) {
    return new Lieux(agent.partout() || agent.territoires().isEmpty() || !agent.organisations().isEmpty() ? null : tous.toArray(String[]::new));
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
    if (noms != null) {
      base.sql("select set_config('jalon.partout', ?, true)").param(partout).query(String.class).single();
    }
  }
}
