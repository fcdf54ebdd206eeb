package fr.jalon.allocataires;

import fr.jalon.structures.InstanceHabitee;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the structures that the instance is a Département's own, by the owner's door: before any agent. */
@Component
class PersonnesDansLInstance implements InstanceHabitee {
  private final JdbcClient base;

  PersonnesDansLInstance(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  @Override
  public boolean habitee() {
    return base.sql("select exists (select from allocataires.personne)").query(Boolean.class).single();
  }
}
