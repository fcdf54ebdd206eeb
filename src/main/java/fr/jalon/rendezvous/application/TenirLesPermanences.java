package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.PermanenceFermee;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.domaine.HorairesDePermanence.Plage;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the hours of who receives, makes their slots, closes and opens again the days of an absence. */
@Service
public class TenirLesPermanences {
  private static final String LIEU = "lieu";
  private static final String LIEU_ABSENT = "Choisissez le lieu de la permanence.";
  private final JdbcClient base;
  private final RegistreDesEntretiens registre;
  private final ApplicationEventPublisher evenements;
  private final Structures structures;
  private final AgentCourant agent;
  private final Journal journal;
  private final JoursFeries feries;
  private final Clock horloge;

  TenirLesPermanences(JdbcClient base, RegistreDesEntretiens registre, ApplicationEventPublisher evenements, Structures structures,
      AgentCourant agent, Journal journal,
      JoursFeries feries, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.structures = structures;
    this.agent = agent;
    this.journal = journal;
    this.feries = feries;
    this.horloge = horloge;
  }

  /** What was opened. */
  public record Ouverte(int id, int creneaux) {}

  /** Opens a permanence and its slots. @throws RefusMetier when something is missing, past, or when no slot fits */
  @Transactional
  public Ouverte ouvrir(SaisieDePermanence s) {
    HorairesDePermanence h = s.horaires();
    String nom = s.referent() != null ? structures.referent(s.referent()).map(Referent::nom).orElse("") : s.agent() == null ? "" : s.agent().strip();
    Fautes fautes = new Fautes().exiger(s.lieu() != null, LIEU, "LIEU_ABSENT", LIEU_ABSENT)
        .exiger(!nom.isEmpty(), "agent", "AGENT_ABSENT", "Dites qui reçoit : un référent, ou un nom.");
    h.verifier(LocalDate.now(horloge), fautes);
    fautes.lever();
    List<Plage> plages = h.plages(feries);
    if (plages.isEmpty() && h.feries(feries).stream().allMatch(f -> h.plages(f.date()).isEmpty())) {
      throw new RefusMetier("AUCUN_CRENEAU",
          "Aucun créneau ne tient dans ces heures et ces dates. Vérifiez l'heure de fin, la durée et le jour de la semaine.");
    }
    int territoire = base.sql("select territoire_id from rendezvous.lieu where id = ? and actif").param(s.lieu()).query(Integer.class).optional()
        .orElseThrow(() -> new SaisieRefusee(LIEU, new RefusMetier("LIEU_ABSENT", LIEU_ABSENT)));
    new Fautes().exiger(agent.perimetre().partout() || agent.perimetre().territoires().contains(territoire), LIEU, "LIEU_AILLEURS",
        "Ce lieu est tenu par un autre territoire que le vôtre.").lever();
    if (base.sql("""
        select exists (select from rendezvous.permanence m join rendezvous.creneau c on c.permanence_id = m.id and c.ferme is null
          join unnest(:jours::date[], :debuts::time[], :fins::time[]) u(jour, debut, fin) on u.jour = c.jour and u.debut < c.fin and c.debut < u.fin
          where lower(m.agent) = lower(:agent) and coalesce(m.referent_id, 0) = coalesce(:referent::int, 0))""").param("jours", textes(plages, p -> p.jour().toString()))
        .param("debuts", textes(plages, p -> p.debut().toString())).param("fins", textes(plages, p -> p.fin().toString())).param("agent", nom)
        .param("referent", s.referent()).query(Boolean.class).single()) {
      throw new RefusMetier("PERMANENCE_DEJA", "%s reçoit déjà à ces heures-là. Changez le jour, les heures ou les dates.".formatted(nom));
    }
    try {
      int id = base.sql("""
          insert into rendezvous.permanence (lieu_id, territoire_id, agent, referent_id, jour_semaine, debut, fin, minutes, du, au, cree_par, cree_le)
          values (:lieu, :territoire, :agent, :referent, :jour, :debut, :fin, :minutes, :du, :au, :par, :le) returning id""").param("lieu", s.lieu())
          .param("territoire", territoire).param("agent", nom).param("referent", s.referent()).param("jour", h.jour().getValue())
          .param("debut", h.debut()).param("fin", h.fin())
          .param("minutes", h.minutes()).param("du", h.du()).param("au", h.au()).param("par", agent.perimetre().agent())
          .param("le", OffsetDateTime.now(horloge))
          .query(Integer.class).single();
      creneaux(id, territoire, plages);
      journal.tracer("PERMANENCE", null, null, "Permanence ouverte : %s, %d créneaux".formatted(nom, plages.size()));
      return new Ouverte(id, plages.size());
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("PERMANENCE_DEJA", "Cette permanence est déjà ouverte.");
    }
  }

