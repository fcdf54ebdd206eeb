package fr.jalon.accompagnement.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a référent follows, or the organisations of an agent who sees nothing else. */
@Component
public class PersonnesSuivies {
  private static final RowMapper<PersonneSuivie> LIGNE = (l, _) -> new PersonneSuivie(l.getLong("personne_id"), l.getString("nom"),
      l.getString("prenom"), l.getObject("date_naissance", LocalDate.class), l.getString("telephone"), l.getString("commune"),
      l.getBoolean("suivie"), l.getString("parcours") == null ? null : Parcours.valueOf(l.getString("parcours")), l.getString("organisation"),
      (Integer) l.getObject("referent_id"),
      l.getString("referent"));
  private static final String SUIVIES = """
      select s.personne_id, true as suivie, s.nom, s.prenom, s.date_naissance, s.telephone, coalesce(k.nom, t.nom_commune) as commune, s.parcours, o.nom as organisation,
        s.referent_id, coalesce(r.nom, o.nom, 'le Département') as referent
      from accompagnement.suivie s left join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id
      left join allocataires.situation t on t.personne_id = s.personne_id left join structures.commune k on k.code = t.commune
      """;
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
    return base.sql(SUIVIES + """
        where (:referent::int is null or s.referent_id = :referent::int)
          and (:organisations::int[] is null or s.organisation_id = any(:organisations::int[])) order by s.nom, s.prenom, s.personne_id""")
        .param("referent", referent).param("organisations", organisations == null ? null : organisations.toArray(Integer[]::new))
        .query(LIGNE).list();
  }

  /** Those of these référents. */
  @Transactional(readOnly = true)
  public List<PersonneSuivie> desReferents(Collection<Integer> referents) {
    return referents.isEmpty() ? List.of() : base.sql(SUIVIES + "where s.referent_id = any(:referents::int[]) order by s.nom, s.prenom, s.personne_id")
        .param("referents", referents.toArray(Integer[]::new)).query(LIGNE).list();
  }

  /** Those whom this organisation follows and none of its référents holds. */
  @Transactional(readOnly = true)
  public List<PersonneSuivie> queNulNeTient(int organisation) {
    return base.sql(SUIVIES + "where s.organisation_id = ? and s.referent_id is null order by s.nom, s.prenom, s.personne_id").param(organisation)
        .query(LIGNE).list();
  }

  /** How many they are. */
  @Transactional(readOnly = true)
  public int sansReferent(int organisation) {
    return base.sql("select count(*) from accompagnement.suivie where organisation_id = ? and referent_id is null").param(organisation)
        .query(Integer.class).single();
  }

  /** These, whoever follows them or nobody, by name. */
  @Transactional(readOnly = true)
  public List<PersonneSuivie> parmi(Collection<Long> personnes) {
    return personnes.isEmpty() ? List.of() : base.sql("""
        select p.id as personne_id, s.personne_id is not null as suivie, p.nom, p.prenom, p.date_naissance, p.telephone, coalesce(k.nom, t.nom_commune) as commune, s.parcours,
          o.nom as organisation, s.referent_id, coalesce(r.nom, o.nom, 'le Département') as referent
        from allocataires.personne p left join accompagnement.suivie s on s.personne_id = p.id left join structures.organisation o on o.id = s.organisation_id
        left join structures.referent r on r.id = s.referent_id
        left join allocataires.situation t on t.personne_id = p.id left join structures.commune k on k.code = t.commune
        where p.id = any(:personnes::bigint[]) order by p.nom, p.prenom, p.id""").param("personnes", personnes.toArray(Long[]::new)).query(LIGNE).list();
  }
}
