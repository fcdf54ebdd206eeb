package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.Echeance;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;

/**
 * The decision to keep a parcours social at its review (L. 262-31 CASF).
 *
 * @param le     day of the decision
 * @param raison why the parcours social goes on, not empty
 * @param avis   what the équipe pluridisciplinaire said, or {@code null}
 */
public record Maintien(LocalDate le, String raison, Avis avis) {
  private static final String AVIS_LE = "avisLe";
  private static final String ARTICLE = "L. 262-31 CASF";

  /**
   * What holds for a whole list. @param avisExige true when the équipe pluridisciplinaire must have examined the situation. @throws
   * fr.jalon.socle.SaisieRefusee with all that is wrong
   */
  public void verifier(LocalDate aujourdhui, boolean avisExige) {
    Fautes fautes = new Fautes();
    verifier(aujourdhui, avisExige, fautes);
    fautes.lever();
  }

  /** The same, beside what is already wrong in the form. */
  public void verifier(LocalDate aujourdhui, boolean avisExige, Fautes fautes) {
    boolean avisLu = fautes.bon("avis") && fautes.bon(AVIS_LE);
    fautes.exiger(raison != null && !raison.isBlank(), "raison", "MOTIF_ABSENT", "Dites pourquoi le parcours social continue, en quelques mots.")
        .exiger(le != null && !le.isAfter(aujourdhui), "le", "DATE_FUTURE", "Indiquez le jour de la décision, aujourd'hui au plus tard.")
        .exiger(avis != null || !avisExige || !avisLu, AVIS_LE, "AVIS_ABSENT",
            "Donnez la date et le sens de l'avis de l'équipe pluridisciplinaire : elle examine la situation avant le maintien.", ARTICLE)
        .exiger(avis == null || le == null || !avis.le().isAfter(le), AVIS_LE, "AVIS_APRES",
            "L'avis de l'équipe pluridisciplinaire ne peut pas être plus récent que la décision.", ARTICLE);
  }

  /**
   * What holds for each person.
   *
   * @param suivi     {@code null} when it is out of the agent's perimeter
   * @param due       the review that is due, {@code null} when none runs
   * @param dejaFait  who already kept it that day or after, and when, {@code null} when nobody did
   * @param demandee  true when a réorientation waits for an answer
   */
  public void verifier(Suivi suivi, Echeance due, String dejaFait, boolean demandee) {
    if (suivi == null) {
      throw new RefusMetier("SUIVI_INCONNU", "Ce suivi n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter.");
    }
    if (dejaFait != null) {
      throw new RefusMetier("REEXAMEN_DEJA_FAIT", "Parcours social déjà maintenu " + dejaFait + ".");
    }
    if (suivi.parcours() != Parcours.SOCIAL || suivi.etat() == EtatSuivi.CLOS) {
      throw new RefusMetier("PAS_DE_PARCOURS_SOCIAL", "Cette personne n'est pas en parcours social : il n'y a rien à maintenir.", ARTICLE);
    }
    if (due == null) {
      throw new RefusMetier("SANS_REEXAMEN", "Aucun réexamen n'est dû : le suivi est en veille. Il le sera quand le suivi reprendra.");
    }
    if (demandee) {
      throw new RefusMetier("REORIENTATION_DEMANDEE", "Une réorientation est demandée pour cette personne : décidez-la d'abord.");
    }
    if (!le.isAfter(due.depart())) {
      throw new RefusMetier("DATE_AVANT_ORIENTATION", "Cette date est avant le début du délai de réexamen.");
    }
  }
}
