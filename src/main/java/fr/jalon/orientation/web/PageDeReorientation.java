package fr.jalon.orientation.web;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One request of réorientation, and the forms that answer it.
 *
 * @param formulaire     the orientation decided, as typed
 * @param recommandation what her latest diagnostic recommends, or {@code null}
 * @param peutDecider    true when the agent may accept, refuse, undo
 * @param erreurs        by field of the orientation
 * @param refus          sentence of a refusal, or {@code null}; @param article its article, or {@code null}
 * @param raison         words of the refusal being typed, or empty
 */
public record PageDeReorientation(LigneDeReorientation ligne, FormulaireDOrientation formulaire, List<Destination.Groupe> destinations, LocalDate aujourdhui,
    Recommandations.Faite recommandation, boolean peutDiagnostiquer, boolean peutDecider, Map<String, String> erreurs, String refus, String article, String raison) {

  /** True while it waits for an answer. */
  public boolean attend() {
    return ligne.demande().etat() == EtatReorientation.DEMANDEE;
  }

  /** True when what was decided may still be undone. */
  public boolean annulable() {
    return peutDecider && (ligne.demande().etat() == EtatReorientation.ACCEPTEE || ligne.demande().etat() == EtatReorientation.REFUSEE);
  }

  /** First day the decision may bear: the day after the orientation in force. */
  public LocalDate auPlusTot() {
    LocalDate lendemain = ligne.notifieLe().plusDays(1);
    return lendemain.isAfter(ligne.demande().demandeeLe()) ? lendemain : ligne.demande().demandeeLe();
  }
}
