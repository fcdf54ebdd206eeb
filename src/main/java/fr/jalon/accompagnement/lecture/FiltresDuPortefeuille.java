package fr.jalon.accompagnement.lecture;

import fr.jalon.ecran.Filtres;

/** What is asked of a portfolio. @param referent whose, 0 for the agent's own; @param nom beginning of words of the name */
public record FiltresDuPortefeuille(Onglet onglet, Integer referent, String nom, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDuPortefeuille {
    onglet = onglet == null ? Onglet.MEMBRES : onglet;
    referent = referent == null ? 0 : referent;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** The persons looked at. */
  public enum Onglet {
    /** In it. */
    MEMBRES("Dans le portefeuille", "etat = 'EN_COURS' and pourquoi is null"),
    /** Not met for longer than the rhythm, and nothing planned. */
    EN_RETARD("En retard", "etat = 'EN_COURS' and pourquoi is null and not rdv_proche and a_voir_avant < :jour"),
    /** Something ended it and nobody said so. */
    A_REGLER("À régler", "etat = 'EN_COURS' and pourquoi is not null"),
    /** Left. */
    SORTIES("Sorties", "etat = 'SORTIE'");

    private final String libelle;
    private final String condition;

    Onglet(String libelle, String condition) {
      this.libelle = libelle;
      this.condition = condition;
    }

    /** As agents read it. */
    public String libelle() {
      return libelle;
    }

    /** In SQL. */
    String condition() {
      return condition;
    }
  }

  @Override
  public String chemin() {
    return "/portefeuilles-intensifs/membres";
  }
}
