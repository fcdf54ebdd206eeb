package fr.jalon.orientation.domaine;

import java.util.Optional;

/**
 * What becomes of an entry or a follow-up when the right of the person moves. Empty = stays as it is.
 *
 * @param vers  next state
 * @param motif why, as a French sentence
 */
public record Evolution<E extends Enum<E>>(E vers, String motif) {
  static final String DROIT_SUSPENDU = "Le droit est suspendu.";
  static final String DE_RETOUR = "Le droit est de nouveau versé et la personne soumise aux droits et devoirs.";
  /** Reason of a follow-up that ended with the right. */
  public static final String FIN_DE_DROIT = "Le droit a pris fin.";
  static final String PLUS_SOUMISE = "La personne n'est plus soumise aux droits et devoirs.";
  static final String DE_NOUVEAU_SOUMISE = "La personne est de nouveau soumise aux droits et devoirs.";
  static final String SUSPENSION_LONGUE = "La pause a duré trop longtemps : tout recommence.";
  static final String RETOUR_DANS_LE_MOIS = "Le droit est revenu dans le même mois.";

  /**
   * Of an entry: it waits while the person is soumise with a payable right, pauses while she is not, ends with her right. Who comes and goes around
   * the threshold keeps one entry, with the days that were left.
   *
   * @param maintenant where the person stands now
   * @param longue     she comes back from a long suspension, or a long pause
   * @param sortieCeMois she left this very month
   */
  public static Optional<Evolution<EtatEntree>> deLEntree(EtatEntree etat, Position maintenant, boolean longue, boolean sortieCeMois) {
    if (longue && etat == EtatEntree.SUSPENDUE && maintenant != Position.SUSPENDUE) {
      return vers(EtatEntree.SORTIE, SUSPENSION_LONGUE);
    }
    return switch (etat) {
      case EN_ATTENTE, SUSPENDUE -> switch (maintenant) {
        case SOUMISE -> etat == EtatEntree.EN_ATTENTE ? Optional.empty() : vers(EtatEntree.EN_ATTENTE, DE_RETOUR);
        case SUSPENDUE -> etat == EtatEntree.SUSPENDUE ? Optional.empty() : vers(EtatEntree.SUSPENDUE, DROIT_SUSPENDU);
        case NON_SOUMISE -> etat == EtatEntree.SUSPENDUE ? Optional.empty() : vers(EtatEntree.SUSPENDUE, PLUS_SOUMISE);
        case FERMEE -> vers(EtatEntree.SORTIE, FIN_DE_DROIT);
      };
      case SORTIE -> sortieCeMois && maintenant == Position.SOUMISE ? vers(EtatEntree.EN_ATTENTE, RETOUR_DANS_LE_MOIS) : Optional.empty();
      case ORIENTEE -> Optional.empty();
    };
  }

  /**
   * Of a follow-up: dormant while the right is suspended or the person is not soumise, closed with the right.
   *
   * @param closCeMois it was closed by the end of the right this very month, and the person had a right at the end of the month before: she was never
   *                   away from one month to the next (another payer takes over, a claim replaces another)
   */
  public static Optional<Evolution<EtatSuivi>> duSuivi(EtatSuivi etat, Position maintenant, boolean longue, boolean closCeMois) {
    if (longue && etat == EtatSuivi.EN_VEILLE && maintenant != Position.SUSPENDUE) {
      return vers(EtatSuivi.CLOS, SUSPENSION_LONGUE);
    }
    return switch (etat) {
      case EN_COURS -> switch (maintenant) {
        case SOUMISE -> Optional.empty();
        case SUSPENDUE -> vers(EtatSuivi.EN_VEILLE, DROIT_SUSPENDU);
        case NON_SOUMISE -> vers(EtatSuivi.EN_VEILLE, PLUS_SOUMISE);
        case FERMEE -> vers(EtatSuivi.CLOS, FIN_DE_DROIT);
      };
      case EN_VEILLE -> switch (maintenant) {
        case SOUMISE -> vers(EtatSuivi.EN_COURS, DE_NOUVEAU_SOUMISE);
        case SUSPENDUE, NON_SOUMISE -> Optional.empty();
        case FERMEE -> vers(EtatSuivi.CLOS, FIN_DE_DROIT);
      };
      case CLOS -> closCeMois && maintenant == Position.SOUMISE ? vers(EtatSuivi.EN_COURS, RETOUR_DANS_LE_MOIS) : Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<Evolution<E>> vers(E etat, String motif) {
    return Optional.of(new Evolution<>(etat, motif));
  }
}
