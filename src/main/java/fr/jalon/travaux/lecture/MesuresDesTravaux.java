package fr.jalon.travaux.lecture;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must be seen of the work of all servers by who keeps them: what waits, for how long, and what fails. Names no person. Asked at most every five
 * seconds, and unknown while the database does not answer: the other measures are then what one looks for.
 */
@Component
class MesuresDesTravaux implements MeterBinder {
  private static final long FRAICHEUR_NS = Duration.ofSeconds(5).toNanos();
  private static final Releve INCONNU = new Releve(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  private final JdbcClient base;
  private Releve releve = INCONNU;
  private long jusqua = System.nanoTime();

  MesuresDesTravaux(@Qualifier("comptesSource") DataSource source) {
    base = JdbcClient.create(source);
  }

  private record Releve(double enAttente, double enCours, double attente, double enEchec, double enRetard, double suites) {}

  @Override
  public void bindTo(MeterRegistry mesures) {
    jauge(mesures, "jalon.travaux.en.attente", "Travaux longs qui attendent", Releve::enAttente);
    jauge(mesures, "jalon.travaux.en.cours", "Travaux longs en cours, de tous les serveurs", Releve::enCours);
    jauge(mesures, "jalon.travaux.attente.secondes", "Depuis quand attend le plus ancien", Releve::attente);
    jauge(mesures, "jalon.travaux.reguliers.en.echec", "Travaux réguliers dont le dernier tour a échoué", Releve::enEchec);
    jauge(mesures, "jalon.travaux.reguliers.en.retard", "Travaux réguliers que personne ne fait depuis plus de dix minutes", Releve::enRetard);
    jauge(mesures, "jalon.travaux.suites", "Suites d'actes pas encore faites", Releve::suites);
  }

  private void jauge(MeterRegistry mesures, String nom, String quoi, ToDoubleFunction<Releve> valeur) {
    Gauge.builder(nom, () -> valeur.applyAsDouble(lire())).description(quoi).register(mesures);
  }

  private synchronized Releve lire() {
    if (jusqua - System.nanoTime() <= 0) {
      try {
        releve = base.sql("""
            select t.en_attente, t.en_cours, t.attente, o.en_echec, o.en_retard, s.suites
            from (select count(*) filter (where etat = 'EN_ATTENTE') en_attente, count(*) filter (where etat = 'EN_COURS') en_cours,
                coalesce(extract(epoch from now() - min(demande_le) filter (where etat = 'EN_ATTENTE')), 0) attente from travaux.travail where etat in ('EN_ATTENTE', 'EN_COURS')) t,
              (select count(*) filter (where coalesce(consecutive_failures, 0) > 0) en_echec,
                count(*) filter (where not picked and execution_time < now() - interval '10 minutes') en_retard from travaux.ordre) o,
              (select count(*) suites from travaux.event_publication where completion_date is null) s""").query(Releve.class).single();
      } catch (DataAccessException _) {
        releve = INCONNU;
      }
      jusqua = System.nanoTime() + FRAICHEUR_NS;
    }
    return releve;
  }
}
