package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/** The foyers a file has changed, whose members' present situation is deduced again once the file is recorded. */
final class Situations {
  private static final int LOT = 20_000;
  private final BitSet foyers = new BitSet();

  void changee(long foyerId) {
    foyers.set((int) foyerId);
  }

  void envoyer(Connection connexion) throws SQLException {
    if (foyers.isEmpty()) {
      return;
    }
    try (PreparedStatement situer = connexion.prepareStatement("select allocataires.situer(?)")) {
      Long[] lot = new Long[LOT];
      int n = 0;
      for (int id = foyers.nextSetBit(0); id >= 0; id = foyers.nextSetBit(id + 1)) {
        lot[n++] = (long) id;
        if (n == LOT) {
          situer(connexion, situer, lot);
          n = 0;
        }
      }
      situer(connexion, situer, Arrays.copyOf(lot, n));
    }
    foyers.clear();
  }

  private static void situer(Connection connexion, PreparedStatement situer, Long[] lot) throws SQLException {
    situer.setArray(1, connexion.createArrayOf("bigint", lot));
    situer.execute();
  }
}
