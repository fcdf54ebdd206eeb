package fr.jalon.diagnostic.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.domaine.Reponses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The diagnostics of a person, for who may read them. */
@Component
public class DiagnosticsDUnePersonne {
  /** The answers of a row {@code d} as two columns of texts, read by {@link #reponses(ResultSet)}. */
  public static final String REPONSES = """
      array(select jsonb_object_keys(d.reponses)) as criteres,
      array(select d.reponses ->> k from jsonb_object_keys(d.reponses) k) as valeurs""";
  private static final String LIRE = "select d.id, r.parcours, d.phrase, habilitations.nom_agent(d.saisi_par) as saisi_par, d.saisi_le, " + REPONSES
      + " from diagnostic.diagnostic d left join diagnostic.recommandation r on r.diagnostic_id = d.id ";
  private static final RowMapper<DiagnosticFait> LIGNE = (l, _) -> new DiagnosticFait(l.getLong("id"), reponses(l),
      l.getString("parcours") == null ? null : Parcours.valueOf(l.getString("parcours")), l.getString("phrase"), l.getString("saisi_par"),
      l.getObject("saisi_le", OffsetDateTime.class));
  private final JdbcClient base;

  DiagnosticsDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /** The latest one. */
  @Transactional(readOnly = true)
  public Optional<DiagnosticFait> dernier(long personneId) {
    return tous(personneId).stream().findFirst();
  }

  /** All of them, the latest first. */
  @Transactional(readOnly = true)
  public List<DiagnosticFait> tous(long personneId) {
    return base.sql(LIRE + "where d.personne_id = ? order by d.saisi_le desc, d.id desc").param(personneId).query(LIGNE).list();
  }

  /** Who, of these persons, has a last diagnostic that recommends nothing yet: questions are left. @return when it was made, by person */
  @Transactional(readOnly = true)
  public Map<Long, OffsetDateTime> aCompleter(Collection<Long> personnes) {
    return base.sql("""
        select personne_id, saisi_le from (select distinct on (personne_id) personne_id, saisi_le, phrase from diagnostic.diagnostic
          where personne_id = any(:personnes::bigint[]) order by personne_id, saisi_le desc, id desc) d where phrase is null""")
        .param("personnes", personnes.toArray(Long[]::new)).query((l, _) -> Map.entry(l.getLong(1), l.getObject(2, OffsetDateTime.class))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<DiagnosticFait> un(long id) {
    return base.sql(LIRE + "where d.id = ?").param(id).query(LIGNE).optional();
  }

  /** The answers of the row, from {@link #REPONSES}. */
  public static Reponses reponses(ResultSet l) throws SQLException {
    String[] criteres = (String[]) l.getArray("criteres").getArray();
    String[] valeurs = (String[]) l.getArray("valeurs").getArray();
    Map<String, String> reponses = new LinkedHashMap<>();
    for (int i = 0; i < criteres.length; i++) {
      reponses.put(criteres[i], valeurs[i]);
    }
    return new Reponses(reponses);
  }
}
