package fr.jalon.travaux.application;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.jalon.travaux.Serveur;
import fr.jalon.travaux.TravailRegulier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The scheduler of a server (db-scheduler): looks in the database for whose turn it is, shares the turns with the other servers, and takes over
 * those of a server that gave no sign of life. A command of the terminal has none.
 */
@Component
@ConditionalOnWebApplication
class Ordonnanceur implements SmartLifecycle {
  private static final String TABLE = "travaux.ordre";
  private static final String TRAVAIL = "travail";
  private static final int FILS = 10;
  /** A server that gave no sign for six heartbeats is dead: its work is taken over. */
  private static final int BATTEMENTS_MANQUES = 6;
  private static final Duration PLUS_TARD = Duration.ofSeconds(2);
  private static final Duration ARRET = Duration.ofSeconds(15);
  private final DataSource source;
  private final Ouvrier ouvrier;
  private final RegistreDesTravaux registre;
  private final Serveur serveur;
  private final Reveil reveil;
  private final List<TravailRegulier> reguliers;
  private final Duration rythme;
  private final Duration battement;
  private volatile Scheduler ordonnanceur;

  Ordonnanceur(@Qualifier("chargement") DataSource source, Ouvrier ouvrier, RegistreDesTravaux registre, Serveur serveur, Reveil reveil,
      List<TravailRegulier> reguliers,
      @Value("${jalon.travaux.rythme:1s}") Duration rythme, @Value("${jalon.travaux.battement:5s}") Duration battement) {
    this.source = source;
    this.ouvrier = ouvrier;
    this.registre = registre;
    this.serveur = serveur;
    this.reveil = reveil;
    this.reguliers = reguliers;
    this.rythme = rythme;
    this.battement = battement;
  }

  @Override
  public void start() {
    registre.reprendreLesTours(serveur.nom());
    ouvrier.reprendre();
    List<RecurringTask<Void>> tours = reguliers.stream().filter(r -> !"-".equals(r.cron())).map(Ordonnanceur::tour).toList();
    List<Task<?>> connus = Stream.<Task<?>>of(file(TRAVAIL), file(TRAVAIL + "@" + serveur.nom())).toList();
    ordonnanceur = Scheduler.create(source, connus).startTasks(tours).tableName(TABLE)
        .schedulerName(new SchedulerName.Fixed(serveur.nom())).threads(FILS)
        .pollingInterval(rythme).heartbeatInterval(battement).missedHeartbeatsLimit(BATTEMENTS_MANQUES).shutdownMaxWait(ARRET)
        // the work that only another server can do is not unknown for good
        .deleteUnresolvedAfter(Duration.ofDays(365)).build();
    ordonnanceur.start();
    reveil.brancher(ordonnanceur::triggerCheckForDueExecutions);
  }

  @Override
  public void stop() {
    reveil.brancher(() -> { });
    ouvrier.arreter();
    if (ordonnanceur != null) {
      ordonnanceur.stop();
      ordonnanceur = null;
    }
  }

  @Override
  public boolean isRunning() {
    return ordonnanceur != null;
  }

  /** The turns of jobs: one comes again while another job of its kind is under way, or when its server dies. */
  private Task<Void> file(String nom) {
    ExecutionHandler<Void> tour = (billet, _) -> switch (ouvrier.faire(Long.parseLong(billet.getId()))) {
      case FINI -> (_, ordre) -> ordre.remove();
      case PLUS_TARD -> (fin, ordre) -> ordre.reschedule(fin, fin.getTimeDone().plus(PLUS_TARD));
    };
    return Tasks.custom(nom, Void.class).onFailureReschedule(FixedDelay.of(PLUS_TARD)).onDeadExecutionRevive().execute(tour);
  }

  private static RecurringTask<Void> tour(TravailRegulier r) {
    Schedule quand = r.cron() == null ? FixedDelay.of(r.rythme()) : new HeuresDuJour(r.cron(), r.zone());
    return Tasks.recurring(r.code(), quand).execute((_, _) -> r.acte().run());
  }
}
