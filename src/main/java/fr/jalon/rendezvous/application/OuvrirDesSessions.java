package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens sessions of information collective, one or a whole series. */
@Service
public class OuvrirDesSessions {
  private final JdbcClient base;
  private final AgentCourant agent;
  private final Journal journal;
  private final Clock horloge;

  OuvrirDesSessions(JdbcClient base, AgentCourant agent, Journal journal, Clock horloge) {
    this.base = base;
    this.agent = agent;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** @param ouvertes ids of the sessions opened; @param deja days that already had one at the same hour and place: a second click opens nothing */
  public record Bilan(List<Long> ouvertes, int deja) {}

  /** @throws RefusMetier when an hour, a day or the place cannot be, or a day is a public holiday; nothing is opened */
  @Transactional
  public Bilan executer(SaisieDeSession s, List<LocalDate> jours) {
    return executer(s, jours, Set.of());
  }

  /**
   * @param feriesChoisis public holidays that the agent chose to open all the same, as the Monday of Pentecost where it is worked
   * @throws RefusMetier when an hour, a day or the place cannot be, or a day is another public holiday; nothing is opened
   */
  @Transactional
  public Bilan executer(SaisieDeSession s, List<LocalDate> jours, Set<LocalDate> feriesChoisis) {
    verifierLesHeures(s);
    if (jours.isEmpty()) {
      throw new RefusMetier("AUCUN_JOUR", "Choisissez au moins un jour.");
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    for (LocalDate j : jours) {
      verifierLeJour(j, aujourdhui, feriesChoisis.contains(j));
    }
    try {
      List<Long> ids = base.sql("""
          insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, animateur, langues, commentaire, cree_par, cree_le)
          select l.id, l.territoire_id, j, :debut, :fin, coalesce(:capacite::int, l.capacite), :animateur, :langues, :commentaire, :par, :maintenant
          from rendezvous.lieu l, unnest(:jours::date[]) j where l.id = :lieu and l.actif
          on conflict (lieu_id, jour, debut) where etat <> 'ANNULEE' do nothing returning id""")
          .param("debut", s.debut()).param("fin", s.fin()).param("capacite", s.capacite()).param("animateur", s.animateur()).param("langues", s.langues())
          .param("commentaire", s.commentaire()).param("par", agent.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
          .param("jours", jours.stream().map(LocalDate::toString).toArray(String[]::new)).param("lieu", s.lieuId()).query(Long.class).list();
      if (!ids.isEmpty()) {
        journal.tracer("SESSION", null, null, "%d sessions d'information collective ouvertes, du %s au %s".formatted(ids.size(), jours.getFirst(), jours.getLast()));
      }
      return new Bilan(ids, jours.size() - ids.size());
    } catch (DataAccessException e) {
      if (e.getMostSpecificCause().getMessage().contains("row-level security")) {
        throw new RefusMetier("LIEU_AILLEURS", "Ce lieu est tenu par un autre territoire que le vôtre.");
      }
      throw e;
    }
  }

  /** @param ferieChoisi true when the agent opens a public holiday by choice. @throws RefusMetier when the day is past, or a public holiday not chosen */
  static void verifierLeJour(LocalDate jour, LocalDate aujourdhui, boolean ferieChoisi) {
    if (jour.isBefore(aujourdhui)) {
      throw new RefusMetier("SESSION_PASSEE", "Le %s est passé. Choisissez un jour à venir.".formatted(fr.jalon.ecran.Francais.date(jour)));
    }
    JoursFeries.nom(jour).filter(_ -> !ferieChoisi).ifPresent(nom -> {
      throw new RefusMetier("JOUR_FERIE", "Le %s est férié (%s). Choisissez un autre jour, ou cochez la case pour ouvrir ce jour-là quand même.".formatted(fr.jalon.ecran.Francais.date(jour), nom));
    });
  }

  /** @throws RefusMetier when the hours or the places are not possible */
  static void verifierLesHeures(SaisieDeSession s) {
    if (s.debut() == null || s.fin() == null || !s.fin().isAfter(s.debut())) {
      throw new RefusMetier("HEURES", "Indiquez l'heure de début et une heure de fin qui vient après.");
    }
    if (s.capacite() != null && (s.capacite() < 1 || s.capacite() > 500)) {
      throw new RefusMetier("CAPACITE", "Une session reçoit de 1 à 500 personnes.");
    }
  }
}
