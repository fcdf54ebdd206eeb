package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open follow-ups nobody holds (no référent named, or one who no longer follows anybody), the longest first; those that a référent holds. */
@Component
public class ReferentsADesigner {
  private static final String OUVERTS = """
      from orientation.suivi s
      join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
      join structures.organisation o on o.id = s.organisation_id
      left join structures.referent r on r.id = s.referent_id
      where s.etat <> 'CLOS'
      """;
  private static final String SUIVIS = OUVERTS + """
        and (s.referent_id is null or not r.actif or r.fin_le < :aujourdhui)
        and (:territoire::int is null or s.territoire_id = :territoire) and (:organisation::int is null or s.organisation_id = :organisation)
      """;
  private static final String COLONNES = """
      select q.*, t.nom as territoire, coalesce(m.nom, a.nom_commune) as commune from (
        select s.id, s.personne_id, p.nom, p.prenom, s.territoire_id, s.parcours, s.organisation_id, o.nom as organisation, s.notifie_le,
      """;
  private static final String LIEUX = """
      ) q
      left join structures.territoire t on t.id = q.territoire_id
      left join allocataires.situation a on a.personne_id = q.personne_id
      left join structures.commune m on m.code = a.commune
      """;
  private static final RowMapper<SuiviAConfier> LIGNE = (l, _) -> new SuiviAConfier(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getString("territoire"), l.getString("commune"), Parcours.valueOf(l.getString("parcours")),
      l.getInt("organisation_id"), l.getString("organisation"), l.getObject("notifie_le", LocalDate.class), l.getString("partie"),
      l.getBoolean("tenue"), l.getObject("depuis", LocalDate.class));
  private final JdbcClient base;
  private final Clock horloge;

  ReferentsADesigner(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** @param limite at most; {@code null} = all */
  @Transactional(readOnly = true)
  public List<SuiviAConfier> lire(Integer territoire, Integer organisation, Integer limite) {
    return base.sql(COLONNES + """
          r.nom as partie, false as tenue,
          coalesce(r.fin_le + 1, (select max(c.le) from orientation.changement_advenu c where c.suivi_id = s.id and c.apres_id is null), s.notifie_le) as depuis
        """ + SUIVIS + "order by depuis, s.id limit :limite" + LIEUX + "order by q.depuis, q.id")
        .param("aujourdhui", LocalDate.now(horloge)).param("territoire", MaFiche.choisi(territoire)).param("organisation", organisation)
        .param("limite", limite).query(LIGNE).list();
  }

  /** Those whom this référent holds, by name. @param parcours only these, or {@code null} */
  @Transactional(readOnly = true)
  public List<SuiviAConfier> du(int referent, Parcours parcours) {
    return base.sql(COLONNES + """
          null as partie, true as tenue,
          coalesce((select max(c.le) from orientation.changement_advenu c where c.suivi_id = s.id and c.apres_id = s.referent_id), s.notifie_le) as depuis
        """ + OUVERTS + "and s.referent_id = :referent and (:parcours::text is null or s.parcours = :parcours)" + LIEUX + "order by q.nom, q.prenom, q.id")
        .param("referent", referent).param("parcours", parcours == null ? null : parcours.name()).query(LIGNE).list();
  }

  /** How many persons this référent follows outside the RSA: they are not handed over here. */
  @Transactional(readOnly = true)
  public int horsRsa(int referent) {
    return base.sql("select count(distinct personne_id) from allocataires.suivi_hors_rsa where referent_id = ? and fin_le is null and "
        + "retire_le is null")
        .param(referent).query(Integer.class).single();
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public int compter(Integer territoire, Integer organisation) {
    return base.sql("select count(*) " + SUIVIS).param("aujourdhui", LocalDate.now(horloge)).param("territoire", MaFiche.choisi(territoire))
        .param("organisation", organisation)
        .query(Integer.class).single();
  }
}
