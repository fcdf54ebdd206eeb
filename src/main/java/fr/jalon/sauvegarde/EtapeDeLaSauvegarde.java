package fr.jalon.sauvegarde;

import fr.jalon.ecran.EtapeDeMiseEnRoute;
import fr.jalon.ecran.Francais;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a recent backup was made, as the journal tells. */
@Component
class EtapeDeLaSauvegarde implements EtapeDeMiseEnRoute {
  private static final int JOURS = 7;
  private final JdbcClient base;
  private final Clock horloge;

  EtapeDeLaSauvegarde(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  @Override
  public int ordre() {
    return 90;
  }

  @Override
  public String titre() {
    return "La sauvegarde";
  }

  @Override
  public String adresse() {
    return null;
  }

  @Override
  public String ressource() {
    return null;
  }

  @Override
  @Transactional(readOnly = true)
  public Constat constat() {
    Optional<OffsetDateTime> derniere = base.sql("select instant from journal.trace where acte = 'SAUVEGARDE' order by instant desc limit 1")
        .query((l, _) -> l.getObject(1, OffsetDateTime.class)).optional();
    String comment = " L'administrateur du serveur la fait par ./jalon backup FICHIER, chaque nuit, et garde la clé ailleurs.";
    return derniere.isEmpty() ? new Constat(false, "Aucune sauvegarde n'a encore été faite." + comment)
        : derniere.get().isBefore(OffsetDateTime.now(horloge).minusDays(JOURS))
        ? new Constat(false, "La dernière date du " + Francais.instant(derniere.get()) + "." + comment)
        : new Constat(true, "La dernière date du " + Francais.instant(derniere.get()) + ".");
  }
}
