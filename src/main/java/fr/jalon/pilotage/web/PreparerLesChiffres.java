package fr.jalon.pilotage.web;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.pilotage.DonneesChargees;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After the start and after each load, computes the dashboard that is asked most, before it is asked: at the date of the latest file, in all and by
 * territory, and at the end of the twelve months before. One figure after the other, so that pages keep the rest of the machine. Each server
 * keeps its own figures:
 this is not shared work, and stays out of {@code travaux}.
 */
@Component
@EnableScheduling
@ConditionalOnWebApplication
class PreparerLesChiffres {
  private static final Logger TRACE = LoggerFactory.getLogger(PreparerLesChiffres.class);
  private static final int MOIS = 12;
  /** Rest after each figure, in times what it took: with three, one page in twenty waited twice as long. */
  private static final int REPOS = 9;

  private final ComposerTableauDeBord composer;
  private final DonneesChargees donnees;
  private final EnParallele enParallele;
  private final AgentSysteme systeme;
  private final AtomicBoolean enCours = new AtomicBoolean();
  private volatile long prepare = -1;

  PreparerLesChiffres(ComposerTableauDeBord composer, DonneesChargees donnees, EnParallele enParallele, AgentSysteme systeme) {
    this.composer = composer;
    this.donnees = donnees;
    this.enParallele = enParallele;
    this.systeme = systeme;
  }

  /** On a thread of its own: other schedules do not wait. */
  @Scheduled(initialDelayString = "${jalon.pilotage.preparation:20s}", fixedDelayString = "${jalon.pilotage.preparation:20s}")
  void surveiller() {
    if (enCours.compareAndSet(false, true)) {
      Thread.ofVirtual().name("preparation-des-chiffres").start(() -> {
        try {
          systeme.agir("preparation", () -> {
            preparer(REPOS);
            return null;
          });
        } catch (RuntimeException e) {
          // the figures will be computed when they are asked
          TRACE.warn("Chiffres du tableau de bord non préparés : {}", e.toString());
        } finally {
          enCours.set(false);
        }
      });
    }
  }

  /** Nothing when no file was loaded since the last time. @param repos rest after each figure, in times what it took */
  void preparer(int repos) {
    long chargements = donnees.chargements();
    Optional<LocalDate> derniere = donnees.derniereReference();
    if (chargements == prepare || derniere.isEmpty()) {
      return;
    }
    long debut = System.nanoTime();
    LocalDate au = derniere.get();
    enParallele.tourATour(repos, () -> {
      composer.au(au, null).territoires().forEach(t -> composer.au(au, t.nom()));
      IntStream.rangeClosed(1, MOIS).mapToObj(n -> au.withDayOfMonth(1).minusMonths(n - 1).minusDays(1)).forEach(jour -> composer.au(jour, null));
    });
    prepare = chargements;
    TRACE.info("Chiffres du tableau de bord prêts au {} et aux {} mois d'avant, en {} ms", au, MOIS, (System.nanoTime() - debut) / 1_000_000);
  }
}
