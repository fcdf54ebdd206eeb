package fr.jalon.echanges.tableur.domaine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column gives which field.
 *
 * @param colonnes rank of the column, from 0, by field
 */
public record Correspondance(Map<Champ, Integer> colonnes) {
  /** Defensive copy. */
  public Correspondance {
    colonnes = colonnes.isEmpty() ? new EnumMap<>(Champ.class) : new EnumMap<>(colonnes);
  }

  /** What the headers of a spreadsheet of persons say. */
  public static Correspondance deviner(List<String> entetes) {
    return deviner(entetes, GenreDeTableur.PERSONNES);
  }

  /** What the headers say; a header taken once is not taken twice, but a second telephone is one. */
  public static Correspondance deviner(List<String> entetes, GenreDeTableur genre) {
    Map<Champ, Integer> colonnes = new EnumMap<>(Champ.class);
    for (int i = 0; i < entetes.size(); i++) {
      Champ champ = genre.reconnu(entetes.get(i));
      if (champ != null && colonnes.putIfAbsent(champ, i) != null && champ == Champ.TELEPHONE
          && genre.champs().contains(Champ.TELEPHONE_2)) {
        colonnes.putIfAbsent(Champ.TELEPHONE_2, i);
      }
    }
    return new Correspondance(colonnes);
  }

  /** As it was kept, rank by name of field; a field that exists no more is left out. */
  public static Correspondance gardee(Map<String, Integer> rangs) {
    Map<Champ, Integer> colonnes = new EnumMap<>(Champ.class);
    rangs.forEach((nom, rang) -> {
      Champ champ = Champ.lire(nom);
      if (champ != null) {
        colonnes.put(champ, rang);
      }
    });
    return new Correspondance(colonnes);
  }

  /** What a spreadsheet of persons lacks. */
  public List<Champ> manquants() {
    return manquants(GenreDeTableur.PERSONNES);
  }

  /** The fields that this kind requires and no column gives. */
  public List<Champ> manquants(GenreDeTableur genre) {
    return genre.obligatoires().stream().filter(champ -> !colonnes.containsKey(champ)).toList();
  }

  /** Field of a column, or {@code null}. */
  public Champ champ(int colonne) {
    return colonnes.entrySet().stream().filter(e -> e.getValue() == colonne).map(Map.Entry::getKey).findFirst().orElse(null);
  }

  /** Value of a field in a row; an empty text when no column gives it. */
  public String valeur(Champ champ, List<String> valeurs) {
    Integer colonne = colonnes.get(champ);
    return colonne == null || colonne >= valeurs.size() ? "" : valeurs.get(colonne).strip();
  }
}
