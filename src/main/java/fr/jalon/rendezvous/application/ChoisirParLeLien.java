package fr.jalon.rendezvous.application;

import fr.jalon.parametres.Parametres;
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

/** The interview a person reads, chooses, changes or gives up with the code of her message, without an account: only what that code opens (V0291). */
@Service
public class ChoisirParLeLien {
  private final JdbcClient base;
  private final Parametres parametres;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  ChoisirParLeLien(JdbcClient base, Parametres parametres, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** What a code opens. @param jour {@code null} while she has not chosen, as the hours and the place; @param expire true when the code no longer serves */
  public record Entretien(String prenom, EtatEntretien etat, LocalDate jour, LocalTime debut, LocalTime fin, String agent, String lieu, String adresse, String telephone,
      boolean accessible, boolean expire) {
    /** True while she may choose, change or give up. */
    public boolean modifiable() {
      return !expire && etat.enCours();
    }
  }

  /** A free slot. */
  public record Libre(long id, LocalDate jour, LocalTime debut, LocalTime fin, String lieu, String commune) {}

  /** Empty for a code that opens no interview. */
  @Transactional(readOnly = true)
  public Optional<Entretien> lire(String code) {
    return base.sql("select * from rendezvous.entretien_par_code(?, ?)").params(RepondreParLeLien.net(code), LocalDate.now(horloge))
        .query((l, _) -> new Entretien(l.getString("prenom"), EtatEntretien.valueOf(l.getString("etat")), l.getObject("jour", LocalDate.class),
            l.getObject("debut", LocalTime.class), l.getObject("fin", LocalTime.class), l.getString("agent"), l.getString("lieu"), l.getString("adresse"),
            l.getString("telephone"), l.getBoolean("accessible"), l.getBoolean("expire"))).optional();
  }

  /** The free slots of her territory, from tomorrow on, the soonest first. */
  @Transactional(readOnly = true)
  public List<Libre> libres(String code) {
    return base.sql("select creneau_id as id, jour, debut, fin, lieu, commune from rendezvous.creneaux_par_code(?, ?, ?)").params(RepondreParLeLien.net(code), demain(), horizon())
        .query(Libre.class).list();
  }

  /** Takes a slot, in place of the one she had. Sent twice, it is written once. @throws RefusMetier when it is no longer free */
  @Transactional
  public void choisir(String code, long creneau) {
    boolean change = RegistreDesEntretiens.sansDoublon(() -> base.sql("select * from rendezvous.choisir_par_code(:code, :creneau, :du, :au, :maintenant)")
        .param("code", RepondreParLeLien.net(code)).param("creneau", creneau).param("du", demain()).param("au", horizon()).param("maintenant", OffsetDateTime.now(horloge))
        .query((l, _) -> {
          if (l.getBoolean("changee")) {
            evenements.publishEvent(new EntretienChoisi(l.getLong("entretien_id")));
          }
          return true;
        }).optional()).isPresent();
    if (!change) {
      throw new RefusMetier("CRENEAU_PRIS", "Ce créneau n'est plus libre. Choisissez-en un autre.");
    }
  }

  /** Gives up. Sent twice, it is written once. */
  @Transactional
  public void renoncer(String code, Empechement raison) {
    base.sql("select * from rendezvous.renoncer_par_code(?, ?, ?, ?)").params(RepondreParLeLien.net(code), raison.name(), LocalDate.now(horloge), OffsetDateTime.now(horloge))
        .query(Long.class).optional().ifPresent(id -> evenements.publishEvent(new EntretienChoisi(id)));
  }

  private LocalDate demain() {
    return LocalDate.now(horloge).plusDays(1);
  }

  private LocalDate horizon() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return aujourdhui.plusDays(parametres.jours("rendezvous.horizon_jours", aujourdhui));
  }
}
