package fr.jalon.rendezvous.lecture;

import fr.jalon.ecran.Filtres;

/** What is asked of the list of sessions. @param quand those to come unless said otherwise; @param territoire id, {@code null} or 0 for all */
public record FiltresDeSessions(Quand quand, Integer territoire, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeSessions {
    quand = quand == null ? Quand.A_VENIR : quand;
    page = Filtres.page(page);
  }

  /** Which sessions. */
  public enum Quand {
    A_VENIR("À venir"),
    A_SAISIR("Présence à saisir"),
    PASSEES("Passées");

    private final String libelle;

    Quand(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/informations-collectives";
  }
}
