package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.socle.PersonneMontree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The portfolios that changed organisation, those to which the agent works, and the persons of each whom she sees. */
@Component
public class Transferts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<Integer, Integer>> CHOIX = new TypeReference<>() {};
  private static final TypeReference<Map<Long, String>> PHRASES = new TypeReference<>() {};
  private static final String TRANSFERTS = """
      select t.*, d.nom as de, v.nom as vers, habilitations.nom_agent(t.fait_par) as par, habilitations.nom_agent(t.fini_par) as finisseur,
        (select count(*) from orientation.reorientation r where r.transfert_id = t.id and r.etat = 'ACCEPTEE')::int as passees,
        (select count(*) from orientation.reorientation r where r.transfert_id = t.id and r.etat <> 'ACCEPTEE')::int as rendues
      from orientation.transfert t join structures.organisation d on d.id = t.de_id join structures.organisation v on v.id = t.vers_id
      """;
  private static final String OUVERTS = """
      from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
      left join structures.referent r on r.id = s.referent_id
      where s.etat <> 'CLOS' and s.organisation_id = :organisation and (:parcours::text is null or s.parcours = :parcours)
      """;
  private final JdbcClient base;

  Transferts(JdbcClient base) {
    this.base = base;
  }

  /**
   * A portfolio that changes organisation.
   *
   * @param parcours    the only pathway concerned, {@code null} for all
   * @param le          first day of the new organisation
   * @param choix       who follows the persons of each former référent (0: those who had none): a référent of the new organisation, 0 when she is to
   *                    be named; absent for the best sharing out
   * @param depassement who accepts that référents go over their capacity, or {@code null}
   * @param personnes   follow-ups that ran when it was asked
   * @param laissees    why a person stays where she is, by follow-up
   * @param passees     how many of those the agent sees are with the new organisation by it; @param rendues how many went back
   * @param finiPar     who undoes it, {@code null} before; @param finiRaison why; @param finisseur the login of who undoes it
   */
  public record Transfert(long id, int deId, String de, int versId, String vers, Parcours parcours, LocalDate le, String raison,
      Map<Integer, Integer> choix, Depassement depassement, int personnes, Map<Long, String> laissees, int passees, int rendues,
      EtatTransfert etat, OffsetDateTime etatDepuis, String par, OffsetDateTime saisiLe, String finiPar, String finiRaison,
      String finisseur) {
    /** Persons of whom it is known what becomes of them. */
    public int vues() {
      return etat == EtatTransfert.ANNULATION ? rendues : passees + laissees.size();
    }

    /** Of how many. */
    public int total() {
      return etat == EtatTransfert.ANNULATION ? passees + rendues : personnes;
    }
  }

  /** The persons of one référent of an organisation. @param referentId 0 for those who have none */
  public record Portefeuille(int referentId, String nom, int nombre) {}

  /**
   * A person who passed.
   *
   * @param avant  her référent before, {@code null} when none was named; @param apres since; @param passee false once it is undone for her
   * @param encore true when the new organisation still follows her by it
   */
  public record Passee(@PersonneMontree long personneId, String nom, String prenom, String avant, String apres, boolean passee,
      boolean encore) {}

  /** A person who stays where she is. @param pourquoi in a sentence */
  public record Restee(@PersonneMontree long personneId, String nom, String prenom, String referent, String pourquoi) {}

  /** The latest first. @param auPlus how many */
  @Transactional(readOnly = true)
  public List<Transfert> derniers(int auPlus) {
    return base.sql(TRANSFERTS + " order by t.id desc limit ?").param(auPlus).query((l, _) -> transfert(l)).list();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<Transfert> un(long id) {
    return base.sql(TRANSFERTS + " where t.id = ?").param(id).query((l, _) -> transfert(l)).optional();
  }

  /** Whom an organisation follows, by référent: those with most persons first. */
  @Transactional(readOnly = true)
  public List<Portefeuille> portefeuilles(int organisation, Parcours parcours) {
    return base.sql("select coalesce(r.id, 0) as referent_id, r.nom, count(*)::int as nombre " + OUVERTS
        + "group by r.id, r.nom order by r.id is null, nombre desc, r.nom")
        .param("organisation", organisation).param("parcours", parcours == null ? null : parcours.name()).query(Portefeuille.class).list();
  }

  /** How many persons an organisation follows in each pathway, and how many of them already did on this day. */
  public record ParParcours(Parcours parcours, int nombre, int deja) {}

  /** Those that have somebody. @param le the day asked */
  @Transactional(readOnly = true)
  public List<ParParcours> parParcours(int organisation, Parcours parcours, LocalDate le) {
    return base.sql("select s.parcours, count(*)::int as nombre, (count(*) filter (where s.notifie_le < :le))::int as deja " + OUVERTS
        + "group by s.parcours order by s.parcours").param("organisation", organisation).param("parcours", parcours == null ? null : parcours.name())
        .param("le", le).query(ParParcours.class).list();
  }

  /** How many persons an organisation follows outside the RSA: they do not pass with the others. */
  @Transactional(readOnly = true)
  public int horsRsa(int organisation) {
    return base.sql("""
        select count(distinct personne_id) from allocataires.suivi_hors_rsa where organisation_id = ? and fin_le is null and retire_le is null""")
        .param(organisation).query(Integer.class).single();
  }

  /** Those who passed, by name. @param auPlus how many, {@code null} for all */
  @Transactional(readOnly = true)
  public List<Passee> passees(long id, Integer auPlus) {
    return base.sql("""
        select q.personne_id, p.nom, p.prenom, a.nom as avant, n.nom as apres, q.etat = 'ACCEPTEE' as passee, q.etat = 'ACCEPTEE' and s.etat <> 'CLOS' as encore
        from orientation.reorientation q join allocataires.personne p on p.id = q.personne_id
        join orientation.suivi v on v.id = q.suivi_id left join structures.referent a on a.id = v.referent_id
        left join orientation.suivi s on s.id = q.nouveau_suivi_id left join structures.referent n on n.id = s.referent_id
        where q.transfert_id = :id order by p.nom, p.prenom, q.id limit :n""").param("id", id).param("n", auPlus)
        .query((l, _) -> new Passee(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"), l.getString("avant"), l.getString("apres"),
        l.getBoolean("passee"), l.getBoolean("encore"))).list();
  }

  /** Its réorientations that hold, by number: what their letters are about. */
  @Transactional(readOnly = true)
  public List<Long> reorientations(long id) {
    return base.sql("select id from orientation.reorientation where transfert_id = ? and etat = 'ACCEPTEE' order by id").param(id)
        .query(Long.class).list();
  }

  /** Those who stay where they are, by name. */
  @Transactional(readOnly = true)
  public List<Restee> restees(Transfert t) {
    return t.laissees().isEmpty() ? List.of() : base.sql("""
        select s.id, s.personne_id, p.nom, p.prenom, r.nom as referent from orientation.suivi s join allocataires.personne p on p.id = s.personne_id
        left join structures.referent r on r.id = s.referent_id where s.id = any(:ids::bigint[]) order by p.nom, p.prenom, s.id""")
        .param("ids", t.laissees().keySet().stream().mapToLong(Long::longValue).toArray())
        .query((l, _) -> new Restee(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"), l.getString("referent"),
        t.laissees().get(l.getLong("id")))).list();
  }

  private static Transfert transfert(ResultSet l) throws SQLException {
    return new Transfert(l.getLong("id"), l.getInt("de_id"), l.getString("de"), l.getInt("vers_id"), l.getString("vers"),
        l.getString("parcours") == null ? null : Parcours.valueOf(l.getString("parcours")), l.getObject("le", LocalDate.class), l.getString("raison"),
        JSON.readValue(l.getString("choix"), CHOIX), Depassement.de(l.getString("accepte_par"), l.getString("depassement_raison")),
        l.getInt("personnes"), JSON.readValue(l.getString("laissees"), PHRASES), l.getInt("passees"), l.getInt("rendues"),
        EtatTransfert.valueOf(l.getString("etat")), l.getObject("etat_depuis", OffsetDateTime.class), l.getString("par"),
        l.getObject("saisi_le", OffsetDateTime.class), l.getString("finisseur"), l.getString("fini_raison"), l.getString("fini_par"));
  }
}
