package fr.jalon.travaux.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Signalement;
import fr.jalon.travaux.lecture.LireLesTravaux;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On every page: what the agent asked and that moves, or ended. */
@Component
class SignalDesTravaux implements Signalement {
  private final LireLesTravaux lecture;

  SignalDesTravaux(LireLesTravaux lecture) {
    this.lecture = lecture;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Signal> signal() {
    LireLesTravaux.Compte compte = lecture.compte();
    if (compte.finis() > 0) {
      return Optional.of(new Signal(Francais.compte(compte.finis(), "travail terminé", "travaux terminés"), "/travaux", "check-circle", compte.enCours() > 0));
    }
    return compte.enCours() > 0 ? Optional.of(new Signal(Francais.compte(compte.enCours(), "travail en cours", "travaux en cours"), "/travaux", "arrow-repeat", true)) : Optional.empty();
  }
}
