package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a référent follows, or the organisations of an agent who sees nothing else. */
@Component
public class PersonnesSuivies {
  private final JdbcClient base;

  PersonnesSuivies(JdbcClient base) {
    this.base = base;
  }

  /**
   * Those whose follow-up runs, by name.
   *
   * @param referent      whose, {@code null} for all
   * @param organisations whose, {@code null} for all
   */
  @Transactional(readOnly = true)
  public List<PersonneSuivie> de(Integer referent, List<Integer> organisations) {
    return base.sql("""
        select s.personne_id, s.nom, s.prenom, s.date_naissance, s.telephone, coalesce(k.nom, t.nom_commune) as commune, s.parcours, o.nom as organisation,
          r.nom as referent
        from accompagnement.suivie s join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
        left join allocataires.situation t on t.personne_id = s.personne_id left join structures.commune k on k.code = t.commune
        where (:referent::int is null or s.referent_id = :referent::int)
          and (:organisations::int[] is null or s.organisation_id = any(:organisations::int[])) order by s.nom, s.prenom, s.personne_id""")
        .param("referent", referent).param("organisations", organisations == null ? null : organisations.toArray(Integer[]::new))
        .query((l, _) -> new PersonneSuivie(l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
            l.getObject("date_naissance", LocalDate.class), l.getString("telephone"), l.getString("commune"),
            Parcours.valueOf(l.getString("parcours")), l.getString("organisation"), l.getString("referent"))).list();
  }
}
