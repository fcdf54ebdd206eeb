package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PrimitiveIterator;

/** The persons and foyers that moved: once the file is recorded, all their rows follow, entries and deadlines included. */
final class Perimetres {
  private static final int LOT = 5_000;
  private final BitSet personnes = new BitSet();
  private final BitSet foyers = new BitSet();

  void personne(long id) {
    personnes.set((int) id);
  }

  void foyer(long id) {
    foyers.set((int) id);
  }

  void envoyer(Connection connexion) throws SQLException {
    // each call writes in every table about persons: as few calls as there are lots of those who moved
    try (PreparedStatement diffuser = connexion.prepareStatement("select allocataires.diffuser_perimetre(?, ?)")) {
      PrimitiveIterator.OfInt lesPersonnes = personnes.stream().iterator();
      PrimitiveIterator.OfInt lesFoyers = foyers.stream().iterator();
      while (lesPersonnes.hasNext() || lesFoyers.hasNext()) {
        diffuser.setArray(1, connexion.createArrayOf("bigint", lot(lesPersonnes)));
        diffuser.setArray(2, connexion.createArrayOf("bigint", lot(lesFoyers)));
        diffuser.execute();
      }
    }
    personnes.clear();
    foyers.clear();
  }

  private static Long[] lot(PrimitiveIterator.OfInt ids) {
    List<Long> lot = new ArrayList<>();
    while (lot.size() < LOT && ids.hasNext()) {
      lot.add((long) ids.nextInt());
    }
    return lot.toArray(Long[]::new);
  }
}
