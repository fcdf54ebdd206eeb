package fr.jalon.rendezvous.application;

import fr.jalon.rendezvous.EntretienChoisi;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The interview a person reads, chooses, changes or gives up with the code of her message, without an account: only what that code opens (V0431). */
@Service
public class ChoisirParLeLien {
  private final JdbcClient base;
  private final HeureDuLien heure;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  ChoisirParLeLien(JdbcClient base, HeureDuLien heure, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.heure = heure;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /**
   * What a code opens. @param jour {@code null} while she has not chosen, as the hours and the place; @param expire true when the code no longer
   * serves; @param commence true once its hour is past; @param choisirAvant last day to choose, {@code null} once she has chosen
   */
  public record Entretien(String prenom, EtatEntretien etat, LocalDate jour, LocalTime debut, LocalTime fin, String agent, String lieu,
      String adresse, String telephone,
      boolean accessible, boolean expire, boolean commence, LocalDate choisirAvant) {
    /** True while she may choose, change or give up. */
    public boolean modifiable() {
      return !expire && etat.enCours();
    }

    /** True when she gave up before the hour: she may choose another slot. */
    public boolean reprenable() {
      return !expire && etat == EtatEntretien.DECLINEE;
    }
  }

  /** A free slot. */
  public record Libre(long id, LocalDate jour, LocalTime debut, LocalTime fin, String lieu, String commune) {}

  /** Empty for a code that opens no interview. */
  @Transactional(readOnly = true)
  public Optional<Entretien> lire(String code) {
    return base.sql("select * from rendezvous.entretien_par_code(?, ?, ?)").params(RepondreParLeLien.net(code), heure.ici(), heure.heures())
        .query((l, _) -> new Entretien(l.getString("prenom"), EtatEntretien.valueOf(l.getString("etat")), l.getObject("jour", LocalDate.class),
            l.getObject("debut", LocalTime.class), l.getObject("fin", LocalTime.class), l.getString("agent"), l.getString("lieu"),
            l.getString("adresse"),
            l.getString("telephone"), l.getBoolean("accessible"), l.getBoolean("expire"), l.getBoolean("commence"),
            l.getObject("choisir_avant", LocalDate.class))).optional();
  }

  /** The last day whose slots are shown. */
  public LocalDate jusqua() {
    return heure.horizon();
  }

  /** The free slots of her territory, from tomorrow on, the soonest first. */
  @Transactional(readOnly = true)
  public List<Libre> libres(String code) {
    return base.sql("select creneau_id as id, jour, debut, fin, lieu, commune from rendezvous.creneaux_par_code(?, ?, ?, ?)")
        .params(RepondreParLeLien.net(code), LocalDate.now(horloge), demain(), heure.horizon())
        .query(Libre.class).list();
  }

  /** Takes a slot, in place of the one she had. Sent twice, it is written once. @throws RefusMetier when it is no longer free */
  @Transactional
  public void choisir(String code, long creneau) {
    Optional<Long> touche = lire(code).filter(Entretien::reprenable).isPresent() ? RegistreDesEntretiens.sansDoublon(
        () -> base.sql("select * from rendezvous.rechoisir_par_code(?, ?, ?, ?, ?, ?)")
            .params(RepondreParLeLien.net(code), creneau, LocalDate.now(horloge), demain(), heure.horizon(), OffsetDateTime.now(horloge))
            .query(Long.class).optional()) : changer(code, creneau);
    long id = touche.orElseThrow(() -> new RefusMetier("CRENEAU_PRIS", "Ce créneau n'est plus libre. Choisissez-en un autre."));
    if (id > 0) {
      evenements.publishEvent(new EntretienChoisi(id));
    }
  }

  /** @return number of the interview, 0 when it was chosen already; empty when the slot is not free */
  private Optional<Long> changer(String code, long creneau) {
    return RegistreDesEntretiens.sansDoublon(() ->
        base.sql("select * from rendezvous.choisir_par_code(:code, :creneau, :du, :au, :ici, :heures, :maintenant)")
        .param("code", RepondreParLeLien.net(code)).param("creneau", creneau).param("du", demain()).param("au", heure.horizon())
        .param("ici", heure.ici())
        .param("heures", heure.heures()).param("maintenant", OffsetDateTime.now(horloge))
        .query((l, _) -> l.getBoolean("changee") ? l.getLong("entretien_id") : 0L).optional());
  }

  /** Gives up. Sent twice, it is written once. */
  @Transactional
  public void renoncer(String code, Empechement raison) {
    base.sql("select * from rendezvous.renoncer_par_code(?, ?, ?, ?, ?)")
        .params(RepondreParLeLien.net(code), raison.name(), heure.ici(), heure.heures(), OffsetDateTime.now(horloge))
        .query(Long.class).optional().ifPresent(id -> evenements.publishEvent(new EntretienChoisi(id)));
  }

  private LocalDate demain() {
    return LocalDate.now(horloge).plusDays(1);
  }
}
