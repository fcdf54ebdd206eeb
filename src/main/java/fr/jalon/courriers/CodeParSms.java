package fr.jalon.courriers;

import fr.jalon.courriers.application.EnvoiImmediat;
import org.springframework.stereotype.Component;

/**
 * A text that leaves at once and is kept nowhere, among the messages of the person or elsewhere: a code that nobody else may read. The telephone is
 * the one known of her; whether it is hers or her household's is not known.
 */
@Component
public class CodeParSms {
  private final EnvoiImmediat envoi;

  CodeParSms(EnvoiImmediat envoi) {
    this.envoi = envoi;
  }

  /**
   * @param texte in one SMS
   * @return the last figures of the telephone
   * @throws fr.jalon.socle.RefusMetier no mobile is known of her, no gateway is set, or it did not leave; the sentence says what to do
   */
  public String envoyer(long personneId, String texte) {
    return envoi.sms(personneId, texte);
  }

  /** True when a gateway is set: a code can leave. */
  public boolean possible() {
    return envoi.possible();
  }
}
