package fr.jalon.echanges.registre.lecture;

import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.registre.domaine.FamilleDeFichier;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois.Envoi;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files received, the latest first. */
@Component
public class ListeDesImports {
  private static final String OU = """
       from echanges.import i
      where (:nom = '' or strpos(lower(i.fichier), lower(:nom)) > 0)
        and (:organisme = '' or i.organisme = :organisme) and (:statut = '' or i.statut = :statut)
        and (:mois::date is null or date_trunc('month', i.date_reference)::date = :mois::date)
        and (:famille = '' or :famille = case substr(i.format, 1, 4) when 'VRSB' then 'BENEFICIAIRES' when 'VRSD' then 'BENEFICIAIRES'
          when 'VRSF' then 'FINANCIER' when 'VRSC' then 'CREANCES' when 'TABL' then 'TABLEUR' end)""";
  private final JdbcClient base;

  ListeDesImports(JdbcClient base) {
    this.base = base;
  }

  /** One file. */
  public record Ligne(long id, String fichier, String organisme, String format, String nature, LocalDate dateReference, LocalDate recuLe,
      OffsetDateTime commenceLe,
      StatutImport statut, int dossiersLus, int nouveauxEntrants, int rejets, int rejetsOuverts, boolean ecart) {
    /** Family, or {@code null}. */
    public FamilleDeFichier famille() {
      return FamilleDeFichier.duFormat(format);
    }

    /** True for a file that speaks of persons: a financial file makes nobody a new entrant. */
    public boolean peutAvoirDesEntrants() {
      return famille() == FamilleDeFichier.BENEFICIAIRES || famille() == FamilleDeFichier.TABLEUR;
    }

    /** Family in words, empty when it was never known. */
    public String contenu() {
      return famille() == null ? "" : famille().libelle();
    }

    /** Monthly or daily, in a word; empty when it has no rhythm. */
    public String rythme() {
      return famille() == null || nature == null ? "" : "MENSUEL".equals(nature) ? "mensuel" : "journalier";
    }
  }

  @Transactional(readOnly = true)
  public long nombre(FiltreDImports f) {
    return parametres(base.sql("select count(*)" + OU), f).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public List<Ligne> page(FiltreDImports f, int page) {
    return parametres(base.sql("""
        select i.id, i.fichier, i.organisme, i.format, i.nature, i.date_reference, i.recu_le, i.commence_le, i.statut, i.dossiers_lus, i.nouveaux_entrants, i.rejets,
          (select count(*) from echanges.rejet r where r.import_id = i.id and r.statut = 'OUVERT')::int rejets_ouverts, i.ecart_raison is not null ecart"""
        + OU + " order by i.commence_le desc, i.id desc limit :taille offset :debut"), f)
        .param("taille", Pagination.TAILLE).param("debut", (page - 1L) * Pagination.TAILLE).query(Ligne.class).list();
  }

  private static JdbcClient.StatementSpec parametres(JdbcClient.StatementSpec requete, FiltreDImports f) {
    return requete.param("nom", f.nom()).param("organisme", f.organisme()).param("statut", f.statut()).param("famille", f.famille())
        .param("mois", f.premierJour(), java.sql.Types.DATE);
  }

  /** The payers met. */
  @Transactional(readOnly = true)
  public List<String> organismes() {
    return base.sql("select distinct organisme from echanges.import where organisme is not null order by 1").query(String.class).list();
  }

  /** Files waiting or being loaded, in the order of their turn. */
  @Transactional(readOnly = true)
  public List<Ligne> enRoute() {
    return base.sql("""
        select id, fichier, organisme, format, nature, date_reference, recu_le, commence_le, statut, dossiers_lus, nouveaux_entrants, rejets, 0 rejets_ouverts, false ecart
        from echanges.import where statut in ('EN_ATTENTE', 'EN_COURS') order by id""").query(Ligne.class).list();
  }

  /** What {@link fr.jalon.echanges.registre.domaine.SuiteDesEnvois} is made of. */
  @Transactional(readOnly = true)
  public List<Envoi> envois() {
    return base.sql("""
        select id, organisme, format, nature, date_reference from echanges.import
        where statut = 'CHARGE' and organisme is not null and format ~ '^VRS[BDF]' and date_reference is not null""")
        .query((l, _) -> new Envoi(l.getLong("id"), l.getString("organisme"), FamilleDeFichier.duFormat(l.getString("format")),
            l.getString("format").startsWith("VRSF") || "MENSUEL".equals(l.getString("nature")), l.getObject("date_reference", LocalDate.class)))
                .list();
  }

  /** Files held, that wait for someone to decide. */
  @Transactional(readOnly = true)
  public long retenus() {
    return base.sql("select count(*) from echanges.import where statut = 'RETENU'").query(Long.class).single();
  }

  /** Open rejects of all files. */
  @Transactional(readOnly = true)
  public long rejetsOuverts() {
    return base.sql("select count(*) from echanges.rejet where statut = 'OUVERT'").query(Long.class).single();
  }
}
