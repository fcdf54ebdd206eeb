package fr.jalon.diagnostic;

import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the global diagnostics of many persons are, in one query. */
@Component
public class DiagnosticsGlobauxFaits {
  private final JdbcClient base;
  private final ThemesDuDiagnostic themes;

  DiagnosticsGlobauxFaits(JdbcClient base, ThemesDuDiagnostic themes) {
    this.base = base;
    this.themes = themes;
  }

  /** @param dernier last day something was found; @param manquants labels of the themes never looked at, of those this agent may read */
  public record Fait(LocalDate dernier, List<String> manquants) {}

  /** By person; who has none is not there. @param sante true when the agent reads what weighs on health */
  @Transactional(readOnly = true)
  public Map<Long, Fait> de(Collection<Long> personnes, LocalDate jour, boolean sante) {
    List<Rubrique> attendus = themes.au(jour).themes().stream().filter(t -> sante || !t.sante()).toList();
    return base.sql("""
        select personne_id, max(le) as dernier, array_agg(distinct rubrique) as vus from diagnostic.constat
        where personne_id = any(:personnes::bigint[]) and niveau is not null and le <= :jour group by 1""")
        .param("personnes", personnes.toArray(Long[]::new)).param("jour", jour).query((l, _) -> {
          List<String> vus = Arrays.asList((String[]) l.getArray("vus").getArray());
          return Map.entry(l.getLong("personne_id"), new Fait(l.getObject("dernier", LocalDate.class),
              attendus.stream().filter(t -> !vus.contains(t.code())).map(Rubrique::libelle).toList()));
        }).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
