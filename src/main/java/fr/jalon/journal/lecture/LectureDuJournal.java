package fr.jalon.journal.lecture;

import fr.jalon.ecran.Pagination;
import fr.jalon.journal.NomsDuJournal;
import fr.jalon.socle.PersonneMontree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trace as its page shows it, latest first, under row-level security (resource {@code JOURNAL}). */
@Component
@Transactional(readOnly = true)
public class LectureDuJournal {
  /** Past this, the traces are no longer counted: the list says « plus de ». */
  public static final int COMPTE_AU_PLUS = 10_000;
  /** Persons of a list told on its line; the page of the trace tells all of them. */
  private static final int MONTREES = 10;
  private static final String COLONNES = """
      select t.id, t.instant, t.agent, habilitations.nom_agent(t.agent) as nom, t.role, t.acte, t.personne_id, t.foyer_id, t.objet, t.adresse_ip, t.ecran, t.filtre, t.sante,
        coalesce(cardinality(t.personnes), 0) as autres,\s""";
  private static final String EN_LIGNE = COLONNES + "array(select unnest(t.personnes) limit " + MONTREES + ") as personnes ";
  private static final String ORDRE = " order by t.instant desc, t.id desc";
  /**
   * Found by the index of a function that answers to the journal's readers alone: row-level security keeps the index of an array from serving
   * here. It filters and pages too: of a person shown a hundred thousand times only those of the page come back.
   */
  private static final String SUR_ELLE = """
      journal.traces_sur(:personne, :qui::text, :acte::text, :du::timestamptz, :au::timestamptz, :foyer::bigint, :ecrans::text[], :sante::boolean, :taille::bigint, :saut::bigint)""";
  private static final String ENTIERES = COLONNES + "t.personnes ";
  private final JdbcClient base;
  private final NomsDuJournal noms;

  LectureDuJournal(JdbcClient base, NomsDuJournal noms) {
    this.base = base;
    this.noms = noms;
  }

  /**
   * What the list is limited to; {@code null} limits nothing. Days are whole days in Paris, both included.
   *
   * @param personne whom the trace is about, or who was in the list or the file
   * @param ecran    name of a screen, or its address without numbers
   * @param sante    true for the consultations of health data alone
   */
  public record Filtre(String qui, String acte, LocalDate du, LocalDate au, Long personne, Long foyer, String ecran, boolean sante) {}

  /**
   * One trace.
   *
   * @param agent        login, which filters; an empty text for the person herself, by her link
   * @param nom          name of the agent
   * @param libelle      the act in French
   * @param personneId   the person it is about, or {@code null}
   * @param surQuelEcran the screen in French, or {@code null}
   * @param autres       how many other persons were shown, or were in the file
   * @param personnes    those, all or the first ones
   */
  public record Ligne(long id, OffsetDateTime instant, String agent, String nom, String role, String acte, String libelle,
      @PersonneMontree Long personneId, Long foyerId,
      String objet, String adresseIp, String ecran, String surQuelEcran, String filtre, boolean sante, int autres,
      @PersonneMontree List<Long> personnes) {}

  /** A page of 50. */
  public List<Ligne> page(Filtre filtre, int page) {
    return requete(EN_LIGNE, filtre, (long) Pagination.TAILLE, (page - 1L) * Pagination.TAILLE, ORDRE)
        .query(this::ligne).list();
  }

  /** Number of traces, counted up to one more than {@link #COMPTE_AU_PLUS}. */
  public long nombre(Filtre filtre) {
    return filtre.personne() == null ? requete("select count(*) from (select 1 ", filtre, COMPTE_AU_PLUS + 1L, 0, "").query(Long.class).single()
        : base.sql("select count(*) from " + SUR_ELLE).params(valeurs(filtre, COMPTE_AU_PLUS + 1L, 0)).query(Long.class).single();
  }

