package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open follow-ups nobody holds: no référent named, or one who no longer follows anybody. Those who wait longest first. */
@Component
public class ReferentsADesigner {
  private static final String SUIVIS = """
      from orientation.suivi s
      join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
      join structures.organisation o on o.id = s.organisation_id
      left join structures.referent r on r.id = s.referent_id
      where s.etat <> 'CLOS' and (s.referent_id is null or not r.actif or r.fin_le < :aujourdhui)
        and (:territoire::int is null or s.territoire_id = :territoire) and (:organisation::int is null or s.organisation_id = :organisation)
      """;
  private final JdbcClient base;
  private final Clock horloge;

  ReferentsADesigner(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** @param limite at most; {@code null} = all */
  @Transactional(readOnly = true)
  public List<SuiviSansReferent> lire(Integer territoire, Integer organisation, Integer limite) {
    return base.sql("""
        select q.*, t.nom as territoire, coalesce(m.nom, a.nom_commune) as commune from (
          select s.id, s.personne_id, p.nom, p.prenom, s.territoire_id, s.parcours, s.organisation_id, o.nom as organisation, s.notifie_le, r.nom as partie,
            coalesce(r.fin_le + 1, (select max(c.le) from orientation.changement_de_referent c where c.suivi_id = s.id and c.apres_id is null), s.notifie_le) as depuis
        """ + SUIVIS + """
          order by depuis, s.id limit :limite) q
        left join structures.territoire t on t.id = q.territoire_id
        left join allocataires.situation a on a.personne_id = q.personne_id
        left join structures.commune m on m.code = a.commune
        order by q.depuis, q.id""")
        .param("aujourdhui", LocalDate.now(horloge)).param("territoire", MaFiche.choisi(territoire)).param("organisation", organisation)
        .param("limite", limite)
        .query((l, _) -> new SuiviSansReferent(l.getLong("id"), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
        l.getString("territoire"),
            l.getString("commune"), Parcours.valueOf(l.getString("parcours")), l.getInt("organisation_id"), l.getString("organisation"),
            l.getObject("notifie_le", LocalDate.class), l.getString("partie"), l.getObject("depuis", LocalDate.class))).list();
  }

  /** How many there are. */
  @Transactional(readOnly = true)
  public int compter(Integer territoire, Integer organisation) {
    return base.sql("select count(*) " + SUIVIS).param("aujourdhui", LocalDate.now(horloge)).param("territoire", MaFiche.choisi(territoire))
        .param("organisation", organisation)
        .query(Integer.class).single();
  }
}
