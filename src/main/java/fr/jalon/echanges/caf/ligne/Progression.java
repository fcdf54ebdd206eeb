package fr.jalon.echanges.caf.ligne;

import fr.jalon.echanges.caf.application.Avancement;
import java.io.PrintWriter;

/** One line of progress on a terminal, rewritten twice a second; silent elsewhere. */
final class Progression implements Avancement {
  private static final long PERIODE_NS = 500_000_000L;
  private final String fichier;
  private final PrintWriter sortie;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private long dernier;
  private boolean ecrit;

  Progression(String fichier, PrintWriter sortie) {
    this.fichier = fichier;
    this.sortie = sortie;
  }

  @Override
  public void avancer(long dossiers, long octets, long total) {
    long maintenant = System.nanoTime();
    if (!terminal || maintenant - dernier < PERIODE_NS) {
      return;
    }
    dernier = maintenant;
    ecrit = true;
    sortie.printf("\r%s : %,d dossiers lus, %d %%   ", fichier, dossiers, Math.min(100, octets * 100 / Math.max(1, total)));
    sortie.flush();
  }

  void fin() {
    if (ecrit) {
      sortie.print("\r\u001b[K");
      sortie.flush();
    }
  }
}
