package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.postgresql.PGConnection;

/** Watches over one load: it ends when its time is out, or when someone asks, even while it waits for the database. */
public final class Garde {
  private static final long SECONDE = 1_000_000_000L;
  private final long temps;
  private final LongSupplier montre;
  private volatile long debut;
  private volatile boolean commence;
  private volatile String annulePar;
  private Connection connexion;
  private boolean finie;

  /**
   * @param octets size of the file as received, in bytes
   * @param montre nanoseconds, as {@link System#nanoTime()}
   */
  Garde(Bornes bornes, long octets, LongSupplier montre) {
    this.temps = bornes.temps(octets);
    this.montre = montre;
  }

  /** The load waits for its turn on that connection. */
  synchronized void tenir(Connection celleDuChargement) {
    connexion = celleDuChargement;
    // whoever asked before there was something to cut is heard now
    verifier();
  }

  /** Its turn has come: its time starts. */
  void commencer() {
    debut = montre.getAsLong();
    commence = true;
    verifier();
  }

  /**
   * To be called often.
   *
   * @throws ChargementAnnule when someone asked to stop
   * @throws FluxRefuse       when its time is out
   */
  void verifier() {
    if (annulePar != null) {
      throw new ChargementAnnule(annulePar);
    }
    if (commence && montre.getAsLong() - debut > temps) {
      throw new FluxRefuse("Le chargement a été arrêté : il durait depuis plus de " + temps / SECONDE / 60
          + " minutes, ce qu'un fichier de cette taille ne demande pas. "
          + "Rien n'a été chargé. Demandez de nouveau le fichier ; si c'est un vrai fichier, l'administrateur peut donner plus de temps (JALON_FICHIERS_DUREE).", 0, null);
    }
  }

  /** Nothing can stop it any more: it is about to be kept, or is given up. */
  synchronized void finir() {
    connexion = null;
    finie = true;
  }

  /**
   * Asks it to stop; what it had written is undone.
   *
   * @param qui who asks
   * @return false when it is too late
   */
  synchronized boolean annuler(String qui) {
    if (finie) {
      return false;
    }
    annulePar = qui;
    if (connexion != null) {
      try {
        connexion.unwrap(PGConnection.class).cancelQuery();
      } catch (SQLException e) {
        // it will be heard between two batches
        return true;
      }
    }
    return true;
  }

  /** Who asked to stop, or {@code null}. */
  String annulePar() {
    return annulePar;
  }

  /** Someone asked to stop. */
  static final class ChargementAnnule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChargementAnnule(String par) {
      super(par);
    }
  }
}
