package fr.jalon.engagement.web;

import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.ContratLu;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contracts of a person, and the forms that move them.
 *
 * @param contrats those open first
 * @param limite   last day to sign, {@code null} when none runs
 * @param reference article of it
 * @param themes   what an objective may answer, of those this agent reads
 * @param peut     what else this agent may do
 * @param quoi     the form that was refused ({@code ouverture}, {@code cadre-12}…), empty when none was; @param saisie what was typed in it
 * @param versions what each form that edits carries, by name
 */
public record PageDuContrat(Identite personne, List<ContratLu> contrats, LocalDate aujourdhui, LocalDate limite, String reference,
    List<Rubrique> themes, Activites activites, Peut peut, String quoi, Saisie saisie, Map<String, Versions.EnFormulaire> versions, Refus refus) {
  /**
   * What else the agent may do.
   *
   * @param empeche  why no contract can begin, {@code null} when one can
   * @param aValider a validation is asked before presenting what she prepared; @param valide she gives it
   * @param sms      a code can leave by SMS
   */
  public record Peut(String empeche, boolean aValider, boolean valide, boolean sms) {}

  /** What was typed: one of them is not {@code null} at most. */
  public record Saisie(FormulaireDeContrat courte, FormulaireDeCadre cadre, FormulaireDObjectif objectif, FormulaireDActionDuContrat action) {
    /** Nothing. */
    public static final Saisie AUCUNE = new Saisie(null, null, null, null);
  }

  /** The one that binds, or is on its way to. */
  public Optional<ContratLu> ouvert() {
    return contrats.stream().filter(c -> c.etat().ouvert()).findFirst();
  }

  /** The others. */
  public List<ContratLu> passes() {
    return contrats.stream().filter(c -> !c.etat().ouvert()).toList();
  }

  /** True when the last one ended: the next goes on from it. */
  public boolean renouvelle() {
    return passes().stream().anyMatch(c -> c.etat() == EtatContrat.ECHU || c.etat() == EtatContrat.CLOS && c.signeLe() != null);
  }

  /** True for the form that was refused: it is shown open. */
  public boolean ouvert(String nom) {
    return quoi.equals(nom);
  }

  /** What a short form shows. */
  public FormulaireDeContrat courte(String nom) {
    return ouvert(nom) && saisie.courte() != null ? saisie.courte() : FormulaireDeContrat.vide(aujourdhui);
  }

  /** What the frame of that version shows. */
  public FormulaireDeCadre cadre(String nom, ContratLu.Version v) {
    return ouvert(nom) && saisie.cadre() != null ? saisie.cadre() : new FormulaireDeCadre(v.depuis().toString(), v.jusquAu().toString(),
        v.intensite().name(), v.engagementsPersonne(), v.engagementsReferent(), v.motif());
  }

  /** What the form of an objective shows. @param o {@code null} for one more */
  public FormulaireDObjectif objectif(String nom, ContratLu.Objectif o) {
    return ouvert(nom) && saisie.objectif() != null ? saisie.objectif()
        : o == null ? FormulaireDObjectif.VIDE : new FormulaireDObjectif(o.theme(), o.texte());
  }

  /** What the form of an action shows. @param a {@code null} for one more */
  public FormulaireDActionDuContrat action(String nom, ContratLu.Action a, ContratLu.Version v) {
    return ouvert(nom) && saisie.action() != null ? saisie.action() : a == null ? FormulaireDActionDuContrat.vide(v.depuis(), v.jusquAu())
        : new FormulaireDActionDuContrat(a.libelle(), a.activite(), a.qui().name(), a.depuis().toString(), a.jusquAu().toString(),
            FormulaireDActionDuContrat.nombre(a.heures()));
  }

  /** The label of a theme; a code that this agent does not read, or that left the list, is told as it is. */
  public String theme(String code) {
    return code == null ? "Son projet" : themes.stream().filter(t -> t.code().equals(code)).map(Rubrique::libelle).findFirst().orElse("Autre thème");
  }

  /** What was wrong in that form. */
  public Refus refusDe(String nom) {
    return ouvert(nom) ? refus : Refus.AUCUN;
  }
}
