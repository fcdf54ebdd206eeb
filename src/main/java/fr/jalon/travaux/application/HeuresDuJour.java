package fr.jalon.travaux.application;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.scheduling.support.CronExpression;

/** Hours of the day as Spring reads them (six fields), in the zone of the Département. */
record HeuresDuJour(String cron, ZoneId zone) implements Schedule {

  @Override
  public Instant getNextExecutionTime(ExecutionComplete fin) {
    return apres(fin.getTimeDone());
  }

  @Override
  public Instant getInitialExecutionTime(Instant maintenant) {
    return apres(maintenant);
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }

  private Instant apres(Instant moment) {
    return CronExpression.parse(cron).next(moment.atZone(zone)).toInstant();
  }
}
