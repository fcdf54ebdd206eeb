package fr.jalon.carnet.lecture;

import fr.jalon.ecran.Filtres;

/**
 * What is asked of the list of what awaits an agent in the notebooks. @param genre to read or to do, all when {@code null}; @param theme code; @param
 * nom beginning of words of the name; @param territoire id
 */
public record FiltresDuCarnet(Onglet onglet, Genre genre, String theme, String nom, Integer territoire, Tri tri, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDuCarnet {
    onglet = onglet == null ? Onglet.ATTEND : onglet;
    tri = tri == null ? Tri.PRESSE : tri;
    theme = Filtres.texte(theme);
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** What is looked at. */
  public enum Onglet {
    /** Asked of her, neither read nor done. */
    ATTEND("À lire et à faire"),
    /** Her tasks whose day passed. */
    RETARD("En retard"),
    /** Written about the persons she follows, and not shown to her yet. */
    NOUVEAUX("Nouveaux écrits"),
    /** Tasks she asked of colleagues, not done. */
    DEMANDES("Demandé par moi"),
    /** Read or done. */
    FAITS("Lu ou fait");

    private final String libelle;

    Onglet(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** What is awaited. */
  public enum Genre {
    /** Nothing but reading. */
    A_LIRE("À lire"),
    /** A task. */
    A_FAIRE("À faire");

    private final String libelle;

    Genre(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** In what order. */
  public enum Tri {
    /** What presses first: tasks by their day, then what waits for longest; what is over, the latest first. */
    PRESSE("Le plus pressé", "case when onglet in ('ATTEND', 'DEMANDES') then limite end nulls last, "
        + "case when onglet in ('NOUVEAUX', 'FAITS') then -1 else 1 end * extract(epoch from coalesce(faite_le, quand))"),
    /** The latest written first. */
    RECENT("Le plus récent", "quand desc"),
    /** By name. */
    NOM("Nom", "nom, prenom");

    private final String libelle;
    private final String ordre;

    Tri(String libelle, String ordre) {
      this.libelle = libelle;
      this.ordre = ordre;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }

    /** In SQL. */
    String ordre() {
      return ordre;
    }
  }

  @Override
  public String chemin() {
    return "/carnet";
  }
}
