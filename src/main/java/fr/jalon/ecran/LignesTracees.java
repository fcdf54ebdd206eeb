package fr.jalon.ecran;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The rows of a file to download. They are given a thousand at a time, after the journal holds the persons of that thousand: memory does not
 * grow with the file, and a row nobody could trace never leaves.
 */
public final class LignesTracees<T> implements AutoCloseable {
  /** Rows written in the journal at a time, before they leave. */
  public static final int PAQUET = 1000;
  private final Temoin temoin;
  private final String quoi;
  private final Stream<T> lignes;

  /** @param apres done once, when the file is over or given up */
  public LignesTracees(Temoin temoin, String quoi, Stream<T> lignes, Runnable apres) {
    this.temoin = temoin;
    this.quoi = quoi;
    this.lignes = lignes.onClose(apres);
  }

  /** Gives each row, once, in order. */
  public void pourChacune(Consumer<? super T> suite) {
    Iterator<T> toutes = lignes.iterator();
    List<T> paquet = new ArrayList<>();
    boolean premier = true;
    while (premier || toutes.hasNext()) {
      premier = false;
      while (paquet.size() < PAQUET && toutes.hasNext()) {
        paquet.add(toutes.next());
      }
      temoin.exporter(quoi, paquet);
      paquet.forEach(suite);
      paquet.clear();
    }
  }

  @Override
  public void close() {
    lignes.close();
  }
}
