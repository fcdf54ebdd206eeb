package fr.jalon.travaux.lecture;

import fr.jalon.travaux.Travail;
import fr.jalon.travaux.application.EnJson;
import fr.jalon.travaux.domaine.EtatTravail;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs of the agent at work, in the transaction of who asks: row-level security gives her own only. */
@Component
public class LireLesTravaux {
  private static final int MONTRES = 100;
  private static final String COLONNES = """
      select t.id, t.genre, t.titre, t.etat, t.demande_le, t.etat_depuis, t.fait, t.total, t.adresse, t.compte_rendu, t.laisses::text, t.annulation_par is not null as annulation,
        t.vu_le is not null as vu, case when t.etat = 'EN_ATTENTE' then travaux.avant(t.id) else 0 end as avant
      from travaux.travail t""";
  private static final RowMapper<Travail> LIGNE = (l, _) ->
      new Travail(l.getLong("id"), l.getString("genre"), l.getString("titre"), EtatTravail.valueOf(l.getString("etat")),
        l.getObject("demande_le", OffsetDateTime.class), l.getObject("etat_depuis", OffsetDateTime.class), l.getLong("fait"),
        l.getObject("total", Long.class), l.getInt("avant"),
        l.getString("adresse"), l.getString("compte_rendu"), List.of(EnJson.lire(l.getString("laisses"), String[].class)),
        l.getBoolean("annulation"), l.getBoolean("vu"));
  private final JdbcClient base;

  LireLesTravaux(JdbcClient base) {
    this.base = base;
  }

  /** One of hers. */
  public Optional<Travail> un(long id) {
    return base.sql(COLONNES + " where t.id = ?").param(id).query(LIGNE).optional();
  }

  /** Her last one of a kind. */
  public Optional<Travail> dernier(String genre) {
    return base.sql(COLONNES + " where t.genre = ? order by t.id desc limit 1").param(genre).query(LIGNE).optional();
  }

  /** Hers, the last first. */
  public List<Travail> miens() {
    return base.sql(COLONNES + " order by t.id desc limit " + MONTRES).query(LIGNE).list();
  }

  /** How many of hers move, and how many ended that she has not read. @return both */
  public Compte compte() {
    return base.sql("""
        select count(*) filter (where etat in ('EN_ATTENTE', 'EN_COURS')) as en_cours, count(*) filter (where etat not in ('EN_ATTENTE', 'EN_COURS')) as finis,
          exists (select from travaux.travail where demande_par = current_setting('jalon.agent', true)) as un_autre
        from travaux.travail where vu_le is null and demande_par = current_setting('jalon.agent', true)""").query(Compte.class).single();
  }

  /** @param finis ended, and not read yet @param unAutre true when she asked for one, whatever became of it */
  public record Compte(int enCours, int finis, boolean unAutre) {}
}
