package fr.jalon.sorties.lecture;

import fr.jalon.ecran.Filtres;
import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.RaisonDeSortie;

/**
 * What is asked of the list of exits. @param file those to complete unless said otherwise; @param territoire id; @param suivies hers alone, or all;
 * @param retour those who came back alone, or all; @param nom beginning of words of the name
 */
public record FiltresDeSorties(File file, Integer territoire, Suivies suivies, RaisonDeSortie raison, ClasseDeSortie classe, Retour retour,
    String nom,
    Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeSorties {
    file = file == null ? File.A_COMPLETER : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** Which exits. */
  public enum File {
    /** Proposed by the file, no reason said yet. */
    A_COMPLETER("À compléter"),
    /** To work. */
    EMPLOI("Emploi"),
    /** To anything else. */
    AUTRES("Autres");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Whose exits. */
  public enum Suivies {
    /** Of those whom the agent at work follows, or followed last. */
    MIENNES("Celles que je suis ou suivais");

    private final String libelle;

    Suivies(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Whether she is back in the RSA. */
  public enum Retour {
    /** She is. */
    REVENUE("Revenue au RSA"),
    /** No file says so. */
    NON("Pas revenue");

    private final String libelle;

    Retour(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/sorties";
  }
}
