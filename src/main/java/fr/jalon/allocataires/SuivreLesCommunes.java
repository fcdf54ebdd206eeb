package fr.jalon.allocataires;

import fr.jalon.structures.CommunesDeplacees;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When communes change territory, the persons who live there and every row about them follow, in the same transaction. */
@Component
class SuivreLesCommunes {
  private final JdbcClient base;

  SuivreLesCommunes(JdbcClient base) {
    this.base = base;
  }

  @EventListener
  void suivre(CommunesDeplacees deplacement) {
    base.sql("select allocataires.suivre_les_communes(:codes::text[])").param("codes", deplacement.codes().toArray(String[]::new))
        .query(Integer.class).single();
  }
}
