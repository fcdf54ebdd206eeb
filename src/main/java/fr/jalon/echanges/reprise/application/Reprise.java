package fr.jalon.echanges.reprise.application;

import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.EtatReprise;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A spreadsheet of structures.
 *
 * @param detail   how it was read, in words
 * @param doublons rows left out because they repeat another one exactly
 * @param colonnes rank of the column of each field, from 0
 * @param cree     what it created, or {@code null} before
 * @param reste    what had already served when it was undone, in words
 */
public record Reprise(long id, String fichier, String detail,
    List<String> entetes, List<Rangee> rangees, int doublons, Map<ChampDeStructure, Integer> colonnes,
    EtatReprise etat, Cree cree, String auteur, OffsetDateTime deposeeLe, OffsetDateTime enregistreeLe, List<String> reste) {

  /** One thing created. */
  public record Chose(int id, String nom) {}

  /** What was created, in the order of the rows. */
  public record Cree(List<Chose> organisations, List<Chose> sites, List<Chose> referents) {
    /** Number of things. */
    public int nombre() {
      return organisations.size() + sites.size() + referents.size();
    }
  }

  /** The same with the columns as typed, be they wrong; the last of two columns for a field is left aside. */
  public Reprise avec(List<ChampDeStructure> champs) {
    Map<ChampDeStructure, Integer> typees = new EnumMap<>(ChampDeStructure.class);
    for (int i = 0; i < champs.size(); i++) {
      if (champs.get(i) != null) {
        typees.putIfAbsent(champs.get(i), i);
      }
    }
    return new Reprise(id, fichier, detail, entetes, rangees, doublons, typees, etat, cree, auteur, deposeeLe, enregistreeLe, reste);
  }

  /** Field of a column, or {@code null}. */
  public ChampDeStructure champ(int colonne) {
    return colonnes.entrySet().stream().filter(e -> e.getValue() == colonne).map(Map.Entry::getKey).findFirst().orElse(null);
  }
}
