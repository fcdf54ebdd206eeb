package fr.jalon.travaux;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.AgentSysteme;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A place is given back at 17 h 59, the server is killed at 18 h: who waited is let in all the same. */
@SpringBootTest(properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.travaux.rythme=100ms", "jalon.travaux.suites=300ms"})
@Import(SuitesDesActesTest.QuiAttend.class)
class SuitesDesActesTest {
  @Autowired
  ApplicationEventPublisher evenements;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  QuiAttend quiAttend;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  /** What happened. */
  public record PlaceRendue(long session, String code) {}

  /** Whoever must do something then. */
  @Component
  static class QuiAttend {
    private final ConcurrentLinkedQueue<Long> entres = new ConcurrentLinkedQueue<>();
    private volatile boolean panne;

    List<Long> entres() {
      return List.copyOf(entres);
    }

    void enPanne(boolean oui) {
      panne = oui;
    }

    void oublier() {
      entres.clear();
    }

    @TransactionalEventListener
    void entrer(PlaceRendue place) {
      if (panne) {
        throw new IllegalStateException("Le serveur s'arrête ici.");
      }
      entres.add(place.session());
    }
  }

  @BeforeEach
  void vider() {
    quiAttend.oublier();
    quiAttend.enPanne(false);
  }

  @Test
  void ce_qui_suit_un_acte_est_fait_aussitot_et_rien_n_en_reste() {
    rendre(1);
    assertThat(quiAttend.entres()).containsExactly(1L);
    assertThat(restent()).isZero();
  }

  @Test
  void ce_qui_n_a_pas_pu_suivre_est_fait_plus_tard_une_fois_et_rien_n_en_est_en_clair() {
    quiAttend.enPanne(true);
    rendre(2);
    assertThat(quiAttend.entres()).isEmpty();
    assertThat(base.sql("select serialized_event from travaux.event_publication").query(String.class).list()).singleElement().asString()
        .doesNotContain("SECRET").doesNotContain("session");
    quiAttend.enPanne(false);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::restent, n -> n == 0);
    assertThat(quiAttend.entres()).containsExactly(2L);
  }

  @Test
  void ce_qui_suivait_un_acte_defait_ne_se_fait_pas() {
    systeme.agir("essai", () -> transaction.execute(statut -> {
      evenements.publishEvent(new PlaceRendue(3, "SECRET"));
      statut.setRollbackOnly();
      return null;
    }));
    assertThat(quiAttend.entres()).isEmpty();
    assertThat(restent()).isZero();
  }

  private void rendre(long session) {
    systeme.agir("essai", () -> transaction.execute(_ -> {
      evenements.publishEvent(new PlaceRendue(session, "SECRET"));
      return null;
    }));
  }

  private int restent() {
    return base.sql("select count(*) from travaux.event_publication").query(Integer.class).single();
  }
}