  /** One trace, with every person it names. */
  public Optional<Ligne> une(long id) {
    return base.sql(ENTIERES + "from journal.trace t where t.id = ?").param(id).query(this::ligne).optional();
  }

  /** Every trace with every person, read as it comes; the caller holds the transaction and closes the stream. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public Stream<Ligne> toutes(Filtre filtre) {
    return requete(ENTIERES, filtre, null, 0, ORDRE).withFetchSize(500).query(this::ligne).stream();
  }

  /** The acts that were ever written. */
  public List<String> actes() {
    return base.sql("""
        with recursive a as (
          (select acte from journal.trace order by acte limit 1)
          union all
          select (select t.acte from journal.trace t where t.acte > a.acte order by t.acte limit 1) from a where a.acte is not null)
        select acte from a where acte is not null""").query(String.class).list();
  }

  /** @param taille at most, {@code null} for all @param saut left out before @param ordre how they come, or an empty text to count them */
  private JdbcClient.StatementSpec requete(String debut, Filtre f, Long taille, long saut, String ordre) {
    Map<String, Object> p = valeurs(f, taille, saut);
    if (f.personne() != null) {
      return base.sql(debut + "from journal.trace t where t.id = any (array(select " + SUR_ELLE + "))" + ordre).params(p);
    }
    List<String> conditions = new ArrayList<>(List.of("true"));
    ajouter(conditions, p, "(t.agent ilike :qui or t.agent = any (array(select habilitations.identifiants_de(:qui))))", "qui");
    ajouter(conditions, p, "t.acte = :acte", "acte");
    ajouter(conditions, p, "t.instant >= :du", "du");
    ajouter(conditions, p, "t.instant < :au", "au");
    ajouter(conditions, p, "t.foyer_id = :foyer", "foyer");
    ajouter(conditions, p, "t.ecran = any (:ecrans::text[])", "ecrans");
    ajouter(conditions, p, "t.sante = :sante", "sante");
    return base.sql(debut + "from journal.trace t where " + String.join(" and ", conditions) + ordre + " limit :taille::bigint offset :saut"
        + (ordre.isEmpty() ? ") t" : "")).params(p);
  }

  private Map<String, Object> valeurs(Filtre f, Long taille, long saut) {
    Map<String, Object> p = new HashMap<>();
    p.put("qui", f.qui() == null ? null : "%" + f.qui().replaceAll("([%_\\\\])", "\\\\$1") + "%");
    p.put("acte", f.acte());
    p.put("du", debut(f.du()));
    p.put("au", f.au() == null ? null : debut(f.au().plusDays(1)));
    p.put("foyer", f.foyer());
    p.put("ecrans", f.ecran() == null ? null : noms.adresses(f.ecran()));
    p.put("sante", f.sante() ? Boolean.TRUE : null);
    p.put("personne", f.personne());
    p.put("taille", taille);
    p.put("saut", saut);
    return p;
  }

  private static void ajouter(List<String> conditions, Map<String, Object> parametres, String condition, String nom) {
    if (parametres.get(nom) != null) {
      conditions.add(condition);
    }
  }

  private Ligne ligne(ResultSet l, int rang) throws SQLException {
    return new Ligne(l.getLong("id"), l.getObject("instant", OffsetDateTime.class), l.getString("agent"), l.getString("nom"),
        l.getString("role"), l.getString("acte"),
        noms.acte(l.getString("acte")), (Long) l.getObject("personne_id"), (Long) l.getObject("foyer_id"), l.getString("objet"),
        l.getString("adresse_ip"),
        l.getString("ecran"), noms.ecran(l.getString("ecran")), l.getString("filtre"), l.getBoolean("sante"), l.getInt("autres"),
        l.getArray("personnes") == null ? List.of() : List.of((Long[]) l.getArray("personnes").getArray()));
  }

  private static OffsetDateTime debut(LocalDate jour) {
    return jour == null ? null : jour.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
