package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.bornes.Bornes;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A load's guard, on a watch that the test sets. */
public final class GardeDEssai {
  private GardeDEssai() {}

  /** Starts the time of a file of that size, then lets the test ask when it wants. */
  public static void verifier(Bornes bornes, long octets, LongSupplier montre, Consumer<Runnable> essai) {
    Garde garde = new Garde(bornes, octets, montre);
    garde.commencer();
    essai.accept(garde::verifier);
  }
}
