package fr.jalon.orientation.application;

import fr.jalon.courriers.LettresPostees;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.domaine.FinDuDelai;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letter of an orientation, or of a réorientation accepted, leaves: that is when it is notified. What the orientation answers is met and the
 * partners are told; left later than the day it was recorded, the day of posting is the one of the notification (06, annexe 4: the day of posting
 * counts).
 */
@Component
class DaterLaNotification {
  private final JdbcClient base;
  private final RegistreDesReorientations reorientations;
  private final JourDeNotification jour;
  private final Echeances echeances;
  private final RepriseDesDelais reprise;
  private final ApplicationEventPublisher evenements;

  DaterLaNotification(JdbcClient base, RegistreDesReorientations reorientations, JourDeNotification jour, Echeances echeances,
      RepriseDesDelais reprise,
      ApplicationEventPublisher evenements) {
    this.base = base;
    this.reorientations = reorientations;
    this.jour = jour;
    this.echeances = echeances;
    this.reprise = reprise;
    this.evenements = evenements;
  }

  /** @param redatee true when the day moved */
  private record Postee(long id, long personneId, Long entreeId, Integer referentId, String etat, LocalDate notifieLe, boolean redatee) {
    JourDeNotification.Date date() {
      return new JourDeNotification.Date(id, personneId, entreeId, etat, notifieLe);
    }
  }

  @EventListener
  void lettresPostees(LettresPostees postees) {
    Set<Long> reorientes = Set.copyOf(reorientations.suivisNesDe(objets(postees, LettresDeReorientation.DECISION)).values());
    List<Postee> notifiees = ecrire(Stream.concat(objets(postees, NotificationParCourrier.MODELE).stream(), reorientes.stream())
        .toList(), postees.le());
    tenir(notifiees);
    List<JourDeNotification.Date> redatees = notifiees.stream().filter(Postee::redatee).map(Postee::date).toList();
    String le = Francais.date(postees.le());
    jour.consigner(redatees, postees.le(), "Courrier posté le " + le + " : c'est le jour de la notification.");
    jour.suivre(redatees, "La réorientation qui le remplace a été postée le %s.".formatted(le));
    annoncer(FaitDOrientation.Genre.ORIENTATION_NOTIFIEE, notifiees);
    annoncer(FaitDOrientation.Genre.REORIENTATION, notifiees.stream().filter(p -> reorientes.contains(p.id())).toList());
  }

  /**
   * What is notified by this posting, with what stood before it kept: it may be said by mistake. Nothing is for one that was itself a mistake,
   * for one that ended before its letter left, nor for one notified already: another letter that tells it again changes no day.
   */
  private List<Postee> ecrire(List<Long> suivis, LocalDate le) {
    return suivis.isEmpty() ? List.of() : base.sql("""
        update orientation.suivi set notifie_avant = notifie_le, a_poster_avant = a_poster, a_poster = false,
          notifie_le = greatest(notifie_le, :le::date), etat_depuis = greatest(etat_depuis, :le::date)
        where id = any(:suivis::bigint[]) and a_poster and jusqua > notifie_le and (fin_le is null or fin_le >= :le)
        returning id, personne_id, entree_id, referent_id, etat, notifie_le, notifie_le > notifie_avant as redatee""")
        .param("le", le).param("suivis", suivis.stream().mapToLong(Long::longValue).toArray()).query(Postee.class).list();
  }

  /** What they answer is met, the day they are notified. */
  private void tenir(List<Postee> notifiees) {
    Map<LocalDate, List<Postee>> parJour = notifiees.stream().filter(p -> p.entreeId() != null).collect(Collectors.groupingBy(Postee::notifieLe));
    parJour.forEach((le, celles) -> {
      // a letter may leave during a pause: its days are hers
      reprise.tenir(echeances, Nature.ORIENTATION, celles.stream().map(Postee::entreeId).toList(), le);
      reprise.tenir(echeances, FinDuDelai.REFERENT.name(), celles.stream().filter(p -> p.referentId() != null).map(Postee::entreeId).toList(), le);
    });
  }

  private void annoncer(FaitDOrientation.Genre genre, List<Postee> celles) {
    if (!celles.isEmpty()) {
      evenements.publishEvent(new FaitDOrientation(genre, celles.stream()
          .map(p -> new FaitDOrientation.Objet(p.personneId(), p.id(), p.notifieLe())).toList(), false));
    }
  }

  private static List<Long> objets(LettresPostees postees, String modele) {
    return postees.lettres().stream().filter(l -> l.modele().equals(modele)).map(LettresPostees.Lettre::objetId).toList();
  }
}
