package fr.jalon.sorties.domaine;

import java.time.LocalDate;

/** What an exit is worth, as the insertion sector counts its « sorties dynamiques ». */
public enum ClasseDeSortie {
  /** CDI, CDD or temporary work long enough, civil service, a business of one's own. */
  DURABLE("Durable"),
  /** A shorter contract, or an aided one. */
  TRANSITION("De transition"),
  /** Training, or a structure of insertion. */
  POSITIVE("Positive"),
  /** Anything else. */
  AUTRE("Autre");

  private final String libelle;

  ClasseDeSortie(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /**
   * The rule.
   *
   * @param contrat {@code null} when it is no job, or not known
   * @param fin     last day of the contract, {@code null} when it has none or nobody knows: then a contract that has an end is a short one
   * @param mois    months from which it is durable (sorties.cdd_durable_mois), the value of the day it began
   */
  public static ClasseDeSortie de(RaisonDeSortie raison, GenreDeContrat contrat, LocalDate debut, LocalDate fin, int mois) {
    return switch (raison) {
      case INDEPENDANT -> DURABLE;
      case FORMATION -> POSITIVE;
      case EMPLOI -> contrat == null ? AUTRE : switch (contrat) {
        case CDI, FONCTION_PUBLIQUE -> DURABLE;
        case CDD, INTERIM, APPRENTISSAGE -> fin != null && !fin.plusDays(1).isBefore(debut.plusMonths(mois)) ? DURABLE : TRANSITION;
        case CONTRAT_AIDE -> TRANSITION;
        case IAE -> POSITIVE;
        case AUTRE -> AUTRE;
      };
      case RETRAITE, AUTRE_ALLOCATION, DEMENAGEMENT, RESSOURCES, FIN_DE_DROIT, DECES, OPPOSITION, INCONNU -> AUTRE;
    };
  }
}
