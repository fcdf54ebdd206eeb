package fr.jalon.handicap.web;

import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.lecture.DossierMdph;
import fr.jalon.handicap.lecture.DroitTenu;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.DejaVu;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The disability files of a person, and the forms that move them.
 *
 * @param dossiers     those open first
 * @param droits       what she holds; @param bientot what ends before that day is to be asked again
 * @param papiers      by kind, those of the room of papers that she showed; empty for who does not read them
 * @param peut         what else this agent may do from here
 * @param quoi         the form that was refused ({@code ouverture}, {@code depot-12}…), empty when none was
 * @param saisie       what was typed in it; @param neuf what the other forms show
 * @param constitution what was typed of the papers, {@code null} when something else was; @param versions what each of these forms carries, by file
 * @param reponses     what was typed of answers
 */
public record PageMdph(Identite personne, List<DossierMdph> dossiers, List<DroitTenu> droits, LocalDate aujourdhui, LocalDate bientot,
    Map<String, DejaVu> papiers, Peut peut, String quoi, FormulaireMdph saisie, FormulaireMdph neuf, FormulaireDeConstitution constitution,
    Map<Long, Versions.EnFormulaire> versions, FormulaireDeReponses reponses, Refus refus) {
  /** What else the agent may do. */
  public record Peut(boolean papiers, boolean reorienter, boolean diagnostiquer) {}

  /** Those that are open, or whose answer is still to be told. */
  public List<DossierMdph> enCours() {
    return dossiers.stream().filter(this::enCours).toList();
  }

  /** The others. */
  public List<DossierMdph> passes() {
    return dossiers.stream().filter(d -> !enCours(d)).toList();
  }

  private boolean enCours(DossierMdph d) {
    return d.etat().ouvert() || d.etat() == EtatDossierMdph.DECIDE && d == dossiers.stream().filter(x -> x.etat() == EtatDossierMdph.DECIDE)
        .findFirst()
        .orElse(null);
  }

  /** True when none is open: another may begin. */
  public boolean libre() {
    return dossiers.stream().noneMatch(d -> d.etat().ouvert());
  }

  /** The rights that end soon and are not asked again. */
  public List<DroitTenu> aRenouveler() {
    return droits.stream().filter(d -> d.finitAvant(bientot) && !d.renouvele()).toList();
  }

  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What that form shows: what was typed in it when it was refused. */
  public FormulaireMdph formulaire(String nom) {
    return ouvert(nom) ? saisie : neuf;
  }

  /** What the form of the papers of that file shows. */
  public FormulaireDeConstitution constitutionDe(DossierMdph d) {
    return ouvert("constitution-" + d.id()) && constitution != null ? constitution : FormulaireDeConstitution.de(d.constitution());
  }

  /** What the form of the answers of that file shows. */
  public FormulaireDeReponses reponsesDe(DossierMdph d) {
    return ouvert("reponses-" + d.id()) ? reponses : FormulaireDeReponses.vide();
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }
}
