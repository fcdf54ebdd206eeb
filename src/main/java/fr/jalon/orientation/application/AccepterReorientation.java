package fr.jalon.orientation.application;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.PersonneReorientee;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  AccepterReorientation(RegistreDesReorientations reorientations, RegistreDesSuivis suivis, EnregistrerOrientation enregistrer,
      Recommandations recommandations,
      LettresDeReorientation lettres, LettresDesSuivis lettresDuSuivi, Echeances echeances, Parametres parametres,
      ApplicationEventPublisher evenements, AgentCourant agentCourant, Journal journal, Clock horloge) {
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

  /**
   * Accepts many, all or none: each is refused for what would refuse it alone, the first refusal in their order is told, and nothing is written.
   *
   * @return ids of the new follow-ups in the same order
   */
  @Transactional
  public List<Long> executer(List<Decision> decisions) {
    Map<Long, Reorientation> lues = reorientations.lire(decisions.stream().map(Decision::reorientationId).toList());
    List<Reorientation> demandes = decisions.stream().map(d -> lues.get(d.reorientationId())).toList();
    Map<Long, Suivi> enVigueur = suivis.lire(demandes.stream().map(Reorientation::suiviId).toList());
    Evaluations evaluations = evaluations(demandes);
    List<Suivi> avant = new ArrayList<>(decisions.size());
    List<Suivi> apres = new ArrayList<>(decisions.size());
    for (int i = 0; i < decisions.size(); i++) {
      Reorientation demande = demandes.get(i);
      if (demande.decision() != null) {
        throw new RefusMetier("REORIENTATION_DECIDEE", "Cette demande n'attend plus. %s.".formatted(demande.decision()));
      }
      Suivi suivi = enVigueur.containsKey(demande.suiviId()) ? enVigueur.get(demande.suiviId()) : suivis.lire(demande.suiviId());
      avant.add(suivi);
      apres.add(remplace(demande, suivi, decisions.get(i).orientation(), evaluations));
      // the same one twice in the list finds it ended
      enVigueur.put(suivi.id(), apres.getLast());
    }
    suivis.ecrire(avant, apres, Suivi.REORIENTATION + ".");
    // two letters that contradict each other would leave
    lettresDuSuivi.abandonner(avant.stream().map(Suivi::id).toList());
    List<NouvelleOrientation> orientations = decisions.stream().map(Decision::orientation).toList();
    List<Long> ids = enregistrer.remplacer(orientations, nouveaux -> conclure(demandes, avant, orientations, nouveaux, evaluations));
    enregistrer.annoncer(FaitDOrientation.Genre.REORIENTATION, orientations, ids, enregistrer::duJour);
    return ids;
  }

  private void conclure(List<Reorientation> demandes, List<Suivi> avant, List<NouvelleOrientation> orientations, List<Long> nouveaux,
      Evaluations evaluations) {
    suivis.lier(demandes.stream().map(Reorientation::suiviId).toList(), nouveaux);
    List<Reorientation> acceptees = new ArrayList<>();
    List<String> parcours = new ArrayList<>();
    List<LettresDeReorientation.Acceptee> aEcrire = new ArrayList<>();
    for (int i = 0; i < demandes.size(); i++) {
      NouvelleOrientation o = orientations.get(i);
      acceptees.add(demandes.get(i).accepter(o.notifieLe(), agentCourant.perimetre().agent(), evaluations.depuis(avant.get(i)), nouveaux.get(i)));
      parcours.add("Parcours " + o.parcours().libelle().toLowerCase(Locale.FRENCH) + ".");
      aEcrire.add(new LettresDeReorientation.Acceptee(demandes.get(i), o));
    }
    reorientations.ecrire(demandes, acceptees, parcours);
    acceptees.stream().collect(Collectors.groupingBy(Reorientation::etatDepuis))
        .forEach((jour, celles) -> echeances.tenir(Nature.REORIENTATION, celles.stream().map(Reorientation::id).toList(), jour));
    journal.tracer("REORIENTATION_ACCEPTEE", demandes.stream()
        .map(d -> new Journal.Objet(d.personneId(), null, "Demande du %s".formatted(d.demandeeLe()))).toList());
    acceptees.forEach(r -> evenements.publishEvent(new PersonneReorientee(r.personneId(), r.suiviId(), r.nouveauSuiviId(), r.etatDepuis())));
    lettres.acceptees(aEcrire);
  }

  /** The follow-up in force, ended the day before the new one. */
  private Suivi remplace(Reorientation demande, Suivi avant, NouvelleOrientation o, Evaluations evaluations) {
    if (o.personneId() != demande.personneId()) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette orientation n'est pas celle de la personne de la demande. Rechargez la page.");
    }
    if (o.notifieLe() == null || o.notifieLe().isAfter(LocalDate.now(horloge))) {
      throw new SaisieRefusee("notifieLe", new RefusMetier("DATE_FUTURE",
          "Indiquez le jour où la décision est notifiée à la personne, aujourd'hui au plus tard."));
    }
    if (avant.parcours() == o.parcours() && avant.organisationId() == o.organisationId()) {
      throw new RefusMetier("SANS_CHANGEMENT",
          "C'est déjà le parcours et l'organisation de cette personne. Choisissez-en d'autres, refusez la demande, ou changez seulement son "
              + "référent dans le dossier.");
    }
    if (demande.origine() != OrigineDeReorientation.DEPARTEMENT) {
      // a convention that ends says nothing of the person: her pathway is not assessed again
      exigerLEvaluation(avant, o, evaluations);
    }
    return avant.remplacer(o.notifieLe());
  }

  /** A réorientation follows a new assessment (ORI-6): the diagnostic that led to the orientation in force is not one. */
  private void exigerLEvaluation(Suivi avant, NouvelleOrientation o, Evaluations evaluations) {
    String regle = parametres.valeur("orientation.reorientation_evaluation", o.notifieLe()).texte();
    boolean exigee = "TOUJOURS".equals(regle) || "SI_PARCOURS_CHANGE".equals(regle) && avant.parcours() != o.parcours();
    if (exigee && evaluations.depuis(avant) == null) {
      throw new RefusMetier("REORIENTATION_SANS_EVALUATION",
          ("Aucun diagnostic n'a été fait depuis l'orientation du %s. Faites d'abord un nouveau diagnostic avec la personne, "
          + "puis acceptez la réorientation.").formatted(Francais.date(avant.notifieLe())));
    }
  }

  private Evaluations evaluations(List<Reorientation> demandes) {
    return new Evaluations(recommandations.dernieres(demandes.stream().map(Reorientation::personneId).toList()),
        suivis.recommandations(demandes.stream().map(Reorientation::suiviId).toList()), horloge.getZone());
  }

  /**
   * What the diagnostics of these persons say.
   *
   * @param faites   the last one of each person
   * @param suivies  the one that each follow-up in force rests on
   */
  private record Evaluations(Map<Long, Recommandations.Faite> faites, Map<Long, Long> suivies, ZoneId zone) {
    /**
     * The diagnostic made since the orientation in force, other than the one it rests on: the new assessment. @return {@code null} when there is none
     */
    Long depuis(Suivi enVigueur) {
      Recommandations.Faite faite = faites.get(enVigueur.personneId());
      boolean nouvelle = faite != null && !faite.le().atZoneSameInstant(zone).toLocalDate().isBefore(enVigueur.notifieLe())
          && !Long.valueOf(faite.id()).equals(suivies.get(enVigueur.id()));
      return nouvelle ? faite.id() : null;
    }
  }
}
