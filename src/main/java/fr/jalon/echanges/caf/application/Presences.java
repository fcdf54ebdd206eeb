package fr.jalon.echanges.caf.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;

/** Who a file speaks of, for the files that will arrive late: a few rows for a day, one bit a foyer for a whole month. */
final class Presences {
  private Presences() {}

  /**
   * Adds foyers to those a file holds.
   *
   * @param tenus numbers of the foyers recorded, or found unchanged
   */
  static void ajouter(Connection connexion, long importId, boolean complet, LocalDate reference, BitSet tenus) throws SQLException {
    if (complet) {
      ajouterAuMois(connexion, importId, tenus);
    } else {
      ajouterAuJour(connexion, importId, reference, tenus);
    }
  }

  private static void ajouterAuMois(Connection connexion, long importId, BitSet tenus) throws SQLException {
    BitSet tous = (BitSet) tenus.clone();
    try (PreparedStatement lecture = connexion.prepareStatement("select foyers from echanges.presence where import_id = ?")) {
      lecture.setLong(1, importId);
      try (ResultSet l = lecture.executeQuery()) {
        if (l.next()) {
          tous.or(BitSet.valueOf(l.getBytes(1)));
        }
      }
    }
    try (PreparedStatement ordre = connexion.prepareStatement(
        "insert into echanges.presence (import_id, foyers) values (?, ?) on conflict (import_id) do update set foyers = excluded.foyers")) {
      ordre.setLong(1, importId);
      ordre.setBytes(2, tous.toByteArray());
      ordre.executeUpdate();
    }
  }

  private static void ajouterAuJour(Connection connexion, long importId, LocalDate reference, BitSet tenus) throws SQLException {
    try (PreparedStatement ordre = connexion.prepareStatement(
        "insert into echanges.presence_journaliere (import_id, foyer_id, date_reference) select ?, unnest(?::bigint[]), ? on conflict do nothing")) {
      ordre.setLong(1, importId);
      ordre.setArray(2, connexion.createArrayOf("bigint", tenus.stream().mapToObj(Long::valueOf).toArray()));
      ordre.setObject(3, reference);
      ordre.executeUpdate();
    }
  }
}
