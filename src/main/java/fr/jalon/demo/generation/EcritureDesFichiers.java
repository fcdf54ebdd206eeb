package fr.jalon.demo.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Files being written in the background, in the order of their reception: whoever reads them waits for each before opening it. Closed, it writes no
 * more.
 */
public final class EcritureDesFichiers implements AutoCloseable {
  private final JeuDeFichiers jeu;
  private final ExecutorService ouvriers;
  private final Map<Path, Future<?>> travaux = new HashMap<>();

  /** @param jeu what is known before they are written @param ouvriers files written at once */
  EcritureDesFichiers(JeuDeFichiers jeu, int ouvriers) {
    this.jeu = jeu;
    this.ouvriers = Executors.newFixedThreadPool(ouvriers);
  }

  /** The files and what is played with them; the deliberate defects are told when all is written, by {@link FabriqueDeFichiers#ecrire}. */
  public JeuDeFichiers jeu() {
    return jeu;
  }

  void ajouter(Path chemin, Callable<Void> ecrire) {
    travaux.put(chemin, ouvriers.submit(ecrire));
  }

  /**
   * Returns once this file is whole.
   *
   * @throws UncheckedIOException when it could not be written, or the thread was interrupted
   */
  public void attendre(Path chemin) {
    try {
      travaux.get(chemin).get();
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException("Un fichier de la démonstration n'a pas pu être écrit.", e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("L'écriture de la démonstration a été interrompue.", e));
    }
  }

  @Override
  public void close() {
    ouvriers.shutdownNow();
    // returns when the file that was being written is closed: its folder may be erased
    ouvriers.close();
  }
}
