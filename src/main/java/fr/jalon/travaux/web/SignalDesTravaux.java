package fr.jalon.travaux.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Signalement;
import fr.jalon.travaux.lecture.LireLesTravaux;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On every page: what the agent asked and that moves, or ended; the way to what she asked before. */
@Component
class SignalDesTravaux implements Signalement {
  private static final String PAGE = "/travaux";
  private final LireLesTravaux lecture;
  private final Regard regard;

  SignalDesTravaux(LireLesTravaux lecture, Regard regard) {
    this.lecture = lecture;
    this.regard = regard;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Signal> signal() {
    LireLesTravaux.Compte compte = lecture.compte();
    String relire = compte.enCours() > 0 ? PAGE + "/signal" : null;
    if (compte.finis() > 0) {
      return Optional.of(new Signal(Francais.compte(compte.finis(), "travail terminé", "travaux terminés"), PAGE, "check-circle", relire));
    }
    if (compte.enCours() > 0) {
      return Optional.of(new Signal(Francais.compte(compte.enCours(), "travail en cours", "travaux en cours"), PAGE, "arrow-repeat", relire));
    }
    return compte.unAutre() || regard.peut("PARAMETRES") ? Optional.of(new Signal("Mes travaux", PAGE, "list-task", null)) : Optional.empty();
  }
}
