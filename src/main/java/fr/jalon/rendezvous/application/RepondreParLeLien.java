package fr.jalon.rendezvous.application;

import fr.jalon.rendezvous.ConvocationReprise;
import fr.jalon.rendezvous.Renoncement;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person reads and answers with the code of her message, without an account: only what that code opens (V0431), until the hour of the meeting.
 */
@Service
public class RepondreParLeLien {
  private final JdbcClient base;
  private final HeureDuLien heure;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  RepondreParLeLien(JdbcClient base, HeureDuLien heure, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.heure = heure;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /**
   * What a code opens.
   *
   * @param expire   true when it no longer serves: the hour is near or past, or the session is cancelled
   * @param commence true once the hour is past
   */
  public record Convocation(long convocationId, String prenom, LocalDate jour, LocalTime debut, LocalTime fin, String lieu, String adresse,
      String telephone, boolean accessible,
      EtatConvocation etat, boolean expire, boolean commence) {
    /** True while she may answer, or change her answer. */
    public boolean repondable() {
      return !expire && etat.attendue();
    }
  }

  /** A number to call. */
  public record Numero(String lieu, String commune, String telephone) {}

  /** A code as people type it: capitals, no space nor dash. */
  public static String net(String code) {
    return code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** True for what may be a code: its length and its letters. */
  public static boolean plausible(String code) {
    return Codes.FORME.matcher(net(code)).matches();
  }

  /** Empty for a code that opens nothing. */
  @Transactional(readOnly = true)
  public Optional<Convocation> lire(String code) {
    return base.sql("select * from rendezvous.lire_par_code(?, ?, ?)").params(net(code), heure.ici(), heure.heures())
        .query((l, _) -> new Convocation(l.getLong("convocation_id"), l.getString("prenom"), l.getObject("jour", LocalDate.class),
        l.getObject("debut", LocalTime.class),
            l.getObject("fin", LocalTime.class), l.getString("lieu"), l.getString("adresse"), l.getString("telephone"), l.getBoolean("accessible"),
            EtatConvocation.valueOf(l.getString("etat")), l.getBoolean("expire"), l.getBoolean("commence"))).optional();
  }

  /** Whose code it is, for the journal; {@code null} for a code that opens nothing. */
  @Transactional(readOnly = true)
  public Long personne(String code) {
    return (Long) base.sql("select rendezvous.personne_du_code(?)").param(net(code)).query().singleValue();
  }

  /** Writes her answer. Sent twice, it is written once. @param raison why she cannot come, {@code null} when she comes */
  @Transactional
  public void repondre(String code, boolean vient, Empechement raison) {
    base.sql("select * from rendezvous.repondre_par_code(:code, :vient, :raison, :ici, :heures, :maintenant)")
        .param("code", net(code)).param("vient", vient)
        .param("raison", raison == null ? null : raison.name()).param("ici", heure.ici()).param("heures", heure.heures())
        .param("maintenant", OffsetDateTime.now(horloge))
        .query((l, _) -> new Renoncement(l.getLong("convocation_id"), l.getLong("session_id"))).optional().filter(_ -> !vient)
        .ifPresent(evenements::publishEvent);
  }

  /** Another session where there is room. */
  public record Autre(long id, LocalDate jour, LocalTime debut, LocalTime fin, String lieu, String commune) {}

  /** For who said that she cannot come: the other sessions of her territory that are announced early enough, the soonest first. */
  @Transactional(readOnly = true)
  public List<Autre> autres(String code) {
    return base.sql("select session_id as id, jour, debut, fin, lieu, commune from rendezvous.sessions_par_code(?, ?, ?, ?)")
        .params(net(code), LocalDate.now(horloge), heure.premierJour(), heure.horizon())
        .query(Autre.class).list();
  }

  /** She chooses one of them. @throws RefusMetier when there is no room left */
  @Transactional
  public void reprendre(String code, long session) {
    ConvocationReprise reprise = RegistreDesConvocations.sansDoublon(() -> base.sql("select * from rendezvous.reprendre_par_code(?, ?, ?, ?, ?, ?)")
        .params(net(code), session, LocalDate.now(horloge), heure.premierJour(), heure.horizon(), OffsetDateTime.now(horloge))
        .query((l, _) -> new ConvocationReprise(l.getLong("convocation_id"), l.getLong("personne_id"), session, net(code))).optional())
        .orElseThrow(() -> new RefusMetier("SESSION_COMPLETE", "Il n'y a plus de place à cette réunion. Choisissez-en une autre."));
    evenements.publishEvent(reprise);
  }

  /** Whom to call when a code opens nothing. */
  @Transactional(readOnly = true)
  public List<Numero> numeros() {
    return base.sql("select * from rendezvous.numeros_a_appeler()").query(Numero.class).list();
  }
}
