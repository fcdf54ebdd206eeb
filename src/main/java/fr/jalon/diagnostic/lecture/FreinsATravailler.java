package fr.jalon.diagnostic.lecture;

import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is left to do about the freins of many persons, in two queries: those without an action, and the actions nobody has heard of. */
@Component
public class FreinsATravailler {
  private final JdbcClient base;

  FreinsATravailler(JdbcClient base) {
    this.base = base;
  }

  /** A frein at work and no action under way. @param depuis the day it was opened, or the last of its actions ended */
  @DonneeDeSante
  public record SansAction(long personneId, String theme, LocalDate depuis) {
    /** Last day to plan one. @param delai days */
    public LocalDate limite(int delai) {
      return depuis.plusDays(delai);
    }
  }

  /** An action under way. @param nouvellesLe its last news; @param depuis the same, or the day it was planned for when that is later */
  @DonneeDeSante
  public record Attendue(long personneId, String theme, String libelle, LocalDate nouvellesLe, LocalDate depuis) {
    /** Last day to hear of it. @param delai days */
    public LocalDate limite(int delai) {
      return depuis.plusDays(delai);
    }
  }

  /** By person, the oldest first. */
  @Transactional(readOnly = true)
  public Map<Long, List<SansAction>> sansAction(Collection<Long> personnes) {
    return base.sql("""
        select f.personne_id, f.theme, greatest(o.le, x.fin) as depuis
        from diagnostic.frein f
        cross join lateral (select max(p.le) as le from diagnostic.frein_passage p
          where p.objet_id = f.id and p.vers = 'OUVERT' and (p.de is null or p.de = 'LEVE')) o
        left join lateral (select max(a.etat_depuis) filter (where a.etat in ('FAITE', 'ABANDONNEE')) as fin,
            bool_or(a.etat in ('PREVUE', 'EN_COURS')) as en_route
          from diagnostic.action a where a.personne_id = f.personne_id and a.theme = f.theme) x on true
        where f.personne_id = any(:personnes::bigint[]) and f.etat <> 'LEVE' and not coalesce(x.en_route, false) order by 1, 3, f.id""")
        .param("personnes", personnes.toArray(Long[]::new)).query(SansAction.class).list().stream()
        .collect(Collectors.groupingBy(SansAction::personneId));
  }

  /** By person, the one nobody has heard of for the longest time first. */
  @Transactional(readOnly = true)
  public Map<Long, List<Attendue>> attendues(Collection<Long> personnes) {
    return base.sql("""
        select personne_id, theme, libelle, nouvelles_le, greatest(nouvelles_le, pour_le) as depuis from diagnostic.action
        where personne_id = any(:personnes::bigint[]) and etat in ('PREVUE', 'EN_COURS') order by 1, 5, id""")
        .param("personnes", personnes.toArray(Long[]::new)).query(Attendue.class).list().stream()
        .collect(Collectors.groupingBy(Attendue::personneId));
  }
}
