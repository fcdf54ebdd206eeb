package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes that only serve agents who look for somebody. On the very first load nobody is there to be found: they are made once, at the end,
 * rather than row by row. Those that recognise persons stay. Until the load ends a search waits for it; if someone is reading, nothing is removed.
 */
final class IndexDeRecherche {
  private final List<String> definitions = new ArrayList<>();

  /** Removes them, in the transaction of the load: a load that fails brings them back. */
  void retirer(Connection connexion) throws SQLException {
    Savepoint avant = connexion.setSavepoint();
    try (Statement s = connexion.createStatement()) {
      List<String> noms = new ArrayList<>();
      try (ResultSet l = s.executeQuery("""
          select indexname, indexdef from pg_indexes where schemaname = 'allocataires' and indexname in ('personne_recherche', 'personne_ordre', 'personne_identifiant_ft')""")) {
        while (l.next()) {
          noms.add(l.getString(1));
          definitions.add(l.getString(2));
        }
      }
      s.execute("set local lock_timeout = '500ms'");
      for (String nom : noms) {
        s.execute("drop index allocataires." + nom);
      }
      s.execute("set local lock_timeout = 0");
      connexion.releaseSavepoint(avant);
    } catch (SQLException occupee) {
      connexion.rollback(avant);
      definitions.clear();
    }
  }

  /** Makes them again. */
  void refaire(Connection connexion) throws SQLException {
    if (definitions.isEmpty()) {
      return;
    }
    try (Statement s = connexion.createStatement()) {
      s.execute("set local maintenance_work_mem = '256MB'");
      for (String definition : definitions) {
        s.execute(definition);
      }
    }
    definitions.clear();
  }
}
