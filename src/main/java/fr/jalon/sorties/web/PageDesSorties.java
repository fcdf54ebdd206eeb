package fr.jalon.sorties.web;

import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.lecture.SortieDUnePersonne;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The exits of a person, their calls, and the forms that write them.
 *
 * @param sorties  those to complete first, those set aside last
 * @param peut     true when this agent may write; @param simule true when she may simulate a job
 * @param quoi     the form that was refused ({@code nouvelle}, {@code completer-12}, {@code ecarter-12}), empty when none was
 * @param saisie   what was typed in it; @param neuf what the form of a new one shows
 * @param versions what each form that edits carries, by exit
 */
public record PageDesSorties(Identite personne, List<SortieDUnePersonne> sorties, LocalDate aujourdhui, boolean peut, boolean simule, String quoi,
    FormulaireDeSortie saisie, FormulaireDeSortie neuf, Map<Long, Versions.EnFormulaire> versions, Refus refus, AppelEnCours appel) {
  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What the form of a new one shows. */
  public FormulaireDeSortie nouvelle() {
    return ouvert("nouvelle") ? saisie : neuf;
  }

  /** What the form of that one shows: what was typed in it when it was refused. */
  public FormulaireDeSortie formulaire(SortieDUnePersonne s) {
    return ouvert("completer-" + s.id()) ? saisie : FormulaireDeSortie.de(s.dite());
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }

  /** True when the file proposes one that waits. */
  public boolean proposee() {
    return sorties.stream().anyMatch(s -> s.etat() == EtatSortie.PROPOSEE);
  }
}
