package fr.jalon.orientation.lecture;

import fr.jalon.ecran.AdresseDePage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of the list of first meetings; all of it is in the URL. @param file who waits, is late, or was met; @param nom parts of the name, or {@code null}; @param page from 1 */
public record FiltresDeRencontres(File file, String nom, int page) {
  /** Defaults. */
  public FiltresDeRencontres {
    file = file == null ? File.A_RENCONTRER : file;
    nom = nom == null || nom.isBlank() ? null : nom.strip();
    page = Math.max(1, page);
  }

  /** The persons looked at. */
  public enum File {
    /** Not met since their orientation was notified. */
    A_RENCONTRER("À rencontrer"),
    /** The same, past the last day. */
    EN_RETARD("En retard"),
    /** Met. */
    RENCONTREES("Rencontrées");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Address of the list with these filters, first page. */
  public AdresseDePage adresse() {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("file", file == File.A_RENCONTRER ? "" : file.name());
    p.put("nom", nom);
    return new AdresseDePage("/premieres-rencontres", p);
  }
}
