package fr.jalon.orientation.lecture;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.structures.MaFiche;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of the list of reviews; all of it is in the URL. {@code null} = no filter.
 *
 * @param territoire   territory id
 * @param organisation organisation id
 * @param suivi        one follow-up alone, whatever its file
 * @param nom          beginning of words of the name, without accents
 * @param page         from 1
 */
public record FiltresDeReexamens(File file, Integer territoire, Integer organisation, Long suivi, String nom, int page) {
  /** Defaults. */
  public FiltresDeReexamens {
    file = file == null ? File.A_FAIRE : file;
    nom = nom == null || nom.isBlank() ? null : nom.strip();
    page = Math.max(1, page);
  }

  /** The reviews looked at. */
  public enum File {
    /** Late, or soon due. */
    A_FAIRE("À faire"),
    /** Limit past. */
    RETARD("En retard"),
    /** Limit near: to prepare. */
    PROCHE("À préparer"),
    /** There is time. */
    PLUS_TARD("Plus tard");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** True when something besides the file is asked. */
  public boolean filtree() {
    return MaFiche.choisi(territoire) != null || organisation != null || suivi != null || nom != null;
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("file", file == File.A_FAIRE ? "" : file.name());
    p.put("territoire", territoire == null ? "" : territoire.toString());
    p.put("organisation", organisation == null ? "" : organisation.toString());
    p.put("suivi", suivi == null ? "" : suivi.toString());
    p.put("nom", nom);
    return new AdresseDePage("/reexamens", p);
  }
}
