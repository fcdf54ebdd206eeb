package fr.jalon.orientation.application;

import fr.jalon.courriers.Courriers;
import fr.jalon.echeances.Echeances;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.EtatReorientation;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the decision of a réorientation taken by mistake: the request waits again, the follow-up it had ended goes on. */
@Service
public class AnnulerDecision {
  private final RegistreDesReorientations reorientations;
  private final RegistreDesSuivis suivis;
  private final ReexamenDuParcoursSocial reexamen;
  private final Echeances echeances;
  private final Courriers courriers;
  private final NotificationParCourrier notification;
  private final Journal journal;
  private final Clock horloge;

  AnnulerDecision(RegistreDesReorientations reorientations, RegistreDesSuivis suivis, ReexamenDuParcoursSocial reexamen, Echeances echeances,
      Courriers courriers, NotificationParCourrier notification, Journal journal, Clock horloge) {
    this.reorientations = reorientations;
    this.suivis = suivis;
    this.reexamen = reexamen;
    this.echeances = echeances;
    this.courriers = courriers;
    this.notification = notification;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @param raison why it was a mistake, not empty
   * @throws RefusMetier when it waits, was withdrawn, another request waits, or the follow-up it opened has ended since
   */
  @Transactional
  public void executer(long reorientationId, String raison) {
    Reorientation avant = reorientations.lire(reorientationId);
    Reorientation apres = avant.reprendre(raison);
    reorientations.enAttente(avant.personneId()).ifPresent(r -> {
      throw new RefusMetier("REORIENTATION_DEJA_DEMANDEE",
          "Une autre réorientation est demandée depuis pour cette personne : décidez-la ou retirez-la d'abord.");
    });
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (avant.etat() == EtatReorientation.ACCEPTEE) {
      retablirLePrecedent(avant, raison, aujourdhui);
    } else if (suivis.lire(avant.suiviId()).etat() == EtatSuivi.CLOS) {
      throw new RefusMetier("SUIVI_CLOS", "Le suivi dont on demandait le changement a pris fin : la demande n'a plus d'objet.");
    }
    reorientations.ecrire(avant, apres, "Décision saisie par erreur : " + raison.strip());
    echeances.rouvrir(Nature.REORIENTATION, List.of(avant.id()), aujourdhui);
    courriers.abandonner(LettresDeReorientation.DECISION, List.of(avant.id()));
    suivis.recalculerLePerimetre(List.of(avant.personneId()));
    journal.tracer("REORIENTATION_ANNULEE", avant.personneId(), null, raison);
  }

  private void retablirLePrecedent(Reorientation demande, String raison, LocalDate aujourdhui) {
    Suivi nouveau = suivis.lire(demande.nouveauSuiviId());
    if (nouveau.etat() == EtatSuivi.CLOS) {
      throw new RefusMetier("SUIVI_CLOS", "Le suivi ouvert par cette réorientation a pris fin depuis : la décision ne se reprend plus.");
    }
    suivis.ecrire(nouveau, nouveau.annuler(raison), "Réorientation saisie par erreur : " + raison.strip());
    Suivi ancien = suivis.lire(demande.suiviId());
    suivis.lier(ancien.id(), null);
    Suivi retabli = ancien.retablir(aujourdhui);
    suivis.ecrire(ancien, retabli, "La réorientation était une erreur.");
    if (nouveau.etat() == EtatSuivi.EN_VEILLE) {
      // her right was suspended meanwhile, or before: the follow-up that goes on sleeps too
      suivis.ecrire(retabli, retabli.mettreEnVeille(aujourdhui), "Le suivi était en veille.");
    }
    reexamen.mettreAJour(List.of(demande.personneId()));
    if (suivis.aPoster(ancien.id())) {
      // its letter had been given up for that of the réorientation: it waits for the post again, and so does what it answers
      List<Long> entree = Stream.ofNullable(ancien.entreeId()).toList();
      echeances.annulerLaTenue(Nature.ORIENTATION, entree);
      echeances.annulerLaTenue(FinDuDelai.REFERENT.name(), entree);
      notification.ecrire(ancien.id());
    }
  }
}
