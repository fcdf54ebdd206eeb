package fr.jalon.pilotage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.pilotage.RequeteIndicateurs.Groupe;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the figures already computed for as long as they are true. The tables say what changed and since which day ({@code pilotage.changement}):
 * a figure is given again when no table that it reads has changed in the days it sees, and computed anew otherwise. Each server keeps its own, in
 * memory; all ask the same tables, so none gives a figure that another would not.
 */
@Component
public class ChiffresTenus {
  /** About 300 bytes each: 100 dashboards of a large Département. */
  private static final int GROUPES = 100_000;
  // of any room: a room to come is not forgotten here; a column after its alias names no table, and nothing ever changes under that name
  private static final Pattern TABLE = Pattern.compile("\\b[a-z]+\\.[a-z_]+\\b");

  private final JdbcClient base;
  private final Cache<Question, Tenu> tenus = Caffeine.newBuilder().maximumWeight(GROUPES)
      .weigher((Question _, Tenu tenu) -> 1 + tenu.groupes().size()).build();

  ChiffresTenus(JdbcClient base) {
    this.base = base;
  }

  private final LongAdder reprises = new LongAdder();

  /** What makes a figure: the text of its query, its date and the other values, the territories looked at. */
  private record Question(String sql, Map<String, Object> valeurs, List<String> lieux) {}

  private record Tenu(long changements, List<Groupe> groupes) {}

  /**
   * The groups of a query.
   *
   * @param sql     the query, which names its tables with their room
   * @param valeurs its named values
   * @param au      the date of the figures: what happened after the end of its month is not read
   * @param lieux   of which places, for whom
   * @param calcul  computes them
   */
  List<Groupe> lire(String sql, Map<String, Object> valeurs, LocalDate au, Lieux lieux, Supplier<List<Groupe>> calcul) {
    // a transaction that writes sees what nobody else does, and may never end
    if (!lieux.memesPourTous() || !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return calcul.get();
    }
    Question question = new Question(sql, valeurs, lieux.noms() == null ? null : Arrays.asList(lieux.noms()));
    String[] tables = TABLE.matcher(sql).results().map(m -> m.group()).distinct().toArray(String[]::new);
    long avant = changements(tables, au);
    Tenu tenu = tenus.getIfPresent(question);
    if (tenu != null && tenu.changements() == avant) {
      reprises.increment();
      return tenu.groupes();
    }
    List<Groupe> groupes = List.copyOf(calcul.get());
    // kept only when nothing was written between the two counts
    if (changements(tables, au) == avant) {
      tenus.put(question, new Tenu(avant, groupes));
    }
    return groupes;
  }

  /** How many times groups were given again since the start. */
  public long reprises() {
    return reprises.sum();
  }

  private long changements(String[] tables, LocalDate au) {
    return base.sql("select pilotage.changements(?, ?)").params(tables, YearMonth.from(au).atEndOfMonth()).query(Long.class).single();
  }
}
