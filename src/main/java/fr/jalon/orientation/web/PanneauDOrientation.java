package fr.jalon.orientation.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.echeances.Echeance;
import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.EtatEcheance;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.application.Nature;
import fr.jalon.orientation.application.ValeursDites;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Seuils;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.ListeDesReorientations;
import fr.jalon.orientation.lecture.MaintienLu;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import fr.jalon.orientation.lecture.SuiviDUnePersonne;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dossier of a person says of her orientation: the deadline that runs, the pathway, the référent, and what happened. */
@Component
public class PanneauDOrientation implements PanneauDossier {
  private final OrientationDUnePersonne orientation;
  private final ListeDesEntrees entrees;
  private final ListeDesReorientations reorientations;
  private final Echeances echeances;
  private final Structures structures;
  private final PasDOrientation pas;
  private final ValeursDites valeurs;
  private final Regard regard;
  private final Clock horloge;

  PanneauDOrientation(OrientationDUnePersonne orientation, ListeDesEntrees entrees, ListeDesReorientations reorientations,
      Echeances echeances, Structures structures,
      PasDOrientation pas, ValeursDites valeurs, Regard regard, Clock horloge) {
    this.pas = pas;
    this.orientation = orientation;
    this.entrees = entrees;
    this.reorientations = reorientations;
    this.echeances = echeances;
    this.structures = structures;
    this.valeurs = valeurs;
    this.regard = regard;
    this.horloge = horloge;
  }

  /**
   * @param entree  her open entry today, {@code null} when there is none or the dossier is read in the past
   * @param seuils  those in force when she entered, {@code null} without an entry
   * @param ouvert  the follow-up open at the day read, or {@code null}
   * @param anciens follow-ups ended by then
   * @param reexamen the review that her parcours social is due, {@code null} when none runs
   * @param maintiens reviews that kept the parcours social by then, the latest first
   * @param reorientations requests made by the day read, the latest first
   * @param agissable true when the agent may record an orientation and the dossier is read today
   * @param collegues référents of the organisation that may be named instead
   * @param demandeur true when the agent may ask for a réorientation and the dossier is read today
   */
  public record Modele(long personneId, LigneDEntree entree, Seuils seuils, SuiviDUnePersonne ouvert,
      List<SuiviDUnePersonne> anciens, Echeance reexamen,
      List<MaintienLu> maintiens, List<LigneDeReorientation> reorientations, LocalDate aujourdhui, boolean agissable, boolean demandeur,
      List<Referent> collegues) {
    /** True when the review is late. */
    public boolean reexamenEnRetard() {
      return reexamen != null && aujourdhui.isAfter(reexamen.limite());
    }

    /** The request that waits today, {@code null} when none does. */
    public LigneDeReorientation enAttente() {
      return reorientations.stream().filter(r -> r.demande().etat() == EtatReorientation.DEMANDEE).findFirst().orElse(null);
    }

    /** Where to come back to. */
    public String retour() {
      return PartieDuDossier.PARCOURS.adresse(personneId);
    }
  }

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.PARCOURS;
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    boolean present = !au.isBefore(aujourdhui);
    List<SuiviDUnePersonne> suivis = orientation.suivis(personneId);
    LigneDEntree entree = present ? entrees.dePersonne(personneId).orElse(null) : null;
    SuiviDUnePersonne ouvert = suivis.stream().filter(s -> s.ouvertLe(au)).findFirst().orElse(null);
    List<SuiviDUnePersonne> anciens = suivis.stream()
        .filter(s -> s.finLe() != null && !s.jusqua().isAfter(au) && s.jusqua().isAfter(s.notifieLe())).toList();
    Echeance reexamen = present && ouvert != null ? echeances.deObjet(Nature.REEXAMEN_SOCIAL, ouvert.id())
        .filter(e -> e.etat() == EtatEcheance.OUVERTE).orElse(null) : null;
    return Optional.of(new Panneau("Orientation et suivi", "signpost-split", 50, "orientation/panneau",
        new Modele(personneId, entree, entree == null ? null : valeurs.seuils(entree.recuLe()), ouvert, anciens, reexamen,
        orientation.maintiens(personneId).stream().filter(m -> !m.faitLe().isAfter(au)).toList(),
            reorientations.dePersonne(personneId).stream().filter(r -> !r.demande().demandeeLe().isAfter(au)).toList(), aujourdhui,
            present && regard.peut("ORIENTATIONS"), present && regard.peut("REORIENTATIONS"), ouvert == null || !present ? List.of()
            : structures.referents().stream().filter(r -> r.organisationId() == ouvert.organisationId() && r.actif()).toList())));
  }

  @Override
  public List<Repere> reperes(long personneId, LocalDate au) {
    return orientation.suivis(personneId).stream().filter(s -> s.ouvertLe(au)).findFirst()
        .map(s -> new Repere("signpost-split", "Parcours " + s.parcours()
        .court() + ", " + (s.referent() == null ? "référent à désigner" : s.referent()) + ", " + s.organisation()
            + (s.etat() == EtatSuivi.EN_VEILLE ? " (en veille)" : "")))
        .stream().toList();
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return pas.de(personnes);
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return orientation.passages(personneId).stream().filter(p -> !p.le().isAfter(au))
        .map(p -> new EvenementDuFil(p.le(), EvenementDuFil.Theme.SUIVI, p.texte(), p.motif(), p.source())).toList();
  }
}
