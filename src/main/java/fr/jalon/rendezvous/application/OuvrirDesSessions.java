package fr.jalon.rendezvous.application;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.HorsDuPerimetre;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.rendezvous.domaine.Rythme;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens sessions of information collective, one or a whole series. */
@Service
public class OuvrirDesSessions {
  private static final int CAPACITE_MAXIMUM = 500;
  private static final String HEURES = "HEURES";
  private static final String JOUR = "jour";
  private static final String JOURS = "jours";
  private final JdbcClient base;
  private final AgentCourant agent;
  private final Journal journal;
  private final JoursFeries feries;
  private final Clock horloge;

  OuvrirDesSessions(JdbcClient base, AgentCourant agent, Journal journal, JoursFeries feries, Clock horloge) {
    this.base = base;
    this.agent = agent;
    this.journal = journal;
    this.feries = feries;
    this.horloge = horloge;
  }

  /** @param ouvertes ids of the sessions opened; @param deja days that already had one at the same hour and place: a second click opens nothing */
  public record Bilan(List<Long> ouvertes, int deja) {}

  /** @throws SaisieRefusee when an hour, a day or the place cannot be, or a day is a public holiday; nothing is opened */
  @Transactional
  public Bilan executer(SaisieDeSession s, List<LocalDate> jours) {
    return executer(s, jours, Set.of());
  }

  /**
   * @param feriesChoisis public holidays that the agent chose to open all the same, as the Monday of Pentecost where it is worked
   * @throws SaisieRefusee when an hour, a day or the place cannot be, or a day is another public holiday; nothing is opened
   */
  @Transactional
  public Bilan executer(SaisieDeSession s, List<LocalDate> jours, Set<LocalDate> feriesChoisis) {
    Fautes fautes = new Fautes();
    verifier(s, fautes);
    fautes.exiger(!jours.isEmpty(), JOURS, "AUCUN_JOUR", "Choisissez au moins un jour.");
    LocalDate aujourdhui = LocalDate.now(horloge);
    jours.forEach(j -> verifierLeJour(JOURS, j, aujourdhui, feriesChoisis.contains(j) ? null : feries, fautes));
    verifierLeLieu(base, s.lieuId(), fautes);
    fautes.lever();
    try {
      List<Long> ids = base.sql("""
          insert into rendezvous.session (lieu_id, territoire_id, jour, debut, fin, capacite, animateur, langues, commentaire, cree_par, cree_le)
          select l.id, l.territoire_id, j, :debut, :fin, coalesce(:capacite::int, l.capacite), :animateur, :langues, :commentaire, :par, :maintenant
          from rendezvous.lieu l, unnest(:jours::date[]) j where l.id = :lieu and l.actif
          on conflict (lieu_id, jour, debut) where etat <> 'ANNULEE' do nothing returning id""")
          .param("debut", s.debut()).param("fin", s.fin()).param("capacite", s.capacite()).param("animateur", s.animateur())
          .param("langues", s.langues())
          .param("commentaire", s.commentaire()).param("par", agent.perimetre().agent()).param("maintenant", OffsetDateTime.now(horloge))
          .param("jours", jours.stream().map(LocalDate::toString).toArray(String[]::new)).param("lieu", s.lieuId()).query(Long.class).list();
      if (!ids.isEmpty()) {
        journal.tracer("SESSION", null, null, "%d sessions d'information collective ouvertes, du %s au %s".formatted(ids.size(),
            jours.getFirst(), jours.getLast()));
      }
      return new Bilan(ids, jours.size() - ids.size());
    } catch (DataAccessException e) {
      if (HorsDuPerimetre.est(e)) {
        throw new SaisieRefusee("lieu", new RefusMetier("LIEU_AILLEURS", "Ce lieu est tenu par un autre territoire que le vôtre."));
      }
      throw e;
    }
  }

