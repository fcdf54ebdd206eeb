package fr.jalon.orientation;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door by which a recording that is undone takes back the entries and follow-ups it had opened. In its transaction (loading door). */
@Component
public class ReprisesAnnulees {
  private final JdbcClient base;

  ReprisesAnnulees(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /**
   * Persons whose entry or follow-up moved since.
   *
   * @param depuis when they were recorded
   */
  public Set<Long> bougeesDepuis(Collection<Long> personnes, OffsetDateTime depuis) {
    return new HashSet<>(base.sql("select distinct personne_id from orientation.passage where personne_id = any (?) and constate_le > ?")
        .params(personnes.toArray(Long[]::new), depuis).query(Long.class).list());
  }

  /** Erases all that is said of persons who should never have been recorded, and of whom nothing moved since. */
  public void effacer(Collection<Long> personnes) {
    Long[] ids = personnes.toArray(Long[]::new);
    for (String table : new String[] {"echeances.echeance", "orientation.passage", "orientation.suivi", "orientation.entree"}) {
      base.sql("delete from " + table + " where personne_id = any (?)").param(ids).update();
    }
  }
}
