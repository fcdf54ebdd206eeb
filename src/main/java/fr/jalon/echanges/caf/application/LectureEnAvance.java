package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.Morceau;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads the file on a thread of its own, a few batches ahead of what the database takes: parsing and writing overlap. */
final class LectureEnAvance implements AutoCloseable {
  private static final int DOSSIERS_PAR_LOT = 1000;
  private static final int LOTS_D_AVANCE = 3;
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

  Paquet prendre() {
    try {
      Paquet paquet = file.take();
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
    try {
      while (!arret) {
        Morceau morceau = lecteur.suivant();
        if (morceau instanceof Morceau.UnDossier(Dossier dossier)) {
          lot.add(dossier);
          if (lot.size() == DOSSIERS_PAR_LOT) {
            file.put(new Paquet.Lot(lot));
            lot = new ArrayList<>(DOSSIERS_PAR_LOT);
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