  /**
   * Nobody receives between these days. Who had an interview then is told, and has none any more.
   *
   * @return number of persons told
   */
  @Transactional
  public int fermer(int permanence, LocalDate du, LocalDate au, String motif) {
    new Fautes().exiger(du != null, "du", "DATES", "Indiquez le premier jour de l'absence.")
        .exiger(du == null || !du.isBefore(LocalDate.now(horloge)), "du", "DATES", "Ce jour est passé : indiquez un jour à venir.")
        .exiger(au != null, "au", "DATES", "Indiquez le dernier jour de l'absence.")
        .exiger(du == null || au == null || !au.isBefore(du), "au", "DATES", "Le dernier jour ne vient pas avant le premier.")
        .exiger(motif != null && !motif.isBlank(), "motif", "MOTIF_ABSENT", "Dites pourquoi personne ne reçoit ces jours-là.").lever();
    registre.reserver(permanence);
    int fermes = base.sql("update rendezvous.creneau set ferme = :motif where permanence_id = :id and jour between :du and :au")
        .param("motif", motif.strip())
        .param("id", permanence).param("du", du).param("au", au).update();
    if (fermes == 0) {
      throw new RefusMetier("AUCUN_CRENEAU",
          "Cette permanence n'a aucun créneau entre ces jours, ou elle est tenue par un autre territoire que le vôtre.");
    }
    int attendues = base.sql("""
        select count(*) from rendezvous.creneaux_pris(array(select id from rendezvous.creneau where permanence_id = :id and jour between :du and :au))""")
        .param("id", permanence).param("du", du).param("au", au).query(Integer.class).single();
    evenements.publishEvent(new PermanenceFermee(permanence, du, au));
    journal.tracer("PERMANENCE", null, null, "Permanence fermée du %s au %s : %d créneaux".formatted(du, au, fermes));
    return attendues;
  }

  /** Receives again that day. @return number of slots open again. @throws RefusMetier when nobody is received at its place any more */
  @Transactional
  public int rouvrir(int permanence, LocalDate jour) {
    registre.reserver(permanence);
    exigerUnLieuOuvert(permanence);
    return base.sql("update rendezvous.creneau set ferme = null where permanence_id = ? and jour = ? and ferme is not null")
        .params(permanence, jour).update();
  }

  /**
   * Opens a public holiday by choice, with the hours of the permanence. Done twice, it is done once.
   *
   * @return number of slots opened
   * @throws RefusMetier when the day is past, is no public holiday of this permanence, the place is another territory's or receives nobody any more
   */
  @Transactional
  public int ouvrirUnFerie(int permanence, LocalDate jour) {
    registre.reserver(permanence);
    exigerUnLieuOuvert(permanence);
    Tenue t = base.sql("select territoire_id as territoire, jour_semaine, debut, fin, minutes, du, au from rendezvous.permanence where id = ?")
        .param(permanence).query(Tenue.class)
        .optional().orElseThrow(() -> new RefusMetier("PERMANENCE_INCONNUE", "Cette permanence n'existe pas. Revenez à la liste."));
    if (!agent.perimetre().partout() && !agent.perimetre().territoires().contains(t.territoire())) {
      throw new RefusMetier("LIEU_AILLEURS", "Cette permanence est tenue par un autre territoire que le vôtre.");
    }
    if (jour == null || jour.isBefore(LocalDate.now(horloge)) || t.horaires().feries(feries).stream().noneMatch(f -> f.date().equals(jour))) {
      throw new RefusMetier("JOUR_FERIE", "Ce jour n'est pas un jour férié à venir de cette permanence.");
    }
    int ouverts = creneaux(permanence, t.territoire(), t.horaires().plages(jour));
    journal.tracer("PERMANENCE", null, null, "Jour férié ouvert le %s : %d créneaux".formatted(jour, ouverts));
    return ouverts;
  }

  private void exigerUnLieuOuvert(int permanence) {
    if (base.sql("select not l.actif from rendezvous.permanence m join rendezvous.lieu l on l.id = m.lieu_id where m.id = ?").param(permanence)
        .query(Boolean.class).optional().orElse(false)) {
      throw new RefusMetier("LIEU_INACTIF",
          "On ne reçoit plus dans ce lieu. Cochez d'abord « On y reçoit encore » sur sa page, ou ouvrez la permanence dans un autre lieu.");
    }
  }

  private record Tenue(int territoire, int jourSemaine, LocalTime debut, LocalTime fin, int minutes, LocalDate du, LocalDate au) {
    HorairesDePermanence horaires() {
      return new HorairesDePermanence(DayOfWeek.of(jourSemaine), debut, fin, minutes, du, au);
    }
  }

  private int creneaux(int permanence, int territoire, List<Plage> plages) {
    return base.sql("""
        insert into rendezvous.creneau (permanence_id, territoire_id, jour, debut, fin)
        select :id, :territoire, u.jour, u.debut, u.fin from unnest(:jours::date[], :debuts::time[], :fins::time[]) u(jour, debut, fin)
        on conflict (permanence_id, jour, debut) do nothing""").param("id", permanence).param("territoire", territoire).param("jours", textes(plages, p -> p.jour().toString()))
        .param("debuts", textes(plages, p -> p.debut().toString())).param("fins", textes(plages, p -> p.fin().toString())).update();
  }

  private static String[] textes(List<Plage> plages, java.util.function.Function<Plage, String> lire) {
    return plages.stream().map(lire).toArray(String[]::new);
  }
}
