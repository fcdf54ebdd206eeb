package fr.jalon.structures;

import fr.jalon.ecran.Filtre;
import java.util.List;

/** The filter of a list by territory: a list that opens on the territory of a référent says so when all are chosen. */
public final class FiltreDeTerritoire {
  private FiltreDeTerritoire() {}

  /** Shown when there is more than one. @param choisi id, {@code null} or {@link MaFiche#TOUS_LES_TERRITOIRES} for all */
  public static Filtre de(List<Territoire> territoires, Integer choisi) {
    return Filtre.choix("territoire", "Territoire", "Tous", String.valueOf(MaFiche.TOUS_LES_TERRITOIRES), territoires, Territoire::id,
        Territoire::nom, choisi);
  }
}
