package fr.jalon.echanges.api.application;

import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records an orientation asked for by an application, once ({@link UneFois}). The rules are those of the screen. */
@Service
public class EnregistrerUneFois {
  private final EnregistrerOrientation enregistrer;
  private final UneFois uneFois;

  EnregistrerUneFois(EnregistrerOrientation enregistrer, UneFois uneFois) {
    this.enregistrer = enregistrer;
    this.uneFois = uneFois;
  }

  /**
   * @param cle header {@code Idempotency-Key}, or {@code null}
   * @return the follow-up
   * @throws fr.jalon.socle.RefusMetier the refusals of {@link EnregistrerOrientation} and of {@link UneFois}
   */
  @Transactional
  public UneFois.Fait executer(String cle, NouvelleOrientation orientation) {
    return uneFois.faire(cle, orientation.toString(), () -> enregistrer.executer(orientation));
  }
}
