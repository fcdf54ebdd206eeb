package fr.jalon.orientation.lecture;

import fr.jalon.ecran.Filtres;
import java.util.Set;

/**
 * What is asked of the list of reviews. @param territoire id; @param organisation id; @param suivi one follow-up alone, whatever its file; @param nom
 * beginning of words of the name
 */
public record FiltresDeReexamens(File file, Integer territoire, Integer organisation, Long suivi, String nom, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeReexamens {
    file = file == null ? File.A_FAIRE : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
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

  @Override
  public Set<String> surUnePersonne() {
    return Set.of("nom", "suivi");
  }

  @Override
  public String chemin() {
    return "/reexamens";
  }
}
