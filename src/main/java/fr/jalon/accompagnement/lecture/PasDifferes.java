package fr.jalon.accompagnement.lecture;

import fr.jalon.allocataires.PasDuDossier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps put off, or said not to be needed. */
@Component
public class PasDifferes {
  private final JdbcClient base;

  PasDifferes(JdbcClient base) {
    this.base = base;
  }

  /** One of them. @param limite of the step put off; @param jusquAu {@code null} when it is not needed */
  public record Differe(long personneId, String genre, LocalDate limite, LocalDate jusquAu, String raison, String par) {
    /** True when that step is hidden that day: the same one, not another that came since. */
    public boolean cache(PasDuDossier pas, LocalDate jour) {
      return genre.equals(pas.genre()) && (jusquAu != null ? jusquAu.isAfter(jour) : Objects.equals(limite, pas.limite()));
    }
  }

  /** Those of these persons that stand, by person. */
  @Transactional(readOnly = true)
  public Map<Long, List<Differe>> de(Collection<Long> personnes) {
    return base.sql("""
        select personne_id, genre, limite, jusqu_au, raison, habilitations.nom_agent(differe_par) as par from accompagnement.pas_differe
        where personne_id = any(:personnes::bigint[]) and repris_le is null""").param("personnes", personnes.toArray(Long[]::new)).query(Differe.class)
        .list().stream().collect(Collectors.groupingBy(Differe::personneId));
  }
}
