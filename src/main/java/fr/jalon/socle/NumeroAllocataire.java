package fr.jalon.socle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The number the CAF gives an allocataire: seven digits for everybody, followed by eight zeros in its files (205599 is 0205599, written
 * {@code 020559900000000}). Kept as the file gives it, without the zeros it starts with.
 */
public final class NumeroAllocataire {
  private static final int CHIFFRES = 7;
  private static final String SUITE = "00000000";

  private NumeroAllocataire() {}

  /**
   * As people know it: seven digits. What is not a number of the CAF stays as it is.
   *
   * @param garde as kept, or {@code null}
   */
  public static String affiche(String garde) {
    if (garde == null || !garde.matches("\\d{1,15}")) {
      return garde;
    }
    if (garde.length() <= CHIFFRES) {
      return avecZeros(garde, CHIFFRES);
    }
    String long15 = avecZeros(garde, CHIFFRES + SUITE.length());
    return long15.endsWith(SUITE) ? long15.substring(0, CHIFFRES) : garde;
  }

  /** The ways a number typed may be kept: with or without the zeros it starts with, on seven or fifteen digits. */
  public static List<String> formes(String tape) {
    String net = sansZeros(tape);
    Set<String> formes = new LinkedHashSet<>(List.of(net));
    if (net.matches("\\d{1,15}")) {
      String court = affiche(net);
      formes.add(sansZeros(court));
      if (court.length() == CHIFFRES) {
        formes.add(sansZeros(court + SUITE));
      }
    }
    return List.copyOf(formes);
  }

  private static String sansZeros(String numero) {
    return numero.replaceFirst("^0+(?=.)", "");
  }

  private static String avecZeros(String numero, int longueur) {
    return "0".repeat(longueur - numero.length()) + numero;
  }
}
