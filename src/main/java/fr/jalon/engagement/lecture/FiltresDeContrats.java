package fr.jalon.engagement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Filtres;

/**
 * What is asked of the list of contracts.
 *
 * @param file         those to prepare unless said otherwise; @param territoire, referent, organisation ids; @param parcours of the follow-up that
 * runs
 * @param suivies      hers alone, or all; @param delai those late alone, or all
 * @param anciennete   those followed before the law, or since; @param nom beginning of words of the name
 */
public record FiltresDeContrats(File file, Integer territoire, Integer referent, Integer organisation, Parcours parcours, Suivies suivies,
    Delai delai,
    Anciennete anciennete, String nom, Integer page) implements Filtres {
  /** Defaults. */
  public FiltresDeContrats {
    file = file == null ? File.A_PREPARER : file;
    nom = Filtres.texte(nom);
    page = Filtres.page(page);
  }

  /** A tab, nothing else asked. */
  public static FiltresDeContrats de(File file) {
    return new FiltresDeContrats(file, null, null, null, null, null, null, null, null, 1);
  }

  /** Where the contracts looked at are. */
  public enum File {
    /** The month runs, or a text is begun: nothing is presented. */
    A_PREPARER("À préparer"),
    /** A responsable is asked. */
    A_VALIDER("À valider"),
    /** Presented: signatures are awaited. */
    A_SIGNER("À signer"),
    /** Signed, and not near its end. */
    EN_VIGUEUR("En vigueur"),
    /** Near its end, or ended while she is still followed. */
    A_RENOUVELER("À renouveler"),
    /** She does not want it. */
    REFUSES("Refusés"),
    /** Stopped with her right or her follow-up. */
    SUSPENDUS("Suspendus"),
    /** Over. */
    FINIS("Finis");

    private final String libelle;

    File(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /** Whose contracts. */
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

  /** Since when she is followed. */
  public enum Anciennete {
    /** Before the law: until the end of the transition. */
    STOCK("Suivies avant la loi"),
    /** Since: the month runs from the notification. */
    NOUVELLES("Suivies depuis la loi");

    private final String libelle;

    Anciennete(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  @Override
  public String chemin() {
    return "/contrats";
  }
}
