package fr.jalon.journal.lecture;

import fr.jalon.ecran.Pagination;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trace as its page shows it, latest first, under row-level security (resource {@code JOURNAL}). */
@Component
@Transactional(readOnly = true)
public class LectureDuJournal {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String CHOIX = """
      from journal.trace t
      where (cast(:qui as text) is null or t.agent ilike :motif) and (cast(:acte as text) is null or t.acte = :acte)
        and (cast(:du as timestamptz) is null or t.instant >= :du) and (cast(:au as timestamptz) is null or t.instant < :au)
        and (cast(:personne as bigint) is null or t.personne_id = :personne) and (cast(:foyer as bigint) is null or t.foyer_id = :foyer)
      """;
  private static final String LIGNES = "select t.id, t.instant, t.agent, t.role, t.acte, t.personne_id, t.foyer_id, t.objet, t.adresse_ip " + CHOIX
      + "order by t.instant desc, t.id desc ";
  private final JdbcClient base;

  LectureDuJournal(JdbcClient base) {
    this.base = base;
  }

  /** What the list is limited to; {@code null} limits nothing. Days are whole days in Paris, both included. */
  public record Filtre(String qui, String acte, LocalDate du, LocalDate au, Long personne, Long foyer) {}

  /** One trace. */
  public record Ligne(long id, OffsetDateTime instant, String agent, String role, String acte, Long personneId, Long foyerId, String objet,
      String adresseIp) {
    /** The act in French. */
    public String libelle() {
      return Actes.libelle(acte);
    }
  }

  /** A page of 50. */
  public List<Ligne> page(Filtre filtre, int page) {
    return requete(LIGNES + "limit " + Pagination.TAILLE + " offset " + (page - 1L) * Pagination.TAILLE, filtre).query(Ligne.class).list();
  }

  /** Number of traces. */
  public long nombre(Filtre filtre) {
    return requete("select count(*) " + CHOIX, filtre).query(Long.class).single();
  }

  /** Every trace, read as it comes; the caller holds the transaction and closes the stream. */
  @Transactional(readOnly = true, propagation = org.springframework.transaction.annotation.Propagation.MANDATORY)
  public Stream<Ligne> toutes(Filtre filtre) {
    return requete(LIGNES, filtre).withFetchSize(500).query(Ligne.class).stream();
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

  private JdbcClient.StatementSpec requete(String sql, Filtre f) {
    return base.sql(sql).param("qui", f.qui()).param("motif", f.qui() == null ? null : "%" + f.qui().replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("acte", f.acte()).param("du", debut(f.du()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("au", f.au() == null ? null : debut(f.au().plusDays(1)), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("personne", f.personne(), java.sql.Types.BIGINT).param("foyer", f.foyer(), java.sql.Types.BIGINT);
  }

  private static OffsetDateTime debut(LocalDate jour) {
    return jour == null ? null : jour.atStartOfDay(PARIS).toOffsetDateTime();
  }
}
