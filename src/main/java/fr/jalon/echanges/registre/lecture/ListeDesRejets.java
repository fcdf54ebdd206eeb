package fr.jalon.echanges.registre.lecture;

import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.registre.domaine.StatutRejet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rejected dossiers: where, what, why, and what became of each. Never a NIR. */
@Component
public class ListeDesRejets {
  private static final String COLONNES = """
      select r.id, r.import_id, i.fichier, i.date_reference, r.ligne, r.numero_demande, r.matricule, r.organisme, r.balise, r.valeur, r.raison, r.statut,
        r.statut_par, r.statut_le, r.statut_motif, r.correction, g.fichier gueri_par
      from echanges.rejet r join echanges.import i on i.id = r.import_id left join echanges.import g on g.id = r.statut_import_id and r.statut = 'GUERI'
      """;
  private static final String OU =
      " where (:import::bigint is null or r.import_id = :import::bigint) and (:statut = '' or r.statut = :statut) and (:balise = '' or r.balise = :balise)";
  private final JdbcClient base;

  ListeDesRejets(JdbcClient base) {
    this.base = base;
  }

  /**
   * What is asked.
   *
   * @param importId one file, or {@code null} for all
   * @param statut   name of a {@link StatutRejet}, or an empty text for all
   * @param balise   tag, or an empty text
   */
  public record Filtre(Long importId, String statut, String balise) {}

  /** A reject. */
  public record Ligne(long id, long importId, String fichier, LocalDate dateReference, int ligne, String numeroDemande,
      String matricule, String organisme,
      String balise, String valeur, String raison, StatutRejet statut, String statutPar, OffsetDateTime statutLe, String statutMotif,
      String correction, String gueriPar) {

    /** True when another value may be typed here: a tag that holds a value, not a missing block or an unknown foyer. */
    public boolean corrigeable() {
      return statut == StatutRejet.OUVERT && balise.equals(balise.toUpperCase(java.util.Locale.ROOT))
          && !raison.startsWith("Ce dossier n'est pas connu");
    }
  }

  /** A tag and its rejects. */
  public record ParBalise(String balise, long nombre) {}

  @Transactional(readOnly = true)
  public long nombre(Filtre f) {
    return parametres(base.sql("select count(*) from echanges.rejet r" + OU), f).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public List<Ligne> page(Filtre f, int page) {
    return parametres(base.sql(COLONNES + OU + " order by r.import_id desc, r.ligne, r.id limit :taille offset :debut"), f)
        .param("taille", Pagination.TAILLE).param("debut", (page - 1L) * Pagination.TAILLE).query(Ligne.class).list();
  }

  /** One reject. */
  @Transactional(readOnly = true)
  public Optional<Ligne> un(long id) {
    return base.sql(COLONNES + " where r.id = ?").param(id).query(Ligne.class).optional();
  }

  /** The tags rejected, the most frequent first. */
  @Transactional(readOnly = true)
  public List<ParBalise> balises(Filtre f) {
    return parametres(base.sql("select r.balise, count(*) nombre from echanges.rejet r" + OU + " group by 1 order by 2 desc, 1"),
        new Filtre(f.importId(), f.statut(), ""))
        .query(ParBalise.class).list();
  }

  private static JdbcClient.StatementSpec parametres(JdbcClient.StatementSpec requete, Filtre f) {
    return requete.param("import", f.importId(), java.sql.Types.BIGINT).param("statut", f.statut()).param("balise", f.balise());
  }
}
