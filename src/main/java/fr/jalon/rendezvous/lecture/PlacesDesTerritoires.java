package fr.jalon.rendezvous.lecture;

import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.PersonnesEnAttente;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether each territory has places enough for the persons who wait: told before they run out. */
@Component
public class PlacesDesTerritoires {
  private final JdbcClient base;
  private final List<PersonnesEnAttente> attentes;
  private final Structures structures;
  private final Parametres parametres;
  private final Clock horloge;

  PlacesDesTerritoires(JdbcClient base, List<PersonnesEnAttente> attentes, Structures structures, Parametres parametres, Clock horloge) {
    this.base = base;
    this.attentes = attentes;
    this.structures = structures;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** A territory short of places. @param jours how many days ahead were looked at */
  public record Manque(String territoire, int aConvoquer, int places, int jours) {}

  /** The territories where more persons wait than places are left in the days to come, the shortest first. */
  @Transactional(readOnly = true)
  public List<Manque> manques() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    int jours = parametres.jours("rendezvous.horizon_jours", aujourdhui);
    Map<Integer, Integer> attendent = new HashMap<>();
    attentes.forEach(a -> a.aConvoquer().forEach((territoire, n) -> attendent.merge(territoire, n, Integer::sum)));
    Map<Integer, Integer> places = new HashMap<>();
    base.sql("""
        select s.territoire_id, sum(greatest(0, s.capacite - coalesce(r.prises, 0)))::int as places from rendezvous.session s
        left join rendezvous.remplissage((select array_agg(id) from rendezvous.session where etat = 'PREVUE' and jour between :de and :a)) r on r.session_id = s.id
        where s.etat = 'PREVUE' and s.jour between :de and :a group by 1""")
        .param("de", aujourdhui.plusDays(parametres.jours("rendezvous.prevenance_jours", aujourdhui))).param("a", aujourdhui.plusDays(jours))
        .query((RowCallbackHandler) l -> places.put(l.getInt(1), l.getInt(2)));
    return structures.territoires().stream().map(t -> new Manque(t.nom(), attendent.getOrDefault(t.id(), 0), places.getOrDefault(t.id(), 0), jours))
        .filter(m -> m.aConvoquer() > m.places()).sorted(java.util.Comparator.comparingInt((Manque m) -> m.places() - m.aConvoquer())).toList();
  }
}
