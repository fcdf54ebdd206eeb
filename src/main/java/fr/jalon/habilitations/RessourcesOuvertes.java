package fr.jalon.habilitations;

import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One question asked of rows that the agent at work does not read, whose answer names nobody: how many, or what a merge of two of her persons must
 * know to keep one. Her territories and organisations still hold.
 */
@Component
public class RessourcesOuvertes {
  private final JdbcClient base;

  RessourcesOuvertes(JdbcClient base) {
    this.base = base;
  }

  /** Asks with these resources besides hers; inside a transaction, which they do not outlive. */
  public <T> T pour(Collection<String> ressources, Supplier<T> question) {
    if (ressources.isEmpty()) {
      return question.get();
    }
    String siennes = base.sql("select coalesce(current_setting('jalon.ressources', true), '')").query(String.class).single();
    regler(siennes + "," + String.join(",", ressources));
    T reponse = question.get();
    // a question that failed took the transaction with it: there is nothing to give back
    regler(siennes);
    return reponse;
  }

  private void regler(String ressources) {
    base.sql("select set_config('jalon.ressources', ?, true)").param(ressources).query(String.class).single();
  }
}
