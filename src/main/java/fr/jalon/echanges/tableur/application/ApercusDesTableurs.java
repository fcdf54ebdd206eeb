package fr.jalon.echanges.tableur.application;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was counted of the rows of a spreadsheet before it is recorded. */
@Component
public class ApercusDesTableurs {
  private final JdbcClient base;
  private final JsonMapper json;

  ApercusDesTableurs(JdbcClient base, JsonMapper json) {
    this.base = base;
    this.json = json;
  }

  /** What its rows would give. @param justes rows to write; @param dejaLa rows that say what is known */
  public record Apercu(int justes, int dejaLa) {}

  /** What was counted of the rows, while it holds. */
  @Transactional(readOnly = true)
  Optional<Apercu> lire(long id) {
    return base.sql("select justes, deja_la from echanges.tableur where id = ? and justes is not null and deja_la is not null").param(id)
        .query(Apercu.class).optional();
  }

  /** Kept until something changes; not when the columns were matched otherwise since. */
  @Transactional
  void garder(Tableur t, Apercu apercu) {
    base.sql("update echanges.tableur set justes = ?, deja_la = ? where id = ? and correspondance is not distinct from ?::jsonb")
        .params(apercu.justes(), apercu.dejaLa(), t.id(), json.writeValueAsString(t.correspondance().colonnes())).update();
  }

  /** What is known around the rows has changed: they are to be counted again. */
  @Transactional
  public void oublier(long id) {
    base.sql("update echanges.tableur set justes = null, deja_la = null, incident = null where id = ?").param(id).update();
  }
}
