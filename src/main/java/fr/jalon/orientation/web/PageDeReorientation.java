package fr.jalon.orientation.web;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import java.time.LocalDate;
import java.util.List;

/**
 * One request of réorientation, and the forms that answer it.
 *
 * @param formulaire     the orientation decided, as typed
 * @param recommandation what her latest diagnostic recommends, or {@code null}
 * @param peutDecider    true when the agent may accept, refuse, undo
 * @param refus          what was refused of one of its forms
 * @param motif          words being typed in one of the short ones
 */
public record PageDeReorientation(LigneDeReorientation ligne, FormulaireDOrientation formulaire,
    List<Destination.Groupe> destinations, LocalDate aujourdhui,
    Recommandations.Faite recommandation, boolean peutDiagnostiquer, boolean peutDecider, Refus refus, Motif motif) {
  /** Why, as typed in one of the short forms of the page. @param champ id of its field; @param prevenir true to write to the person */
  public record Motif(String champ, String texte, boolean prevenir) {
    static final Motif AUCUN = new Motif("", "", true);
  }


  /** What was typed in the field of this id, empty when it is another that was. */
  public String texte(String champ) {
    return champ.equals(motif.champ()) ? motif.texte() : "";
  }

  /** True when what was refused is in the form of the orientation. */
  public boolean orientationRefusee() {
    return refus.present() && motif.champ().isEmpty();
  }

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
