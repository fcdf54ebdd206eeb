package fr.jalon.rendezvous.lecture;

import fr.jalon.rendezvous.domaine.Heures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is planned for a person, whatever it is: a session, its waiting list, an interview, an invitation to choose one. Every act that plans
 * looks here. Planned is to come: a day that is over, noted or not, and an invitation whose code serves no longer hold nobody.
 */
@Component
public class CeQuiEstPrevu {
  private static final String REQUETE = """
      select v.personne_id, v.id, v.nature, v.jour, v.debut, k.nom as commune
      from rendezvous.prevu v left join rendezvous.lieu l on l.id = v.lieu_id left join structures.commune k on k.code = l.commune
      where v.personne_id = any(:personnes::bigint[]) and v.jour >= :aujourdhui
      order by 1, 4, 5""";
  private final JdbcClient base;
  private final Clock horloge;

  CeQuiEstPrevu(JdbcClient base, Clock horloge) {
    this.base = base;
    this.horloge = horloge;
  }

  /** What it is. */
  public enum Nature {
    /** Convoked to a session of information collective. */
    SESSION,
    /** On the waiting list of one. */
    ATTENTE,
    /** Expected at an interview. */
    ENTRETIEN,
    /** Invited to choose one, until a day. */
    INVITATION;

    /** True for an interview, given or to choose. */
    public boolean individuel() {
      return this == ENTRETIEN || this == INVITATION;
    }
  }

  /**
   * One, which a sentence about « cette personne » may tell whatever her gender. @param jour the day, or the last one to choose; @param debut
   * {@code null} for an invitation, as the commune
   */
  public record Prevu(long personneId, long id, Nature nature, LocalDate jour, LocalTime debut, String commune) {
    /** In a sentence: « convoquée à l'information collective du mardi 4 novembre 2025 à 9 h 30, Annonay ». */
    public String phrase() {
      String quand = Heures.jour(jour) + (debut == null ? "" : " à " + Heures.heure(debut)) + (commune == null ? "" : ", " + commune);
      return switch (nature) {
        case SESSION -> "convoquée à l'information collective du " + quand;
        case ATTENTE -> "en liste d'attente de l'information collective du " + quand;
        case ENTRETIEN -> "attendue à un rendez-vous individuel, le " + quand;
        case INVITATION -> "invitée à choisir un rendez-vous individuel avant le " + Heures.jour(jour);
      };
    }

    /** Beside a name, without gender: « information collective du mardi 4 novembre 2025 à 9 h 30, Annonay ». */
    public String enBref() {
      return phrase().replaceFirst("^(?:convoquée à l'|en )", "").replaceFirst("^attendue à un ", "").replaceFirst("^invitée", "invitation");
    }
  }

  /** By person, the soonest first; those for whom nothing is planned are absent. Of the perimeter of the agent. */
  @Transactional(readOnly = true)
  public Map<Long, List<Prevu>> pour(Collection<Long> personnes) {
    return personnes.isEmpty() ? Map.of() : base.sql(REQUETE).param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .param("aujourdhui", LocalDate.now(horloge))
        .query((l, _) -> new Prevu(l.getLong("personne_id"), l.getLong("id"), Nature.valueOf(l.getString("nature")),
        l.getObject("jour", LocalDate.class),
            l.getObject("debut", LocalTime.class), l.getString("commune"))).list().stream().collect(Collectors.groupingBy(Prevu::personneId));
  }

  /** For one person. */
  @Transactional(readOnly = true)
  public List<Prevu> pour(long personne) {
    return pour(List.of(personne)).getOrDefault(personne, List.of());
  }
}
