package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The interviews of a person. */
@Component
public class EntretiensDUnePersonne {
  private static final RowMapper<Recue> RECUE = (l, _) ->
      new Recue(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
      (Integer) l.getObject("territoire_id"), l.getObject("jour", LocalDate.class), l.getObject("debut", LocalTime.class),
      l.getObject("fin", LocalTime.class),
      l.getString("agent"), l.getString("lieu"), l.getString("commune"), EtatEntretien.valueOf(l.getString("etat")), l.getString("motif"),
      l.getObject("code_expire_le", LocalDate.class), l.getLong("creneau_id"));
  private static final String ENTRETIENS = """
      select e.id, e.personne_id, p.nom, p.prenom, p.territoire_id, coalesce(c.jour, e.le) as jour, c.debut, c.fin, coalesce(m.agent, o.nom) as agent, l.nom as lieu, k.nom as commune, %s, e.code_expire_le, e.creneau_id
      from rendezvous.entretien e join allocataires.personne p on p.id = e.personne_id left join rendezvous.creneau c on c.id = e.creneau_id
      left join rendezvous.permanence m on m.id = c.permanence_id left join rendezvous.lieu l on l.id = m.lieu_id left join structures.commune k on k.code = l.commune
      left join structures.organisation o on o.id = e.organisation_id
      """;
  private final JdbcClient base;
  private final Clock horloge;

  EntretiensDUnePersonne(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /**
   * An interview. @param jour {@code null} while she has not chosen; @param debut {@code null} then, and for a meeting without a slot, as the place;
   * @param motif why (code or sentence), or {@code null}
   */
  public record Recue(long id, @PersonneMontree long personneId, String nom, String prenom, Integer territoire, LocalDate jour, LocalTime debut,
      LocalTime fin, String agent, String lieu,
      String commune, EtatEntretien etat, String motif, LocalDate choisirAvant, long creneauId) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /**
   * One thing that happened. @param jour of the slot she had then; @param quitte the day of the slot left, {@code null} when there was none, as the
   * hour
   */
  public record Passage(LocalDate le, LocalDate jour, String commune, EtatEntretien vers, String motif, String par,
      LocalDate quitte, LocalTime quitteA) {}

  /** A person to whom an interview may be given. */
  public record Personne(@PersonneMontree long id, String nom, String prenom, Integer territoire, String telephone) {
    /** {@code MARTIN Ana}. */
    public String nomComplet() {
      return nom + " " + fr.jalon.ecran.Francais.nom(prenom);
    }
  }

  /** Known at a day, in the state they were in then, the latest first. */
  @Transactional(readOnly = true)
  public List<Recue> tous(long personne, LocalDate au) {
    return base.sql(ENTRETIENS.formatted("x.vers as etat, x.motif") + """
        join lateral (select p.vers, p.motif from rendezvous.passage p where p.objet_id = e.id and (p.fait_le at time zone :zone)::date <= :au
          order by p.id desc limit 1) x on true
        where e.personne_id = :personne order by e.id desc""").param("personne", personne).param("au", au).param("zone", horloge.getZone().getId()).query(RECUE).list();
  }

  /** Those that run, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<Recue>> enCours(Collection<Long> personnes) {
    return base.sql(ENTRETIENS.formatted("e.etat, e.motif")
        + "where e.personne_id = any(:personnes::bigint[]) and e.etat = any(:etats::text[]) order by e.id desc")
        .param("personnes", personnes.toArray(Long[]::new))
        .param("etats", Stream.of(EtatEntretien.values()).filter(EtatEntretien::enCours).map(Enum::name).toArray(String[]::new))
        .query(RECUE).list().stream().collect(Collectors.groupingBy(Recue::personneId));
  }

  /** One, as it stands. */
  @Transactional(readOnly = true)
  public Optional<Recue> un(long id) {
    return base.sql(ENTRETIENS.formatted("e.etat, e.motif") + "where e.id = ?").param(id).query(RECUE).optional();
  }

  /** Who she is, for the page that gives her a slot. */
  @Transactional(readOnly = true)
  public Optional<Personne> personne(long id) {
    return base.sql("select id, nom, prenom, territoire_id as territoire, telephone from allocataires.personne where id = ? and fusionnee_dans is null").param(id)
        .query(Personne.class).optional();
  }

  /** Everything that happened, the latest first. */
  @Transactional(readOnly = true)
  public List<Passage> passages(long personne) {
    return base.sql("""
        select (p.fait_le at time zone :zone)::date as le, coalesce(c.jour, e.le) as jour, k.nom as commune, p.vers, p.motif, habilitations.nom_agent(p.par) as par, q.jour as quitte, q.debut as quitte_a
        from rendezvous.passage p join rendezvous.entretien e on e.id = p.objet_id left join rendezvous.creneau c on c.id = coalesce(p.creneau_id, e.creneau_id)
        left join rendezvous.creneau q on q.id = p.creneau_quitte_id
        left join rendezvous.permanence m on m.id = c.permanence_id left join rendezvous.lieu l on l.id = m.lieu_id left join structures.commune k on k.code = l.commune
        where p.personne_id = :personne order by p.id desc""").param("personne", personne).param("zone", horloge.getZone().getId()).query((l, _) -> new Passage(l.getObject("le", LocalDate.class), l.getObject("jour", LocalDate.class),
            l.getString("commune"), EtatEntretien.valueOf(l.getString("vers")), l.getString("motif"), l.getString("par"),
            l.getObject("quitte", LocalDate.class),
            l.getObject("quitte_a", LocalTime.class))).list();
  }
}
