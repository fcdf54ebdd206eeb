package fr.jalon.echanges.registre.lecture;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The spreadsheets of the last month that were refused, or that still hold wrong rows: beside the rejects of the payers' files. */
@Component
public class TableursATraiter {
  private static final int JOURS = 30;
  private final JdbcClient base;
  private final Clock horloge;

  TableursATraiter(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * A spreadsheet.
   *
   * @param tableurId its number when the agent dropped it herself and it is still kept, else {@code null}: its rows are hers alone
   * @param motif     why it was refused, or {@code null}
   * @param erreurs   rows that wait for a correction
   */
  public record Ligne(long importId, Long tableurId, String fichier, OffsetDateTime deposeLe, String agent, String motif, int erreurs) {}

  @Transactional(readOnly = true)
  public List<Ligne> liste() {
    return base.sql("""
        select i.id import_id, t.id tableur_id, i.fichier, i.commence_le depose_le, habilitations.nom_agent(i.agent) agent, i.motif, coalesce((i.totaux ->> 'lignesEnErreur')::int, 0) erreurs
        from echanges.import i left join echanges.tableur t on t.import_id = i.id
        where i.format = 'TABLEUR' and i.commence_le > ? and (i.statut = 'REFUSE' or coalesce((i.totaux ->> 'lignesEnErreur')::int, 0) > 0)
        order by i.commence_le desc limit 50""").param(OffsetDateTime.now(horloge).minusDays(JOURS)).query(Ligne.class).list();
  }
}
