package fr.jalon.travaux.lecture;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be seen of the work of all servers by who keeps them: what waits, for how long, and what fails. Names no person. */
@Component
class MesuresDesTravaux implements MeterBinder {
  private final JdbcClient base;

  MesuresDesTravaux(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  @Override
  public void bindTo(MeterRegistry mesures) {
    jauge(mesures, "jalon.travaux.en.attente", "Travaux longs qui attendent", "select count(*) from travaux.travail where etat = 'EN_ATTENTE'");
    jauge(mesures, "jalon.travaux.en.cours", "Travaux longs en cours, de tous les serveurs", "select count(*) from travaux.travail where etat = 'EN_COURS'");
    jauge(mesures, "jalon.travaux.attente.secondes", "Depuis quand attend le plus ancien", "select coalesce(extract(epoch from now() - min(demande_le)), 0) from travaux.travail where etat = 'EN_ATTENTE'");
    jauge(mesures, "jalon.travaux.reguliers.en.echec", "Travaux réguliers dont le dernier tour a échoué", "select count(*) from travaux.ordre where coalesce(consecutive_failures, 0) > 0");
    jauge(mesures, "jalon.travaux.reguliers.en.retard", "Travaux réguliers que personne ne fait depuis plus de dix minutes",
        "select count(*) from travaux.ordre where not picked and execution_time < now() - interval '10 minutes'");
    jauge(mesures, "jalon.travaux.suites", "Suites d'actes pas encore faites", "select count(*) from travaux.event_publication where completion_date is null");
  }

  private void jauge(MeterRegistry mesures, String nom, String quoi, String sql) {
    Gauge.builder(nom, () -> base.sql(sql).query(Double.class).single()).description(quoi).register(mesures);
  }
}
