package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Filtres;
import fr.jalon.orientation.domaine.MotifEntree;

/**
 * What is asked of the list of new entrants.
 *
 * @param file       which persons: late, near, on time, all who wait, or suspended
 * @param territoire territory id
 * @param commune    INSEE code of the present address
 * @param nom        beginning of words of the name, without accents
 * @param convocation where she stands towards the informations collectives
 * @param session    id of a session she came to
 */
public record FiltresDEntrees(File file, Integer territoire, String commune, MotifEntree motif, String nom, Integer page, Convocation convocation,
    Long session) implements Filtres {
  /** Whatever became of her convocations. */
  public FiltresDEntrees(File file, Integer territoire, String commune, MotifEntree motif, String nom, Integer page) {
    this(file, territoire, commune, motif, nom, page, null, null);
  }

  /** Where a person stands towards the informations collectives. */
  public enum Convocation {
    A_CONVOQUER("À convoquer"),
    CONVOQUEES("Convoquées"),
    PRESENTES("Venues"),
    ABSENTES("Absentes au moins une fois");

    private final String libelle;

    Convocation(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Defaults. */
  public FiltresDEntrees {
    file = file == null ? File.ATTENTE : file;
    commune = Filtres.texte(commune);
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** The persons looked at. */
  public enum File {
    /** All who wait. */
    ATTENTE("En attente"),
    /** Legal limit past. */
    RETARD("En retard"),
    /** Target past, or limit near. */
    PROCHE("Proches"),
    /** There is time. */
    A_TEMPS("À temps"),
    /** Orientation recorded, its letter has not left. */
    A_POSTER("Lettres à poster"),
    /** Right suspended, or not soumise for now: nothing is due meanwhile. */
    SUSPENDUES("En pause");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** The same for whole lists: from the first page, whatever name was looked for. */
  public FiltresDEntrees sansNom() {
    return new FiltresDEntrees(file, territoire, commune, motif, null, 1, convocation, session);
  }

  @Override
  public String chemin() {
    return "/nouveaux-entrants";
  }
}
