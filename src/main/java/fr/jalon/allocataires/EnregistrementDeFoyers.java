package fr.jalon.allocataires;

import fr.jalon.allocataires.application.NumerosASceller;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Suites;
import fr.jalon.allocataires.enregistrement.SessionDEnregistrement;
import fr.jalon.socle.Chiffrement;
import java.sql.Connection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The door through which a file becomes history. Whoever loads a file opens a session in her own transaction (owner's door). */
@Component
public class EnregistrementDeFoyers {
  private final Chiffrement chiffrement;
  private final NumerosASceller aSceller;

  EnregistrementDeFoyers(Chiffrement chiffrement, NumerosASceller aSceller) {
    this.aSceller = aSceller;
    this.chiffrement = chiffrement;
  }

  /**
   * Opens a session for one file.
   *
   * @param connexion             connection of the caller's transaction (owner's door)
   * @param constat               where the statements come from
   * @param suites                what later files say
   * @param territoireDeLaCommune territory id of an INSEE code, null outside the Département
   */
  public SessionDEnregistrement ouvrir(Connection connexion, Constat constat, Suites suites, Function<String, Integer> territoireDeLaCommune) {
    aSceller.traiter();
    return new SessionDEnregistrement(connexion, constat, suites, chiffrement, territoireDeLaCommune);
  }
}
