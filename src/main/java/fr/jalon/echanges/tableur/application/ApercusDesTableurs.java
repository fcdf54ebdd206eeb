package fr.jalon.echanges.tableur.application;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was counted of the rows of a spreadsheet before it is recorded. */
@Component
public class ApercusDesTableurs {
  private final JdbcClient base;

  ApercusDesTableurs(JdbcClient base) {
    this.base = base;
  }

  /** What its rows would give. @param justes rows to write; @param dejaLa rows that say what is known */
  public record Apercu(int justes, int dejaLa) {}

  /** What was counted of the rows, while it holds. */
  @Transactional(readOnly = true)
  Optional<Apercu> lire(long id) {
    return base.sql("select justes, deja_la from echanges.tableur where id = ? and justes is not null and deja_la is not null").param(id)
        .query(Apercu.class).optional();
  }

  /** Kept until something changes. */
  @Transactional
  void garder(long id, Apercu apercu) {
    base.sql("update echanges.tableur set justes = ?, deja_la = ? where id = ?").params(apercu.justes(), apercu.dejaLa(), id).update();
  }

  /** What is known around the rows has changed: they are to be counted again. */
  @Transactional
  public void oublier(long id) {
    base.sql("update echanges.tableur set justes = null, deja_la = null where id = ?").param(id).update();
  }
}
