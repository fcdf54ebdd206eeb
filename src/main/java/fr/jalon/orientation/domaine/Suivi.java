package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The orientation notified to a person and the follow-up that stems from it. Each act returns the next state, or refuses.
 *
 * @param entreeId  the entry it answers, {@code null} for a person who was already there
 * @param referentId {@code null} when only the organisation is named
 * @param motifFin  why it ended, {@code null} while open
 */
public record Suivi(long id, long personneId, Long entreeId, Parcours parcours, int organisationId, Integer referentId, LocalDate notifieLe,
    EtatSuivi etat, LocalDate etatDepuis, String motifFin, LocalDate finLe) {
  /** Reason of a follow-up that another one replaced. */
  public static final String REORIENTATION = "Réorientation";
  /** How the reason of a follow-up recorded by mistake begins: it never was. */
  public static final String ERREUR = "Saisi par erreur : ";
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Dormant: the person is not to be accompanied for now, the référent stays hers. */
  public Suivi mettreEnVeille(LocalDate le) {
    return passer(EtatSuivi.EN_VEILLE, le, null);
  }

  /** Awake again. */
  public Suivi reprendre(LocalDate le) {
    if (etat != EtatSuivi.EN_VEILLE) {
      throw new RefusMetier("PASSAGE_IMPOSSIBLE", "Ce suivi n'est pas en veille.");
    }
    return passer(EtatSuivi.EN_COURS, le, null);
  }

  /** Ended. @param motif why, not empty */
  public Suivi clore(LocalDate le, String motif) {
    exigerUnMotif(motif);
    return passer(EtatSuivi.CLOS, le, motif);
  }

  /** Recorded by mistake: it never was. It ends the day it started and answers no entry any more. */
  public Suivi annuler(String raison) {
    exigerUnMotif(raison);
    Suivi clos = passer(EtatSuivi.CLOS, notifieLe, ERREUR + raison);
    return new Suivi(id, personneId, null, parcours, organisationId, referentId, notifieLe, clos.etat, clos.etatDepuis, clos.motifFin, clos.finLe);
  }

  /**
   * Replaced by another orientation: it is the person's until the day before.
   *
   * @param notifieLe day the new one is notified
   * @throws RefusMetier the very day of its own notification: it would never have been
   */
  public Suivi remplacer(LocalDate notifieLe) {
    if (!notifieLe.isAfter(this.notifieLe)) {
      throw new SaisieRefusee("notifieLe", new RefusMetier("REORIENTATION_TROP_TOT",
          ("L'orientation en cours a été notifiée le %s : la réorientation prend effet le lendemain au plus tôt. "
          + "Si cette orientation était une erreur, annulez-la dans le dossier.").formatted(JOUR.format(this.notifieLe))));
    }
    return passer(EtatSuivi.CLOS, notifieLe.minusDays(1), REORIENTATION);
  }

  /** The réorientation that replaced it was a mistake: it goes on as if it had never ended. */
  public Suivi retablir(LocalDate le) {
    if (etat != EtatSuivi.CLOS || !REORIENTATION.equals(motifFin)) {
      throw new RefusMetier("PASSAGE_IMPOSSIBLE", "Ce suivi n'a pas été remplacé par une réorientation.");
    }
    return passer(EtatSuivi.EN_COURS, le, null);
  }

  private Suivi passer(EtatSuivi vers, LocalDate le, String motif) {
    if (!etat.suivants().contains(vers)) {
      throw new RefusMetier("PASSAGE_IMPOSSIBLE",
          "Ce suivi est %s : il ne peut pas devenir %s.".formatted(etat.libelle().toLowerCase(java.util.Locale.FRENCH),
          vers.libelle().toLowerCase(java.util.Locale.FRENCH)));
    }
    if (le.isBefore(notifieLe)) {
      throw new RefusMetier("DATE_AVANT_ORIENTATION", "Cette date est avant l'orientation.");
    }
    return new Suivi(id, personneId, entreeId, parcours, organisationId, referentId, notifieLe, vers, le, motif, vers == EtatSuivi.CLOS ? le : null);
  }

  private static void exigerUnMotif(String motif) {
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("MOTIF_ABSENT", "Dites pourquoi, en quelques mots.");
    }
  }
}
