package fr.jalon.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who makes the server write errors, however fast, does not fill its disk. */
class LignesBorneesTest {
  private final AtomicLong minute = new AtomicLong(1);
  private final LoggerContext contexte = new LoggerContext();
  private final ListAppender<ILoggingEvent> ecrites = new ListAppender<>();

  @BeforeEach
  void brancher() {
    contexte.addTurboFilter(new LignesBornees(minute::get));
    ecrites.start();
    contexte.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(ecrites);
  }

  @Test
  void dix_mille_fois_la_meme_panne_s_ecrivent_soixante_fois_par_minute_et_le_disent() {
    Logger porte = contexte.getLogger("fr.jalon.Porte");
    for (int i = 0; i < 10_000; i++) {
      porte.error("Panne {}", i, new IllegalStateException("trop tard"));
    }
    assertThat(ecrites.list).hasSize(LignesBornees.PAR_MINUTE + 1);
    assertThat(ecrites.list.getLast().getFormattedMessage())
        .isEqualTo("Plus de 60 lignes de fr.jalon.Porte en une minute : les suivantes ne sont pas écrites avant la prochaine.");
    // another failure is not drowned in the first
    porte.error("Autre panne", new IllegalArgumentException("autre"));
    contexte.getLogger("fr.jalon.Autre").warn("Ailleurs");
    assertThat(ecrites.list).hasSize(LignesBornees.PAR_MINUTE + 3);
    minute.incrementAndGet();
    porte.error("Panne encore", new IllegalStateException("trop tard"));
    assertThat(ecrites.list.getLast().getFormattedMessage()).isEqualTo("Panne encore");
  }

  @Test
  void ce_qui_informe_s_ecrit_toujours() {
    Logger chargement = contexte.getLogger("fr.jalon.Chargement");
    chargement.setLevel(Level.INFO);
    for (int i = 0; i < 200; i++) {
      chargement.info("Dossier {}", i);
      chargement.debug("rien");
    }
    assertThat(ecrites.list).hasSize(200);
  }

  @Test
  void le_serveur_borne_bien_les_siennes() {
    assertThat(((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList()).anyMatch(LignesBornees.class::isInstance);
  }
}
