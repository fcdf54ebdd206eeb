package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Filtres;

/**
 * What is asked of the queue of calls. @param file those to call unless said otherwise; @param territoire id; @param rang 1 (six months) or 2 (a
 * year), or all;
 * @param suivies of those the agent at work follows or followed alone, or all; @param nom beginning of words of the name
 */
public record FiltresDeRappels(File file, Integer territoire, Rang rang, FiltresDeSorties.Suivies suivies, String nom,
    Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeRappels {
    file = file == null ? File.A_APPELER : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** Where the calls are. */
  public enum File {
    /** Their day is near, or a while ago at most. */
    A_APPELER("À appeler"),
    /** Their time is over. */
    EN_RETARD("En retard"),
    /** Tried as often as asked, written to. */
    SANS_REPONSE("Sans réponse"),
    /** Answered. */
    FAITS("Faits");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Which call. */
  public enum Rang {
    /** The first. */
    SIX_MOIS("À six mois"),
    /** The second. */
    UN_AN("À un an");

    private final String libelle;

    Rang(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/rappels";
  }
}
