package fr.jalon.echanges.tableur.application;

import fr.jalon.socle.RefusMetier;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Records spreadsheets behind the screen, one at a time, under the name of who asked. */
@Component
public class EnregistrementEnFond {
  private static final Logger LOG = LoggerFactory.getLogger(EnregistrementEnFond.class);
  private final EnregistrerTableur enregistrer;
  private final Tableurs tableurs;
  private final ThreadPoolExecutor fil = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(20),
      Thread.ofPlatform().name("tableur-", 1).daemon().factory());

  EnregistrementEnFond(EnregistrerTableur enregistrer, Tableurs tableurs) {
    this.enregistrer = enregistrer;
    this.tableurs = tableurs;
    fil.allowCoreThreadTimeOut(true);
  }

  /**
   * Starts.
   *
   * @throws RefusMetier when it is already being recorded, or when too many wait
   */
  public void lancer(Tableur t) {
    if (!tableurs.passer(t.id(), "EN_COURS", null, "A_CONFIRMER", "ENREGISTRE")) {
      throw new RefusMetier("DEJA_EN_COURS", "Ce tableur est déjà en cours d'enregistrement, ou ses colonnes ne sont pas encore associées.");
    }
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
    try {
      fil.execute(new DelegatingSecurityContextRunnable(() -> executer(t), contexte));
    } catch (RejectedExecutionException e) {
      tableurs.passer(t.id(), t.statut(), t.incident(), "EN_COURS");
      throw new RefusMetier("FILE_PLEINE", "Trop de tableurs attendent déjà leur tour. Recommencez dans quelques minutes.");
    }
  }

  private void executer(Tableur t) {
    try {
      enregistrer.executer(t.id());
      tableurs.passer(t.id(), "ENREGISTRE", null, "EN_COURS");
    } catch (RefusMetier refus) {
      tableurs.passer(t.id(), t.statut(), refus.getMessage(), "EN_COURS");
    } catch (RuntimeException e) {
      LOG.error("L'enregistrement du tableur {} a échoué", t.id(), e);
      tableurs.passer(t.id(), t.statut(), "L'enregistrement a échoué sans que le tableur soit en cause : recommencez, et prévenez l'administrateur si cela recommence.", "EN_COURS");
    }
  }

  @EventListener(WebServerInitializedEvent.class)
  void auDemarrage() {
    tableurs.reprendre();
    tableurs.purger();
  }

  @PreDestroy
  void arreter() throws InterruptedException {
    fil.shutdownNow();
    fil.awaitTermination(10, TimeUnit.SECONDS);
  }
}
