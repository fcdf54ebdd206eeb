package fr.jalon.sauvegarde;

import java.util.List;
import java.util.Set;

/**
 * Where the tables of Jalon are. A database given to Jalon may hold those of other applications: they are neither saved, nor emptied. A test
 * fails for the schema of a room that is forgotten here.
 */
final class SchemasDeJalon {
  static final List<String> TOUS = List.of("accompagnement", "allocataires", "carnet", "courriers", "diagnostic", "donnees", "echanges",
      "echeances", "ecran",
      "engagement", "habilitations", "handicap", "journal", "justedroit", "orientation", "papiers", "parametres",
      "pilotage", "rendezvous", "sorties", "structures", "travaux");
  /** The history of its migrations, kept by Flyway. */
  static final String HISTOIRE = "flyway_schema_history";

  /** What is kept for some minutes: saved empty, so that a session that was over does not come back with the data. */
  static final Set<String> PASSAGERES = Set.of("habilitations.session", "habilitations.session_attributes", "habilitations.debit",
      "habilitations.ralentissement", "habilitations.servi");

  private SchemasDeJalon() {}

  /** A condition in SQL: this relation is of Jalon. @param schema and relation are columns of names */
  static String condition(String schema, String relation) {
    return "(%1$s in ('%3$s') or %1$s = 'public' and %2$s = '%4$s')".formatted(schema, relation, String.join("', '", TOUS), HISTOIRE);
  }
}
