package fr.jalon.allocataires.application;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Deduces again the present situation of those who share a foyer with some persons. */
final class Situations {
  private Situations() {}

  static void refaire(JdbcClient base, Long... personnes) {
    base.sql("select allocataires.situer(array(select distinct foyer_id from allocataires.membre where personne_id = any (?)))")
        .param(personnes).query((_, _) -> 0).list();
  }
}
