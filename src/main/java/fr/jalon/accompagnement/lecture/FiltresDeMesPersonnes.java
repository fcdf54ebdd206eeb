package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Filtres;

/**
 * What is asked of « Mes personnes ». @param referent id, 0 for everyone; {@code null} is the agent herself when she is a référent; @param nom
 * beginning
 * of words of the name; @param territoire id
 */
public record FiltresDeMesPersonnes(Onglet onglet, String nom, Parcours parcours, Integer referent, Integer territoire, Tri tri, Integer page)
    implements Filtres {
  /** Defaults. */
  public FiltresDeMesPersonnes {
    onglet = onglet == null ? Onglet.TOUTES : onglet;
    tri = tri == null ? Tri.NOM : tri;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** The persons looked at. */
  public enum Onglet {
    /** All. */
    TOUTES("true"),
    /** Not seen for longer than the rhythm of her follow-up, and nothing planned. */
    SANS_CONTACT("not rdv_proche and a_voir_avant < :jour"),
    /** Nothing planned. */
    SANS_RENDEZ_VOUS("prevu_le is null"),
    /** On the RSA for longer than the Département says. */
    LONGUE_DUREE("mois > :longue_duree"),
    /** Followed outside the RSA. */
    HORS_RSA("parcours is null");

    private final String condition;

    Onglet(String condition) {
      this.condition = condition;
    }

    /** In SQL. */
    String condition() {
      return condition;
    }
  }

  /** In what order. */
  public enum Tri {
    /** By name. */
    NOM("nom, prenom"),
    /** Never met first, then the longest without contact. */
    CONTACT("dernier nulls first"),
    /** The longest on the RSA first. */
    ANCIENNETE("mois desc nulls last");

    private final String ordre;

    Tri(String ordre) {
      this.ordre = ordre;
    }

    /** In SQL. */
    String ordre() {
      return ordre;
    }
  }

  @Override
  public String chemin() {
    return "/mes-personnes";
  }
}
