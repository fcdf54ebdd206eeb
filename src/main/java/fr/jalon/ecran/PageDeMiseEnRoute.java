package fr.jalon.ecran;

import java.util.List;

/** What is still to do before a Département works, and what is done. */
public record PageDeMiseEnRoute(List<Etape> etapes) {
  /** @param adresse page where it is done; {@code null} when this agent's role does not open it, or when it is not done on a screen */
  public record Etape(String titre, String adresse, boolean indispensable, EtapeDeMiseEnRoute.Constat constat) {}

  /** Number of things left. */
  public long restantes() {
    return etapes.stream().filter(e -> !e.constat().fait()).count();
  }
}
