package fr.jalon.orientation;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
   * @param enregistrees when each of them was recorded: the rows of one spreadsheet are not all recorded the same day
   */
  public Set<Long> bougeesDepuis(Map<Long, OffsetDateTime> enregistrees) {
    List<Long> personnes = List.copyOf(enregistrees.keySet());
    return new HashSet<>(base.sql("""
        select distinct p.personne_id from orientation.passage p join unnest(?::bigint[], ?::timestamptz[]) e (personne_id, le) on e.personne_id = p.personne_id and p.fait_le > e.le""")
        .params(personnes.toArray(Long[]::new), personnes.stream().map(q -> enregistrees.get(q).toString()).toArray(String[]::new))
        .query(Long.class).list());
  }

  /** Erases all that is said of persons who should never have been recorded, and of whom nothing moved since. */
  public void effacer(Collection<Long> personnes) {
    Long[] ids = personnes.toArray(Long[]::new);
    for (String table : new String[] {"echeances.echeance", "orientation.passage", "orientation.suivi", "orientation.entree"}) {
      base.sql("delete from " + table + " where personne_id = any (?)").param(ids).update();
    }
  }
}
