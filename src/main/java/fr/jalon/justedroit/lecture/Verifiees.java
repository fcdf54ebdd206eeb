package fr.jalon.justedroit.lecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was looked at in the perimeter, and not taken back: the last note of each foyer. */
@Component
public class Verifiees {
  private static final String DERNIERES =
      "select distinct on (foyer_id) id, foyer_id, ecart, note, nom, le from justedroit.verifie where retire_le is null %s order by foyer_id, le desc, id desc";
  private final JdbcClient base;

  Verifiees(JdbcClient base) {
    this.base = base;
  }

  /** By foyer. */
  @Transactional(readOnly = true)
  public Map<Long, Verifiee> parFoyer() {
    Map<Long, Verifiee> parFoyer = new HashMap<>();
    List<Verifiee> toutes = base.sql(DERNIERES.formatted("")).query(Verifiee.class).list();
    toutes.forEach(v -> parFoyer.put(v.foyerId(), v));
    return parFoyer;
  }

  /** Of one foyer. */
  @Transactional(readOnly = true)
  public Optional<Verifiee> deFoyer(long foyer) {
    return base.sql(DERNIERES.formatted("and foyer_id = ?")).param(foyer).query(Verifiee.class).optional();
  }
}
