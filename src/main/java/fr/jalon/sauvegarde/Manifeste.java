package fr.jalon.sauvegarde;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a backup holds, written at its end.
 *
 * @param format      version of this format
 * @param migration   version of the last migration of the tables, for example {@code 0440}
 * @param departement code of the Département, or {@code null} before the instance is created
 * @param faiteLe     the instant that all its tables show
 * @param tables      in the order of the file
 * @param sequences   last value given by each
 * @param fichiers    files kept beside the database, in the order of the file
 */
record Manifeste(int format, String migration, String departement, OffsetDateTime faiteLe,
    List<Table> tables, List<Sequence> sequences, List<Fichier> fichiers) {
  static final int FORMAT = 1;
  /** Name of its entry. */
  static final String ENTREE = "manifeste.json";

  /** @param nom quoted, with its schema; @param colonnes quoted; @param sha256 of the text copied */
  record Table(String nom, List<String> colonnes, long lignes, long octets, String sha256) {
    String entree() {
      return "tables/" + nom;
    }
  }

  /** @param nom quoted, with its schema */
  record Sequence(String nom, long valeur) {}

  /** @param nom path in the home, for example {@code courriers/lot-12.pdf.chiffre} */
  record Fichier(String nom, long octets, String sha256) {
    String entree() {
      return "fichiers/" + nom;
    }
  }

  /** Rows of all the tables. */
  long lignes() {
    return tables.stream().mapToLong(Table::lignes).sum();
  }
}
