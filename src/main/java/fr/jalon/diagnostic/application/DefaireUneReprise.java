package fr.jalon.diagnostic.application;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back freins and actions taken over by mistake, as long as nobody built on them: as if they had never been said (owner's door). */
@Service
public class DefaireUneReprise {
  private final JdbcClient base;
  private final TransactionTemplate transaction;

  DefaireUneReprise(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction) {
    this.base = base;
    this.transaction = transaction;
  }

  /**
   * What a row wrote.
   *
   * @param rang number of the row; @param constat, frein, action their numbers, {@code null} where it wrote none
   * @param le   when: what came after was built on it
   */
  public record Ecrit(int rang, Long constat, Long frein, Long action, OffsetDateTime le) {}

  /** @return by rank, why a row stays */
  public Map<Integer, String> executer(Collection<Ecrit> ecrits) {
    return transaction.execute(_ -> {
      Map<Integer, String> restent = restent(List.copyOf(ecrits));
      List<Ecrit> partent = ecrits.stream().filter(e -> !restent.containsKey(e.rang())).toList();
      Long[] actions = tous(partent, Ecrit::action);
      Long[] freins = tous(partent, Ecrit::frein);
      base.sql("delete from diagnostic.action_passage where objet_id = any (?)").param(actions).update();
      base.sql("delete from diagnostic.action where id = any (?)").param(actions).update();
      base.sql("delete from diagnostic.frein_passage where objet_id = any (?)").param(freins).update();
      base.sql("delete from diagnostic.frein where id = any (?)").param(freins).update();
      base.sql("delete from diagnostic.constat where id = any (?)").param(tous(partent, Ecrit::constat)).update();
      return restent;
    });
  }

  private Map<Integer, String> restent(List<Ecrit> ecrits) {
    Map<Integer, String> restent = new HashMap<>();
    dire(restent, ecrits, List.of(), "son frein a changé depuis", """
        exists (select from diagnostic.frein_passage p where p.objet_id = e.frein and p.fait_le > e.le)""");
    dire(restent, ecrits, List.of(), "son thème a été revu depuis", """
        exists (select from diagnostic.constat c join diagnostic.constat n on n.personne_id = c.personne_id and n.rubrique = c.rubrique and n.id > c.id
          where c.id = e.constat)""");
    dire(restent, ecrits, List.of(), "son action a eu des nouvelles depuis", """
        exists (select from diagnostic.action_passage p where p.objet_id = e.action and p.fait_le > e.le)""");
    dire(restent, ecrits, ecrits.stream().filter(e -> !restent.containsKey(e.rang())).toList(), "une autre action porte sur ce thème", """
        e.constat is not null and exists (select from diagnostic.constat c join diagnostic.action a on a.personne_id = c.personne_id
          and a.theme = c.rubrique and a.id <> all (:actions) where c.id = e.constat)""");
    return restent;
  }

  /** @param partants rows that go with it: their actions hold nothing */
  private void dire(Map<Integer, String> restent, List<Ecrit> ecrits, List<Ecrit> partants, String raison, String quand) {
    base.sql("""
        select e.rang from unnest(:rangs::int[], :constats::bigint[], :freins::bigint[], :lesActions::bigint[], :instants::timestamptz[])
          e (rang, constat, frein, action, le) where\s""" + quand)
        .param("rangs", ecrits.stream().map(Ecrit::rang).toArray(Integer[]::new))
        .param("constats", ecrits.stream().map(Ecrit::constat).toArray(Long[]::new))
        .param("freins", ecrits.stream().map(Ecrit::frein).toArray(Long[]::new))
        .param("lesActions", ecrits.stream().map(Ecrit::action).toArray(Long[]::new))
        .param("instants", ecrits.stream().map(e -> e.le().toString()).toArray(String[]::new)).param("actions", tous(partants, Ecrit::action))
        .query((RowCallbackHandler) l -> restent.putIfAbsent(l.getInt(1), raison));
  }

  private static Long[] tous(List<Ecrit> ecrits, Function<Ecrit, Long> quoi) {
    return ecrits.stream().map(quoi).filter(Objects::nonNull).toArray(Long[]::new);
  }
}
