package fr.jalon.habilitations;

import java.sql.Array;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to keep what an agent began to type about a person and has not registered: at each pause, for her alone, part by part; emptied when
 * it is registered, erased when it gets old. Each room has its table, under its own resource.
 */
@Component
public class SaisiesEnCours {
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  SaisiesEnCours(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.proprietaire = proprietaire;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /**
   * Where the drafts of one form are kept.
   *
   * @param table with {@code personne_id}, {@code agent}, {@code rubrique}, {@code reponses}, {@code saisi_le}
   * @param sante true when it has {@code sante} too: parts that tell of health, given only to who may read them
   */
  public record Registre(String table, boolean sante) {}

  /** What the agent at work began for this person: the fields by part; empty when she began nothing. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, String>> miennes(Registre r, long personneId) {
    Map<String, Map<String, String>> miennes = new LinkedHashMap<>();
    base.sql("""
        select d.rubrique, array(select jsonb_object_keys(d.reponses)) as champs,
          array(select d.reponses ->> k from jsonb_object_keys(d.reponses) k) as valeurs
        from %s d where d.personne_id = ? and d.agent = ? and d.reponses <> '{}'""".formatted(r.table()))
        .params(personneId, agentCourant.perimetre().agent())
        .query((l, _) -> Map.entry(l.getString("rubrique"), champs(textes(l.getArray("champs")), textes(l.getArray("valeurs"))))).list()
        .forEach(e -> miennes.put(e.getKey(), e.getValue()));
    return miennes;
  }

  /** Keeps one part, in place of what was kept of it. @param sante true when the part tells of health */
  @Transactional
  public void garder(Registre r, long personneId, String rubrique, boolean sante, Map<String, String> champs) {
    base.sql("""
        insert into %s (personne_id, agent, rubrique, %s reponses, saisi_le)
        values (:personne, :agent, :rubrique, %s jsonb_object(:champs::text[], :valeurs::text[]), :maintenant)
        on conflict (personne_id, agent, rubrique) do update set reponses = excluded.reponses, saisi_le = excluded.saisi_le"""
        .formatted(r.table(), r.sante() ? "sante," : "", r.sante() ? ":sante," : ""))
        .param("personne", personneId).param("agent", agentCourant.perimetre().agent()).param("rubrique", rubrique).param("sante", sante)
        .param("champs", champs.keySet().toArray(String[]::new)).param("valeurs", champs.values().toArray(String[]::new))
        .param("maintenant", OffsetDateTime.now(horloge)).update();
  }

  /** Empties what the agent at work began for this person: it is registered, or she gives it up. */
  @Transactional
  public void effacer(Registre r, long personneId) {
    base.sql("update %s set reponses = '{}' where personne_id = ? and agent = ?".formatted(r.table()))
        .params(personneId, agentCourant.perimetre().agent()).update();
  }

  /** Erases what nobody touched since, by the owner's door: agents erase nothing. @return how many parts */
  public int oublier(Registre r, OffsetDateTime avant) {
    return proprietaire.sql("delete from %s where saisi_le < ?".formatted(r.table())).param(avant).update();
  }

  private static String[] textes(Array a) throws java.sql.SQLException {
    return (String[]) a.getArray();
  }

  private static Map<String, String> champs(String[] noms, String[] valeurs) {
    Map<String, String> champs = new LinkedHashMap<>();
    for (int i = 0; i < noms.length; i++) {
      champs.put(noms[i], valeurs[i]);
    }
    return champs;
  }
}
