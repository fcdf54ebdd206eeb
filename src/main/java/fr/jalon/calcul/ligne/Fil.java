package fr.jalon.calcul.ligne;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lines in, lines out in the same order, calculated by batches on all processors; a few batches in memory, whatever the length. */
final class Fil implements AutoCloseable {
  private static final int LIGNES_PAR_LOT = 128;
  private final CalculDUneLigne calcul;
  private final int lotsEnVol;
  private final ExecutorService ouvriers;

  Fil(CalculDUneLigne calcul) {
    this.calcul = calcul;
    int processeurs = Runtime.getRuntime().availableProcessors();
    lotsEnVol = 2 * processeurs;
    ouvriers = Executors.newFixedThreadPool(processeurs);
  }

  private record Lot(byte[] octets, boolean juste) {}

  /** @return false when at least one line holds errors */
  boolean faire(InputStream entree, OutputStream sortie) throws IOException {
    Deque<Future<Lot>> enVol = new ArrayDeque<>();
    boolean toutJuste = true;
    Lignes lignes = new Lignes(entree);
    List<byte[]> lot = new ArrayList<>(LIGNES_PAR_LOT);
    for (byte[] ligne = lignes.suivante(); ligne != null; ligne = lignes.suivante()) {
      lot.add(ligne);
      if (lot.size() == LIGNES_PAR_LOT || !lignes.encore()) {
        List<byte[]> complet = lot;
        enVol.add(ouvriers.submit(() -> calculer(complet)));
        lot = new ArrayList<>(LIGNES_PAR_LOT);
      }
      while (enVol.size() > lotsEnVol || !enVol.isEmpty() && !lignes.encore()) {
        toutJuste &= ecrire(enVol.poll(), sortie, !lignes.encore());
      }
    }
    if (!lot.isEmpty()) {
      List<byte[]> complet = lot;
      enVol.add(ouvriers.submit(() -> calculer(complet)));
    }
    while (!enVol.isEmpty()) {
      toutJuste &= ecrire(enVol.poll(), sortie, false);
    }
    sortie.flush();
    return toutJuste;
  }

  private Lot calculer(List<byte[]> lignes) {
    ByteArrayOutputStream rendus = new ByteArrayOutputStream(lignes.size() * 200);
    boolean juste = true;
    for (byte[] ligne : lignes) {
      CalculDUneLigne.Rendu r = calcul.rendre(ligne);
      rendus.writeBytes(r.json());
      rendus.write('\n');
      juste &= r.juste();
    }
    return new Lot(rendus.toByteArray(), juste);
  }

  private static boolean ecrire(Future<Lot> futur, OutputStream sortie, boolean vider) throws IOException {
    try {
      Lot lot = futur.get();
      sortie.write(lot.octets());
      if (vider) {
        sortie.flush();
      }
      return lot.juste();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Calcul interrompu.", e);
    }
  }

  @Override
  public void close() {
    ouvriers.shutdownNow();
  }
}
