package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Etape;
import java.util.List;

/** Tells a calculation step by step. Built only when asked. */
public final class Explication {
  private Explication() {}

  /** Steps of the RSA then of the prime d'activité. */
  public static List<Etape> de(Calcul calcul) {
    return List.of();
  }
}
