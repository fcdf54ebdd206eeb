package fr.jalon.travaux.lecture;

import fr.jalon.travaux.TravailRegulier;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regular work of the instance, whichever server does it, for who keeps it: through the owner's door, it names nobody. */
@Component
public class TravauxReguliers {
  private final JdbcClient base;
  private final List<TravailRegulier> reguliers;

  TravauxReguliers(@Qualifier("chargement") JdbcClient base, List<TravailRegulier> reguliers) {
    this.base = base;
    this.reguliers = reguliers;
  }

  /**
   * One of them.
   *
   * @param libelle  what it does
   * @param reussi   when it was last done, or {@code null}
   * @param echoue   when it last failed, or {@code null}
   * @param echecs   failures in a row
   * @param prochain when it comes again, or {@code null} when it never does
   * @param enCours  true when a server does it
   */
  public record Ligne(String libelle, OffsetDateTime reussi, OffsetDateTime echoue, int echecs, OffsetDateTime prochain, boolean enCours) {}

  private record Tour(String code, OffsetDateTime reussi, OffsetDateTime echoue, int echecs, OffsetDateTime prochain, boolean enCours) {}

  /** All of them, those that fail first. */
  public List<Ligne> tous() {
    Map<String, Tour> tours = base.sql("""
        select task_name as code, last_success as reussi, last_failure as echoue, coalesce(consecutive_failures, 0) as echecs, execution_time as prochain, picked as en_cours
        from travaux.ordre""").query(Tour.class).list().stream().collect(Collectors.toMap(Tour::code, Function.identity(), (a, _) -> a));
    return reguliers.stream().map(r -> ligne(r, tours.get(r.code())))
        .sorted(java.util.Comparator.comparingInt(Ligne::echecs).reversed().thenComparing(Ligne::libelle)).toList();
  }

  private static Ligne ligne(TravailRegulier r, Tour t) {
    return t == null ? new Ligne(r.libelle(), null, null, 0, null, false)
        : new Ligne(r.libelle(), t.reussi(), t.echoue(), t.echecs(), t.prochain(), t.enCours());
  }
}
