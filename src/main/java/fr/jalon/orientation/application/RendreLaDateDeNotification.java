package fr.jalon.orientation.application;

import fr.jalon.courriers.LettresDepostees;
import fr.jalon.echeances.Echeances;
import fr.jalon.ecran.Francais;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.domaine.FinDuDelai;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letter of an orientation, or of a réorientation, was said to be posted by mistake: nothing was notified. The follow-up waits for the post
 * as before, its day, its entry and its deadlines are those they were, and the partners who were told are told again.
 */
@Component
class RendreLaDateDeNotification {
  private final JdbcClient base;
  private final RegistreDesReorientations reorientations;
  private final JourDeNotification jour;
  private final Echeances echeances;
  private final ApplicationEventPublisher evenements;

  RendreLaDateDeNotification(JdbcClient base, RegistreDesReorientations reorientations, JourDeNotification jour, Echeances echeances,
      ApplicationEventPublisher evenements) {
    this.base = base;
    this.reorientations = reorientations;
    this.jour = jour;
    this.echeances = echeances;
    this.evenements = evenements;
  }

  /** @param attend true when it waits for the post again, false when it had been notified before this letter */
  private record Rendue(long id, long personneId, Long entreeId, String etat, LocalDate notifieLe, boolean attend) {
    JourDeNotification.Date date() {
      return new JourDeNotification.Date(id, personneId, entreeId, etat, notifieLe);
    }
  }

  @EventListener
  void lettresDepostees(LettresDepostees reprises) {
    Map<Long, LocalDate> dates = new HashMap<>();
    reprises.lettres().stream().filter(l -> l.modele().equals(NotificationParCourrier.MODELE)).forEach(l -> dates.put(l.objetId(), l.le()));
    Map<Long, LocalDate> decisions = reprises.lettres().stream().filter(l -> l.modele().equals(LettresDeReorientation.DECISION))
        .collect(Collectors.toMap(LettresDepostees.Lettre::objetId, LettresDepostees.Lettre::le, (a, _) -> a));
    reorientations.suivisNesDe(decisions.keySet()).forEach((reorientation, suivi) -> dates.put(suivi, decisions.get(reorientation)));
    List<Rendue> rendues = ecrire(dates, reprises.etaitLe());
    List<Rendue> attendent = rendues.stream().filter(Rendue::attend).toList();
    List<Long> entrees = attendent.stream().map(Rendue::entreeId).filter(Objects::nonNull).toList();
    echeances.annulerLaTenue(Nature.ORIENTATION, entrees);
    echeances.annulerLaTenue(FinDuDelai.REFERENT.name(), entrees);
    String motif = "Courrier dit posté le %s par erreur : il attend de nouveau.".formatted(Francais.date(reprises.etaitLe()));
    List<JourDeNotification.Date> jours = rendues.stream().map(Rendue::date).toList();
    jour.consigner(jours, reprises.etaitLe(), motif);
    jour.suivre(jours, motif);
    if (!attendent.isEmpty()) {
      evenements.publishEvent(new FaitDOrientation(FaitDOrientation.Genre.NOTIFICATION_REPRISE,
          attendent.stream().map(r -> new FaitDOrientation.Objet(r.personneId(), r.id(), reprises.etaitLe())).toList(), false));
    }
  }

  /**
   * What stood before the posting was written with it; the date that the letter bears is for a posting told before that was kept. The state holds
   * since what began it, at the earliest the notification.
   */
  private List<Rendue> ecrire(Map<Long, LocalDate> dates, LocalDate etaitLe) {
    List<Long> ids = List.copyOf(dates.keySet());
    return ids.isEmpty() ? List.of() : base.sql("""
        update orientation.suivi s set a_poster = coalesce(s.a_poster_avant, true), notifie_le = coalesce(s.notifie_avant, u.le),
          etat_depuis = case when s.etat_depuis <> :etait_le then s.etat_depuis else greatest(coalesce(s.notifie_avant, u.le), (select max(p.le) from orientation.passage p
            where p.objet = 'SUIVI' and p.objet_id = s.id and p.vers = s.etat and p.de is distinct from p.vers)) end,
          notifie_avant = null, a_poster_avant = null
        from unnest(:suivis::bigint[], :dates::date[]) u(id, le)
        where s.id = u.id and not s.a_poster and s.jusqua > s.notifie_le and (s.notifie_le = :etait_le and coalesce(s.notifie_avant, u.le) <= :etait_le or s.a_poster_avant)
        returning s.id, s.personne_id, s.entree_id, s.etat, s.notifie_le, s.a_poster as attend""")
        .param("suivis", ids.stream().mapToLong(Long::longValue).toArray())
        .param("dates", ids.stream().map(i -> dates.get(i).toString()).toArray(String[]::new))
        .param("etait_le", etaitLe).query(Rendue.class).list();
  }
}
