package fr.jalon.habilitations;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the door keeps for a while only. */
@Component
public class Oublis {
  private final EssaisPartages essais;
  /** Days during which a view deleted may be taken back, and those of an access withdrawn are kept, in case it is given back. */
  private static final int VUES = 30;
  private final JdbcClient base;
  private final Clock horloge;

  Oublis(EssaisPartages essais, @Qualifier("chargement") JdbcClient base, Clock horloge) {
    this.horloge = horloge;
    this.essais = essais;
    this.base = base;
  }

  /** Forgets the sessions that are over, the tries that no longer count, the views of nobody. */
  public void oublier() {
    base.sql("delete from habilitations.session where expiry_time < ?").param(System.currentTimeMillis()).update();
    essais.oublier();
    OffsetDateTime seuil = OffsetDateTime.now(horloge).minusDays(VUES);
    // views: those deleted that nobody took back, those of an account whose access was withdrawn and not given back
    base.sql("""
        delete from habilitations.vue v where v.supprimee_le < ?
          or exists (select from habilitations.agent a where a.identifiant = v.agent and not a.actif and a.desactive_le < ?)""")
        .params(seuil, seuil).update();
    base.sql("""
        delete from habilitations.vue_par_defaut d
        where exists (select from habilitations.agent a where a.identifiant = d.agent and not a.actif and a.desactive_le < ?)""")
        .param(seuil).update();
  }
}
