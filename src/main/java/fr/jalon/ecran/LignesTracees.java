package fr.jalon.ecran;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The rows of a file to download. They are given a thousand at a time, after the journal holds the persons of that thousand: memory does not
 * grow with the file, and a row nobody could trace never leaves. While it leaves it holds connections that the pages need: past its time it is cut.
 */
public final class LignesTracees<T> implements AutoCloseable {
  /** Rows written in the journal at a time, before they leave. */
  public static final int PAQUET = 1000;
  private final Temoin temoin;
  private final String quoi;
  private final Stream<T> lignes;
  private final Duration auPlus;
  private final LongSupplier nanos;
  private final long debut;

  /**
   * @param auPlus how long the file may take to leave, however slow its reader
   * @param nanos  nanoseconds from any origin
   * @param apres  done once, when the file is over or given up
   */
  public LignesTracees(Temoin temoin, String quoi, Stream<T> lignes, Duration auPlus, LongSupplier nanos, Runnable apres) {
    this.temoin = temoin;
    this.quoi = quoi;
    this.lignes = lignes.onClose(apres);
    this.auPlus = auPlus;
    this.nanos = nanos;
    this.debut = nanos.getAsLong();
  }

  /** Where whoever writes the file writes: past its time, nothing more leaves. */
  public OutputStream sortie(OutputStream sortie) {
    return new SortieBornee(sortie, this::passee, phrase());
  }

  /** Gives each row, once, in order. @throws UncheckedIOException past its time */
  public void pourChacune(Consumer<? super T> suite) {
    Iterator<T> toutes = lignes.iterator();
    List<T> paquet = new ArrayList<>();
    boolean premier = true;
    while (premier || toutes.hasNext()) {
      if (passee()) {
        throw new UncheckedIOException(new IOException(phrase()));
      }
      premier = false;
      while (paquet.size() < PAQUET && toutes.hasNext()) {
        paquet.add(toutes.next());
      }
      temoin.exporter(quoi, paquet);
      paquet.forEach(suite);
      paquet.clear();
    }
  }

  private boolean passee() {
    return nanos.getAsLong() - debut > auPlus.toNanos();
  }

  private String phrase() {
    return "Export coupé (%s) : il durait depuis plus de %d minutes et tenait une connexion dont les pages ont besoin.".formatted(quoi,
        auPlus.toMinutes());
  }

  @Override
  public void close() {
    lignes.close();
  }
}
