package fr.jalon.rendezvous.lecture;

import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.LieuDeRendezVous;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places where persons are received. */
@Component
public class LieuxConnus {
  private static final String LIEUX = "select l.*, k.nom as nom_commune from rendezvous.lieu l join structures.commune k on k.code = l.commune";
  private static final RowMapper<LieuDeRendezVous> LIEU = (l, _) -> new LieuDeRendezVous(l.getInt("id"), l.getString("nom"), l.getString("adresse"),
      l.getString("code_postal"), l.getString("commune"), l.getString("nom_commune"), l.getInt("territoire_id"),
      l.getBoolean("accessible"), l.getInt("capacite"),
      l.getString("telephone"), l.getBoolean("actif"));
  private final JdbcClient base;
  private final Clock horloge;

  LieuxConnus(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** What is planned at a place, whoever is expected. @param premier the first day, {@code null} when nothing is */
  public record Prevu(int sessions, int entretiens, LocalDate premier) {
    /** True when somebody may come. */
    public boolean quelqueChose() {
      return premier != null;
    }

    /** « 2 informations collectives et 1 rendez-vous individuel ». */
    public String phrase() {
      return Stream.of(sessions == 0 ? null : Francais.compte(sessions, "information collective", "informations collectives"),
          entretiens == 0 ? null : Francais.compte(entretiens, "rendez-vous individuel", "rendez-vous individuels")).filter(Objects::nonNull)
              .collect(Collectors.joining(" et "));
    }
  }

  /** All of them, those that serve first. */
  @Transactional(readOnly = true)
  public List<LieuDeRendezVous> tous() {
    return base.sql(LIEUX + " order by not l.actif, l.territoire_id, l.nom").query(LIEU).list();
  }

  /** Those that serve. */
  @Transactional(readOnly = true)
  public List<LieuDeRendezVous> actifs() {
    return tous().stream().filter(LieuDeRendezVous::actif).toList();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<LieuDeRendezVous> un(int id) {
    return base.sql(LIEUX + " where l.id = ?").param(id).query(LIEU).optional();
  }

  /** The sessions and the interviews to come at a place. */
  @Transactional(readOnly = true)
  public Prevu prevu(int id) {
    return base.sql("""
        with s as (select jour from rendezvous.session where lieu_id = :lieu and etat = 'PREVUE' and jour + debut > :maintenant),
        k as (select k.id, k.jour from rendezvous.permanence m join rendezvous.creneau k on k.permanence_id = m.id where m.lieu_id = :lieu and k.jour + k.debut > :maintenant),
        e as (select k.jour from rendezvous.creneaux_pris(array(select id from k)) p join k on k.id = p.creneau_id)
        select (select count(*)::int from s) as sessions, (select count(*)::int from e) as entretiens, (select min(jour) from (table s union all table e) t) as premier""")
        .param("lieu", id).param("maintenant", LocalDateTime.now(horloge)).query(Prevu.class).single();
  }

  /** One, that nobody else changes until the transaction ends; empty when the agent may not change it. */
  @Transactional
  public Optional<LieuDeRendezVous> pourChanger(int id) {
    return base.sql(LIEUX + " where l.id = ? for no key update of l").param(id).query(LIEU).optional();
  }
}
