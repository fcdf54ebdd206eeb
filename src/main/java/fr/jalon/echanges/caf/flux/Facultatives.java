package fr.jalon.echanges.caf.flux;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file of beneficiaries may leave out, and what its absence means. The list is that of {@code vrsb0801.xsd} ({@code minOccurs="0"}),
 * with the tags that the schema asks for and that Jalon reads without. It stands here only; {@code docs/regles/chargement.md} repeats it for
 * readers and a test compares both. Absent is never "no" unless this list says that the tag tells an event.
 */
public final class Facultatives {
  /** What the absence of a tag means. */
  public enum Absence {
    /** Nothing new is known: the last known value holds; a person never told of is counted for what nobody has said yet, and the report says so. */
    DEMEURE("demeure"),
    /** The tag tells something that happens: without it, nothing happens or it is over. */
    RIEN("rien"),
    /** Not known at this date: neither zero nor no, and nothing is written. */
    INCONNU("inconnu"),
    /** Not known at this date, but a value learnt before on the person is not erased. */
    NON_EFFACE("non effacé"),
    /** Deduced from what stands beside it. */
    DEDUIT("déduit"),
    /** Jalon does not read it. */
    NON_LU("non lu");

    private final String libelle;

    Absence(String libelle) {
      this.libelle = libelle;
    }

    /** The word of the rules. */
    public String libelle() {
      return libelle;
    }
  }

  private static final Map<String, Absence> TOUTES = new LinkedHashMap<>();

  static {
    // required by the schema, and yet read without
    noter(Absence.DEMEURE, "TOPPERSDRODEVORSA", "TOPCHAPERS", "DossierCAF", "TOPRESPDOS", "TOPSANSDOMFIXE", "SITFAM",
        "ORIDEMRSA", "Adresse", "NUMVOIE");
    noter(Absence.DEDUIT, "TOPRESSNUL", "NUMCOM");
    // optional in the schema
    noter(Absence.DEMEURE, "MontantCalculDroitRSAPersonne", "DTORIDEMRSA", "AdresseDetailleeFrance");
    noter(Absence.NON_EFFACE, "QUAL", "PRENOM2", "PRENOM3", "TYPEDTNAI", "NIR", "DossierPoleEmploi");
    noter(Absence.RIEN, "OrganismeCedant", "OrganismePrenant", "DFRATDOS", "Rattachement", "Activite", "DFACT", "NATCONTRTRA",
        "PensionAlimentaire", "Grossesse", "DFGRO",
        "AvisPCGPersonne", "AvisCGSSDOMPersonne", "AdresseHorsFrance", "Refus", "SuspensionDroit", "SuspensionVersement", "FinDroit",
        "FinDroitMoisAnterieur",
        "SpecificiteDOM", "DetailCalculDroitRSA", "DFNATDRO", "AvisPCGDroitRSA", "Evenement", "Controle", "Anomalie");
    noter(Absence.INCONNU, "Ressources", "RessourcesMensuelles", "NBHEUMENTRA", "ABANEU", "InformationsAgricoles", "REG", "DTEMM",
        "MontantsCalculDroitRSA", "DFELECAL",
        "MTPFRSA", "MTALRSA", "MTREDCGRSA", "MTRSAVERS");
    noter(Absence.DEDUIT, "MTPERSRESSMENRSA");
    noter(Absence.NON_LU, "DemandeRMI", "MATRICULEORGCEDMUT", "RGNAI", "TOPVALIEC", "NUMDEMRSAPRECE", "TOPPERSENTDRODEVORSA", "MTPERSABANEURSA",
        "TOPCONDADMETI", "REGAGRIFAM",
        "NBENFAUTCHA", "TOPFOYDRODEVORSA", "MTPENTRSA", "MTLOCALRSA", "MTSANOBLALIMRSA", "MTREDHOSRSA", "MTCUMINTEGRSA",
        "MTABANEURSA", "DTDERRSAVERS");
  }

  private Facultatives() {}

  private static void noter(Absence sens, String... balises) {
    for (String balise : balises) {
      TOUTES.put(balise, sens);
    }
  }

  /** Every tag that may be left out, with what its absence means. */
  public static Map<String, Absence> toutes() {
    return Collections.unmodifiableMap(TOUTES);
  }

  /** True when the last known value holds. */
  static boolean demeure(String balise) {
    return TOUTES.get(balise) == Absence.DEMEURE;
  }
}
