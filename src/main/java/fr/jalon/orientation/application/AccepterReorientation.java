package fr.jalon.orientation.application;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.PersonneReorientee;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a réorientation: the follow-up in force ends the day before, the new one opens, the person is written to. All or nothing. */
@Service
public class AccepterReorientation {
  private final RegistreDesReorientations reorientations;
  private final RegistreDesSuivis suivis;
  private final EnregistrerOrientation enregistrer;
  private final Recommandations recommandations;
  private final LettresDeReorientation lettres;
  private final LettresDesSuivis lettresDuSuivi;
  private final Echeances echeances;
  private final Parametres parametres;
  private final ApplicationEventPublisher evenements;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  AccepterReorientation(RegistreDesReorientations reorientations, RegistreDesSuivis suivis, EnregistrerOrientation enregistrer, Recommandations recommandations,
      LettresDeReorientation lettres, LettresDesSuivis lettresDuSuivi, Echeances echeances, Parametres parametres, ApplicationEventPublisher evenements, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.reorientations = reorientations;
    this.suivis = suivis;
    this.enregistrer = enregistrer;
    this.recommandations = recommandations;
    this.lettres = lettres;
    this.lettresDuSuivi = lettresDuSuivi;
    this.echeances = echeances;
    this.parametres = parametres;
    this.evenements = evenements;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** A request and the orientation decided for it. */
  public record Decision(long reorientationId, NouvelleOrientation orientation) {}

  /**
   * Accepts one.
   *
   * @param orientation the new pathway, organisation, référent, and day the decision is notified: checked as any orientation
   * @return id of the new follow-up
   * @throws RefusMetier when it no longer waits, on the day of the former notification, without a change, or for what refuses an orientation
   */
  @Transactional
  public long executer(long reorientationId, NouvelleOrientation orientation) {
    return executer(List.of(new Decision(reorientationId, orientation))).getFirst();
  }

  /** Accepts many, all or none. @return ids of the new follow-ups in the same order */
  @Transactional
  public List<Long> executer(List<Decision> decisions) {
    List<Reorientation> demandes = new ArrayList<>(decisions.size());
    for (Decision d : decisions) {
      Reorientation demande = reorientations.lire(d.reorientationId());
      if (demande.decision() != null) {
        throw new RefusMetier("REORIENTATION_DECIDEE", "Cette demande n'attend plus. %s.".formatted(demande.decision()));
      }
      fermerLePrecedent(demande, d.orientation());
      demandes.add(demande);
    }
    List<NouvelleOrientation> orientations = decisions.stream().map(Decision::orientation).toList();
    List<Long> ids = enregistrer.remplacer(orientations, nouveaux -> conclure(demandes, decisions, nouveaux));
    enregistrer.annoncer(FaitDOrientation.Genre.REORIENTATION, orientations, ids, enregistrer::duJour);
    return ids;
  }

  private void conclure(List<Reorientation> demandes, List<Decision> decisions, List<Long> nouveaux) {
    Map<Long, Recommandations.Faite> faites = recommandations.dernieres(demandes.stream().map(Reorientation::personneId).toList());
    List<LettresDeReorientation.Acceptee> acceptees = new ArrayList<>();
    for (int i = 0; i < demandes.size(); i++) {
      Reorientation demande = demandes.get(i);
      NouvelleOrientation o = decisions.get(i).orientation();
      suivis.lier(demande.suiviId(), nouveaux.get(i));
      reorientations.ecrire(demande, demande.accepter(o.notifieLe(), agentCourant.perimetre().agent(), depuis(faites.get(demande.personneId()), suivis.lire(demande.suiviId())), nouveaux.get(i)),
          "Parcours " + o.parcours().libelle().toLowerCase(Locale.FRENCH) + ".");
      echeances.tenir(Nature.REORIENTATION, List.of(demande.id()), o.notifieLe());
      journal.tracer("REORIENTATION_ACCEPTEE", demande.personneId(), null, "Demande du %s".formatted(demande.demandeeLe()));
      evenements.publishEvent(new PersonneReorientee(demande.personneId(), demande.suiviId(), nouveaux.get(i), o.notifieLe()));
      acceptees.add(new LettresDeReorientation.Acceptee(demande, o));
    }
    lettres.acceptees(acceptees);
  }

  private void fermerLePrecedent(Reorientation demande, NouvelleOrientation o) {
    if (o.personneId() != demande.personneId()) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette orientation n'est pas celle de la personne de la demande. Rechargez la page.");
    }
    Suivi avant = suivis.lire(demande.suiviId());
    if (o.notifieLe() == null || o.notifieLe().isAfter(LocalDate.now(horloge))) {
      throw new SaisieRefusee("notifieLe", new RefusMetier("DATE_FUTURE", "Indiquez le jour où la décision est notifiée à la personne, aujourd'hui au plus tard."));
    }
    if (avant.parcours() == o.parcours() && avant.organisationId() == o.organisationId()) {
      throw new RefusMetier("SANS_CHANGEMENT",
          "C'est déjà le parcours et l'organisation de cette personne. Choisissez-en d'autres, refusez la demande, ou changez seulement son référent dans le dossier.");
    }
    exigerLEvaluation(demande, avant, o);
    suivis.ecrire(avant, avant.remplacer(o.notifieLe()), Suivi.REORIENTATION + ".");
    // two letters that contradict each other would leave
    lettresDuSuivi.abandonner(List.of(avant.id()));
  }

  /** A réorientation follows a new assessment (ORI-6): the diagnostic that led to the orientation in force is not one. */
  private void exigerLEvaluation(Reorientation demande, Suivi avant, NouvelleOrientation o) {
    String regle = parametres.valeur("orientation.reorientation_evaluation", o.notifieLe()).texte();
    boolean exigee = "TOUJOURS".equals(regle) || "SI_PARCOURS_CHANGE".equals(regle) && avant.parcours() != o.parcours();
    if (exigee && depuis(recommandations.dernieres(List.of(demande.personneId())).get(demande.personneId()), avant) == null) {
      throw new RefusMetier("REORIENTATION_SANS_EVALUATION", ("Aucun diagnostic n'a été fait depuis l'orientation du %s. Faites d'abord un nouveau diagnostic avec la personne, "
          + "puis acceptez la réorientation.").formatted(Francais.date(avant.notifieLe())));
    }
  }

  /** The diagnostic made since the orientation in force, other than the one it rests on: the new assessment. @return {@code null} when there is none */
  private Long depuis(Recommandations.Faite faite, Suivi enVigueur) {
    boolean nouvelle = faite != null && !faite.le().atZoneSameInstant(horloge.getZone()).toLocalDate().isBefore(enVigueur.notifieLe())
        && !suivis.recommandation(enVigueur.id()).filter(r -> r == faite.id()).isPresent();
    return nouvelle ? faite.id() : null;
  }
}
