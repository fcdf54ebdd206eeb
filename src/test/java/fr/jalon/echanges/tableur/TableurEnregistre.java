package fr.jalon.echanges.tableur;

import fr.jalon.echanges.tableur.domaine.StatutTableur;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that records a spreadsheet without the job that does it says that it is recorded. */
public final class TableurEnregistre {
  private TableurEnregistre() {}

  /** @param base who sees that spreadsheet */
  public static void dire(JdbcClient base, long tableur) {
    List.of(StatutTableur.EN_COURS, StatutTableur.ENREGISTRE)
        .forEach(statut -> base.sql("update echanges.tableur set statut = ? where id = ?").params(statut.name(), tableur).update());
  }
}