  /**
   * What would be opened: the days of a series, public holidays named. Nothing is written.
   *
   * @param jour   first day; @param jusqua last day possible, for a series; {@code null} where nothing is said
   * @throws SaisieRefusee with all that is missing or impossible
   */
  public List<Rythme.Jour> prevoir(SaisieDeSession s, Rythme rythme, LocalDate jour, LocalDate jusqua) {
    boolean serie = rythme != Rythme.UNE_FOIS;
    Fautes fautes = new Fautes().exiger(jour != null, JOUR, "DATE_ABSENTE", "Indiquez le jour de la session.")
        .exiger(jour == null || !jour.isBefore(LocalDate.now(horloge)), JOUR, "SESSION_PASSEE", "Ce jour est passé. Choisissez un jour à venir.");
    verifier(s, fautes);
    fautes.exiger(!serie || jusqua != null, "jusqua", "DATE_ABSENTE", "Indiquez jusqu'à quel jour les sessions reviennent.")
        .exiger(!serie || jour == null || jusqua == null || !jusqua.isBefore(jour), "jusqua", "DATES_INVERSEES",
        "Le dernier jour ne vient pas avant le premier.");
    if (jour != null && jusqua != null && rythme.deborde(jour, jusqua)) {
      fautes.exiger(false, "jusqua", "SERIE_TROP_LONGUE",
          "Une série a %d dates au plus : celle-ci peut aller jusqu'au %s. Ouvrez la suite dans une autre série."
          .formatted(Rythme.MAXIMUM, Francais.date(rythme.dernier(jour))));
    }
    fautes.lever();
    return rythme.jours(jour, jusqua, feries);
  }

  /** @param feries the public holidays, each a fault as a day past or not said; {@code null} when the agent opens this one by choice */
  static void verifierLeJour(String champ, LocalDate jour, LocalDate aujourdhui, JoursFeries feries, Fautes fautes) {
    if (jour == null) {
      fautes.exiger(false, champ, "DATE_ABSENTE", "Indiquez le jour de la session.");
      return;
    }
    fautes.exiger(!jour.isBefore(aujourdhui), champ, "SESSION_PASSEE", "Le %s est passé. Choisissez un jour à venir.".formatted(Francais.date(jour)));
    Optional.ofNullable(feries).flatMap(f -> f.nom(jour)).ifPresent(nom -> fautes.exiger(false, champ, "JOUR_FERIE",
        "Le %s est férié (%s). Choisissez un autre jour, ou cochez la case pour ouvrir ce jour-là quand même.".formatted(Francais.date(jour), nom)));
  }

  /** A page left open shows places where nobody is received any more: their sessions would be told to be open already. */
  static void verifierLeLieu(JdbcClient base, Integer lieu, Fautes fautes) {
    fautes.exiger(lieu == null || base.sql("select actif from rendezvous.lieu where id = ?").param(lieu).query(Boolean.class).optional()
        .orElse(false), "lieu", "LIEU_INACTIF",
        "On ne reçoit plus dans ce lieu. Choisissez-en un autre, ou cochez « On y reçoit encore » sur sa page.");
  }

  /** What the place, the hours and the number of places must be. */
  static void verifier(SaisieDeSession s, Fautes fautes) {
    fautes.exiger(s.lieuId() != null, "lieu", "LIEU_ABSENT", "Choisissez le lieu de la session.")
        .exiger(s.debut() != null, "debut", HEURES, "Indiquez l'heure de début, par exemple 9:30.")
        .exiger(s.fin() != null, "fin", HEURES, "Indiquez l'heure de fin, par exemple 11:30.")
        .exiger(s.debut() == null || s.fin() == null || s.fin().isAfter(s.debut()), "fin", HEURES, "L'heure de fin vient après l'heure de début.")
        .exiger(s.capacite() == null || s.capacite() >= 1 && s.capacite() <= CAPACITE_MAXIMUM, "capacite", "CAPACITE",
            "Une session reçoit de 1 à 500 personnes ; laissez vide pour prendre toutes les places de la salle.");
  }
}
