package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.Piece;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the dossier says of the appointments of a person. */
@Component
public class RendezVousDUnePersonne {
  private final JdbcClient base;
  private final Clock horloge;

  RendezVousDUnePersonne(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * A convocation, in the state it was in at a day.
   *
   * @param motif  why (code or sentence), or {@code null}
   * @param pieces papers missing; {@code null} when they were not asked for
   */
  public record Convoquee(long id, long sessionId, LocalDate jour, LocalTime debut, String lieu, String commune, EtatConvocation etat,
      String motif, List<Piece> pieces) {}

  /** One thing that happened. @param jour the day it happened */
  public record Passage(LocalDate le, LocalDate jour, String commune, String de, EtatConvocation vers, String motif, String par) {}

  /** Her convocations known at a day, the latest first. */
  @Transactional(readOnly = true)
  public List<Convoquee> convocations(long personne, LocalDate au) {
    return base.sql("""
        select c.id, c.session_id, s.jour, s.debut, l.nom as lieu, k.nom as commune, x.vers, x.motif,
          case when x.vers = 'PRESENTE' and s.jour <= :au then c.pieces_manquantes end as pieces
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id join rendezvous.lieu l on l.id = s.lieu_id
        join structures.commune k on k.code = l.commune
        join lateral (select p.vers, p.motif from rendezvous.passage p where p.objet_id = c.id and (p.fait_le at time zone :zone)::date <= :au
          order by p.id desc limit 1) x on true
        where c.personne_id = :personne order by s.jour desc, c.id desc""").param("personne", personne).param("au", au).param("zone", horloge.getZone().getId())
        .query((l, _) -> new Convoquee(l.getLong("id"), l.getLong("session_id"), l.getObject("jour", LocalDate.class),
        l.getObject("debut", LocalTime.class),
            l.getString("lieu"), l.getString("commune"), EtatConvocation.valueOf(l.getString("vers")), l.getString("motif"),
            l.getArray("pieces") == null ? null : Piece.de(Arrays.asList((String[]) l.getArray("pieces").getArray())))).list();
  }

  /** The convocations that run, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<Convoquee>> enCours(Collection<Long> personnes) {
    return base.sql("""
        select c.personne_id, c.id, c.session_id, s.jour, s.debut, l.nom as lieu, k.nom as commune, c.etat, c.motif
        from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id join rendezvous.lieu l on l.id = s.lieu_id
        join structures.commune k on k.code = l.commune
        where c.personne_id = any(:personnes::bigint[]) and c.etat = any(:etats::text[]) order by s.jour desc, c.id desc""")
        .param("personnes", personnes.toArray(Long[]::new))
        .param("etats", Stream.of(EtatConvocation.values()).filter(EtatConvocation::enCours).map(Enum::name).toArray(String[]::new))
        .query((l, _) -> Map.entry(l.getLong("personne_id"), new Convoquee(l.getLong("id"), l.getLong("session_id"),
            l.getObject("jour", LocalDate.class), l.getObject("debut", LocalTime.class), l.getString("lieu"), l.getString("commune"),
            EtatConvocation.valueOf(l.getString("etat")), l.getString("motif"), null))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Absences without excuse up to a day. */
  @Transactional(readOnly = true)
  public int absences(long personne, LocalDate au) {
    return base.sql("select count(*) from rendezvous.fait where personne_id = ? and nature = 'ABSENCE_NON_EXCUSEE' and retire_le is null and le <= ?")
        .params(personne, au)
        .query(Integer.class).single();
  }

  /** Everything that happened, the latest first. */
  @Transactional(readOnly = true)
  public List<Passage> passages(long personne) {
    return base.sql("""
        select (p.fait_le at time zone :zone)::date as le, s.jour, k.nom as commune, p.de, p.vers, p.motif, habilitations.nom_agent(p.par) as par
        from rendezvous.passage p join rendezvous.convocation c on c.id = p.objet_id join rendezvous.session s on s.id = c.session_id
        join rendezvous.lieu l on l.id = s.lieu_id join structures.commune k on k.code = l.commune
        where p.personne_id = :personne order by p.id desc""").param("personne", personne).param("zone", horloge.getZone().getId()).query((l, _) -> new Passage(l.getObject("le", LocalDate.class),
            l.getObject("jour", LocalDate.class), l.getString("commune"), l.getString("de"),
            EtatConvocation.valueOf(l.getString("vers")), l.getString("motif"),
            l.getString("par"))).list();
  }
}
