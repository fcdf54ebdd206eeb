package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Filtres;

/** What is asked of the list of first meetings. @param file who waits, is late, or was met; @param nom parts of the name, or {@code null} */
public record FiltresDeRencontres(File file, String nom, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeRencontres {
    file = file == null ? File.A_RENCONTRER : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
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

  @Override
  public String chemin() {
    return "/premieres-rencontres";
  }
}
