package fr.jalon.handicap.lecture;

import fr.jalon.ecran.Filtres;

/**
 * What is asked of the list of disability files. @param file those to build unless said otherwise; @param territoire id; @param referent id; @param
 * suivies hers alone,
 * or all;
 * @param delai those late alone, or all; @param nom beginning of words of the name
 */
public record FiltresDeDossiersMdph(File file, Integer territoire, Integer referent, Suivies suivies, Delai delai, String nom,
    Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeDossiersMdph {
    file = file == null ? File.A_CONSTITUER : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** Where the files looked at are. */
  public enum File {
    /** Papers to gather. */
    A_CONSTITUER("À constituer"),
    /** Spoken of, no answer of the person. */
    PROPOSES("Proposés"),
    /** Filed: the MDPH has not answered. */
    ATTENDUS("Réponse attendue"),
    /** A recourse waits. */
    CONTESTES("Contestés"),
    /** Answered. */
    DECIDES("Décidés"),
    /** Rights that end, and are not asked again. */
    A_RENOUVELER("À renouveler"),
    /** Not wanted, or not going on. */
    ARRETES("Arrêtés");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Whose files. */
  public enum Suivies {
    /** Of those whom the agent at work follows. */
    MIENNES("Celles que je suis"),
    /** Of those whom no référent follows. */
    SANS_REFERENT("Sans référent");

    private final String libelle;

    Suivies(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** How they stand against their day. */
  public enum Delai {
    /** It passed. */
    EN_RETARD("En retard"),
    /** It is near. */
    BIENTOT("Bientôt");

    private final String libelle;

    Delai(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/dossiers-mdph";
  }
}
