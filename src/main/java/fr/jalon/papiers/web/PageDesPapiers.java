package fr.jalon.papiers.web;

import fr.jalon.ecran.Refus;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.lecture.Papier;
import fr.jalon.allocataires.PersonneVisible.Identite;
import java.time.LocalDate;
import java.util.List;

/**
 * The papers of a person, and the forms under them.
 *
 * @param bientot  what is no longer good that day is to be renewed
 * @param reservees true when the agent reads the copies of papers that tell who she is or where she is paid
 * @param quoi     the form that was refused ({@code vu}, {@code demande}, {@code recu-12}…), empty when none was
 * @param saisie   what was typed in it, {@code null} with none
 * @param neuf     what the other forms show
 */
public record PageDesPapiers(Identite personne, List<Papier> papiers, List<GenreDePapier> genres, LocalDate aujourdhui, LocalDate bientot,
    boolean reservees, String quoi, FormulaireDePapier saisie, FormulaireDePapier neuf, Refus refus) {
  /** Awaited and seen. */
  public List<Papier> quiComptent() {
    return papiers.stream().filter(p -> p.etat() == EtatPapier.ATTENDU || p.etat() == EtatPapier.VU).toList();
  }

  /** No longer wanted, or noted by mistake. */
  public List<Papier> quiNeComptentPlus() {
    return papiers.stream().filter(p -> p.etat() != EtatPapier.ATTENDU && p.etat() != EtatPapier.VU).toList();
  }

  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What that form shows: what was typed in it when it was refused. */
  public FormulaireDePapier formulaire(String nom) {
    return ouvert(nom) ? saisie : neuf;
  }

  /** What that form shows of a paper seen. */
  public FormulaireDePapier formulaire(String nom, Papier p) {
    return ouvert(nom) ? saisie : FormulaireDePapier.vide(p.vuLe(), p.valableJusquAu());
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }
}
