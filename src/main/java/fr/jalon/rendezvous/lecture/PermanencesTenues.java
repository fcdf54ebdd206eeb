package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.rendezvous.domaine.Rythme;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The opening hours that run or are to come, and their days of absence. */
@Component
public class PermanencesTenues {
  private static final String PERMANENCES = """
      select m.*, l.nom as lieu, k.nom as commune, t.nom as territoire,
        (select count(*) from rendezvous.creneau c where c.permanence_id = m.id and c.ferme is null and c.jour >= :aujourdhui)::int as creneaux
      from rendezvous.permanence m join rendezvous.lieu l on l.id = m.lieu_id join structures.commune k on k.code = l.commune
      join structures.territoire t on t.id = m.territoire_id where %s order by t.ordre, m.agent, m.jour_semaine, m.debut, m.id""";
  private static final RowMapper<Permanence> PERMANENCE = (l, _) ->
      new Permanence(l.getInt("id"), l.getString("agent"), l.getString("lieu"), l.getString("commune"),
      l.getString("territoire"), DayOfWeek.of(l.getInt("jour_semaine")), l.getObject("debut", LocalTime.class),
      l.getObject("fin", LocalTime.class), l.getInt("minutes"),
      l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class), l.getInt("creneaux"));
  private final JdbcClient base;
  private final JoursFeries feries;
  private final Clock horloge;

  PermanencesTenues(JdbcClient base, JoursFeries feries, Clock horloge) {
    this.base = base;
    this.feries = feries;
    this.horloge = horloge;
  }

  /** A permanence. @param creneaux open slots from today on, taken or not */
  public record Permanence(int id, String agent, String lieu, String commune, String territoire, DayOfWeek jour, LocalTime debut, LocalTime fin,
      int minutes, LocalDate du,
      LocalDate au, int creneaux) {
    /** {@code mardi}. */
    public String jourEcrit() {
      return jour.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }
  }

  /** The public holidays to come of a permanence that are left out: nobody chose to open them. */
  @Transactional(readOnly = true)
  public List<Rythme.Jour> feriesLaisses(int id) {
    List<LocalDate> ouverts = base.sql("select distinct jour from rendezvous.creneau where permanence_id = ?").param(id)
        .query(LocalDate.class).list();
    return une(id).stream().flatMap(p -> new HorairesDePermanence(p.jour(), p.debut(), p.fin(), p.minutes(), p.du(), p.au()).feries(feries).stream())
        .filter(f -> !f.date().isBefore(LocalDate.now(horloge)) && !ouverts.contains(f.date())).toList();
  }

  /** A day when nobody receives. */
  public record JourFerme(LocalDate jour, String motif) {}

  /** Those that are not over. */
  @Transactional(readOnly = true)
  public List<Permanence> toutes() {
    return base.sql(PERMANENCES.formatted("m.au >= :aujourdhui")).param("aujourdhui", LocalDate.now(horloge)).query(PERMANENCE).list();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<Permanence> une(int id) {
    return base.sql(PERMANENCES.formatted("m.id = :id")).param("aujourdhui", LocalDate.now(horloge)).param("id", id).query(PERMANENCE).optional();
  }

  /** Its days of absence to come. */
  @Transactional(readOnly = true)
  public List<JourFerme> joursFermes(int id) {
    return base.sql("select jour, min(ferme) as motif from rendezvous.creneau where permanence_id = ? and ferme is not null and jour >= ? group by jour order by jour")
        .params(id, LocalDate.now(horloge)).query(JourFerme.class).list();
  }
}
