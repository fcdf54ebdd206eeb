package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slots of a week, who holds them, and those still free. */
@Component
public class AgendaDesEntretiens {
  private static final String LIGNES = """
      with choisis as materialized (
        select c.*, m.agent, m.lieu_id, l.nom as lieu, k.nom as commune from rendezvous.creneau c join rendezvous.permanence m on m.id = c.permanence_id
        join rendezvous.lieu l on l.id = m.lieu_id join structures.commune k on k.code = l.commune where %s)
      select c.*, x.creneau_id is not null as pris, e.id as entretien_id, e.personne_id, p.nom, p.prenom, e.etat, e.etat_depuis, e.motif
      from choisis c left join rendezvous.creneaux_pris(array(select id from choisis)) x on x.creneau_id = c.id
      left join rendezvous.entretien e on e.creneau_id = c.id and e.etat not in ('ANNULEE', 'DECLINEE') left join allocataires.personne p on p.id = e.personne_id
      %s order by c.jour, c.debut, c.lieu, c.agent, c.id %s""";
  private static final RowMapper<LigneDAgenda> LIGNE = (l, _) ->
      new LigneDAgenda(l.getLong("id"), l.getInt("permanence_id"), l.getObject("jour", LocalDate.class),
      l.getObject("debut", LocalTime.class), l.getObject("fin", LocalTime.class), l.getString("ferme"), l.getString("agent"),
      l.getInt("lieu_id"), l.getString("lieu"),
      l.getString("commune"), l.getInt("territoire_id"), l.getBoolean("pris"), (Long) l.getObject("entretien_id"),
      (Long) l.getObject("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getString("etat") == null ? null : EtatEntretien.valueOf(l.getString("etat")),
      l.getObject("etat_depuis", OffsetDateTime.class), l.getString("motif"));
  private static final int LIBRES = 80;
  private final JdbcClient base;
  private final Clock horloge;

  AgendaDesEntretiens(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** A territory where more persons are invited to choose than slots are free in the days to come. */
  public record Manque(String territoire, int invitees, int libres) {}

  /** The slots of seven days from a Monday. @param lieu {@code null} for all; @param permanence {@code null} for all */
  @Transactional(readOnly = true)
  public List<LigneDAgenda> semaine(LocalDate lundi, Integer territoire, Integer lieu, Integer permanence) {
    return semaine(lundi, territoire, lieu, permanence, null);
  }

  /** The same, of one who receives. @param qui the référent, {@code null} for all: her permanences, and those opened under her name */
  @Transactional(readOnly = true)
  public List<LigneDAgenda> semaine(LocalDate lundi, Integer territoire, Integer lieu, Integer permanence, Referent qui) {
    return entre(lundi, lundi.plusDays(6), territoire, lieu, permanence, qui);
  }

  /** The appointments of one who receives, with those the agent may see. @param au last day */
  @Transactional(readOnly = true)
  public List<LigneDAgenda> rendezVousDe(Referent qui, LocalDate du, LocalDate au) {
    return entre(du, au, null, null, null, qui).stream().filter(l -> l.entretienId() != null && l.personneId() != null).toList();
  }

  private List<LigneDAgenda> entre(LocalDate du, LocalDate au, Integer territoire, Integer lieu, Integer permanence, Referent qui) {
    return base.sql(LIGNES.formatted("""
        c.jour between :du and :au and (:territoire::int is null or c.territoire_id = :territoire::int) and (:lieu::int is null or m.lieu_id = :lieu::int)
        and (:permanence::int is null or m.id = :permanence::int)
        and (:referent::int is null or m.referent_id = :referent::int or m.referent_id is null and lower(m.agent) = lower(:nom))""", "", ""))
        .param("referent", qui == null ? null : qui.id()).param("nom", qui == null ? "" : qui.nom()).param("du", du).param("au", au)
        .param("territoire", territoire)
        .param("lieu", lieu).param("permanence", permanence).query(LIGNE).list();
  }

  /** One slot. */
  @Transactional(readOnly = true)
  public Optional<LigneDAgenda> un(long creneau) {
    return base.sql(LIGNES.formatted("c.id = :id", "", "")).param("id", creneau).query(LIGNE).optional();
  }

  /** The next slots that may be given in a territory. @param territoire {@code null} for all */
  @Transactional(readOnly = true)
  public List<LigneDAgenda> libres(Integer territoire, LocalDate jusqua) {
    LocalDateTime maintenant = LocalDateTime.now(horloge);
    return base.sql(LIGNES.formatted("c.jour + c.debut > :maintenant and c.jour between :du and :au and c.ferme is null and (:territoire::int is null or c.territoire_id = :territoire::int)",
        "where x.creneau_id is null", "limit " + LIBRES)).param("maintenant", maintenant).param("du", maintenant.toLocalDate()).param("au", jusqua)
        .param("territoire", territoire).query(LIGNE).list();
  }

  /** Slots are about to run out. @param jusqua last day counted */
  @Transactional(readOnly = true)
  public List<Manque> manques(LocalDate jusqua) {
    return base.sql("""
        with invitees as (select territoire_id, count(*)::int as n from rendezvous.entretien where etat = 'INVITEE' and code_expire_le >= :du group by 1),
        ouverts as (select id, territoire_id from rendezvous.creneau where jour > :du and jour <= :au and ferme is null and territoire_id in (select territoire_id from invitees))
        select t.nom as territoire, i.n as invitees, (select count(*) from ouverts o where o.territoire_id = t.id
          and o.id not in (select creneau_id from rendezvous.creneaux_pris(array(select id from ouverts))))::int as libres
        from invitees i join structures.territoire t on t.id = i.territoire_id order by t.ordre""").param("du", LocalDate.now(horloge)).param("au", jusqua).query(Manque.class).list()
        .stream().filter(m -> m.libres() < m.invitees()).toList();
  }
}
