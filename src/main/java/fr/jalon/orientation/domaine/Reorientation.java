package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A request of réorientation and what became of it. Each act returns the next state, or refuses and tells who decided before.
 *
 * @param suiviId        the follow-up to change
 * @param demandeePar    who typed it
 * @param etatDepuis     day the present state takes effect
 * @param decideePar     who decided or withdrew, {@code null} while it waits
 * @param raisonDecision why it is refused or withdrawn, or {@code null}
 * @param recommandationId recommendation of the diagnostic made since, {@code null} when there is none
 * @param nouveauSuiviId the follow-up that replaces, when accepted
 */
public record Reorientation(long id, @PersonneMontree long personneId, long suiviId, OrigineDeReorientation origine,
    List<RaisonDeReorientation> raisons, String precisions,
    Parcours parcoursVoulu, Integer organisationVoulueId, LocalDate demandeeLe, String demandeePar, EtatReorientation etat, LocalDate etatDepuis,
    String decideePar, String raisonDecision, Long recommandationId, Long nouveauSuiviId) {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Accepted. @param notifieLe day the person was told; @param nouveau id of the follow-up that replaces */
  public Reorientation accepter(LocalDate notifieLe, String par, Long recommandation, long nouveau) {
    return passer(EtatReorientation.ACCEPTEE, notifieLe, par, null, recommandation, nouveau);
  }

  /** Refused. @param raison why, not empty: the person has the right to know */
  public Reorientation refuser(LocalDate le, String par, String raison) {
    return passer(EtatReorientation.REFUSEE, le, par, exiger(raison), recommandationId, null);
  }

  /** Withdrawn by who asked. @param raison why, not empty */
  public Reorientation retirer(LocalDate le, String par, String raison) {
    return passer(EtatReorientation.RETIREE, le, par, exiger(raison), recommandationId, null);
  }

  /** The decision was a mistake: it waits again, since the day it was asked. */
  public Reorientation reprendre(String raison) {
    exiger(raison);
    if (etat == EtatReorientation.RETIREE) {
      throw decidee();
    }
    return passer(EtatReorientation.DEMANDEE, demandeeLe, null, null, null, null);
  }

  /** What became of it, in a sentence; {@code null} while it waits. */
  public String decision() {
    return etat == EtatReorientation.DEMANDEE ? null : "%s le %s par %s%s".formatted(etat.libelle(), JOUR.format(etatDepuis), decideePar,
        raisonDecision == null ? "" : " : " + raisonDecision);
  }

  private Reorientation passer(EtatReorientation vers, LocalDate le, String par, String raison, Long recommandation, Long nouveau) {
    if (!etat.suivants().contains(vers)) {
      throw decidee();
    }
    if (le.isBefore(demandeeLe)) {
      throw new SaisieRefusee("notifieLe", new RefusMetier("DATE_AVANT_DEMANDE",
          "Cette date est avant la demande, faite le %s.".formatted(JOUR.format(demandeeLe))));
    }
    return new Reorientation(id, personneId, suiviId, origine, raisons, precisions, parcoursVoulu, organisationVoulueId,
        demandeeLe, demandeePar, vers, le,
        par, raison, recommandation, nouveau);
  }

  private RefusMetier decidee() {
    return new RefusMetier("REORIENTATION_DECIDEE", etat == EtatReorientation.DEMANDEE ? "Cette demande attend encore une décision."
        : "Cette demande n'attend plus. %s.".formatted(decision()));
  }

  private static String exiger(String raison) {
    if (raison == null || raison.isBlank()) {
      throw new SaisieRefusee("raison", new RefusMetier("MOTIF_ABSENT", "Dites pourquoi, en quelques mots."));
    }
    return raison.strip();
  }

  /** The reasons in one line: « A déménagé ; son projet a changé. » */
  public String pourquoi() {
    String liste = raisons.stream().map(r -> r.libelle().toLowerCase(Locale.FRENCH)).reduce((a, b) -> a + " ; " + b).orElse("");
    String debut = liste.isEmpty() ? "" : Character.toUpperCase(liste.charAt(0)) + liste.substring(1);
    return precisions == null ? debut : debut + " : " + precisions;
  }
}
