package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.Morceau;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the file on a thread of its own, a few batches ahead of what the database takes: parsing and writing overlap. */
final class LectureEnAvance implements AutoCloseable {
  private static final int DOSSIERS_PAR_LOT = 1000;
  /** Bytes: a batch of ordinary dossiers weighs less, a batch of enormous ones is shorter. */
  private static final long POIDS_D_UN_LOT = 32L << 20;
  private static final int LOTS_D_AVANCE = 3;
  private static final long PERIODE_MS = 500;
  private final BlockingQueue<Paquet> file = new ArrayBlockingQueue<>(LOTS_D_AVANCE);
  private final LecteurDeFlux lecteur;
  private final Thread fil;
  private volatile boolean arret;

  /** What comes next: dossiers, then totals, footer and end; or the failure of the reading. */
  sealed interface Paquet {
    record Lot(List<Dossier> dossiers) implements Paquet {}

    record Divers(Morceau morceau) implements Paquet {}

    record Echec(Throwable cause) implements Paquet {}
  }

  LectureEnAvance(LecteurDeFlux lecteur) {
    this.lecteur = lecteur;
    this.fil = Thread.ofPlatform().name("lecture-caf").daemon().start(this::lire);
  }

  /** Waits for what comes next; meanwhile, whoever wants to stop is heard. */
  Paquet prendre(Garde garde) {
    try {
      Paquet paquet = file.poll(PERIODE_MS, TimeUnit.MILLISECONDS);
      while (paquet == null) {
        garde.verifier();
        paquet = file.poll(PERIODE_MS, TimeUnit.MILLISECONDS);
      }
      if (paquet instanceof Paquet.Echec echec) {
        throw echec.cause() instanceof RuntimeException e ? e : new IllegalStateException("La lecture du fichier a échoué", echec.cause());
      }
      return paquet;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Chargement interrompu", e);
    }
  }

  private void lire() {
    List<Dossier> lot = new ArrayList<>(DOSSIERS_PAR_LOT);
    long poids = 0;
    try {
      while (!arret) {
        Morceau morceau = lecteur.suivant();
        if (morceau instanceof Morceau.UnDossier(Dossier dossier)) {
          lot.add(dossier);
          poids += dossier.poids();
          if (lot.size() == DOSSIERS_PAR_LOT || poids > POIDS_D_UN_LOT) {
            file.put(new Paquet.Lot(lot));
            lot = new ArrayList<>(DOSSIERS_PAR_LOT);
            poids = 0;
          }
          continue;
        }
        if (!lot.isEmpty()) {
          file.put(new Paquet.Lot(lot));
          lot = new ArrayList<>(DOSSIERS_PAR_LOT);
        }
        file.put(new Paquet.Divers(morceau));
        if (morceau instanceof Morceau.Fin) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // even an error: who waits for the next batch holds the lock of loads
      try {
        if (!lot.isEmpty()) {
          file.put(new Paquet.Lot(lot));
        }
        file.put(new Paquet.Echec(e));
      } catch (InterruptedException i) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    arret = true;
    fil.interrupt();
  }
}
