package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

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
    try (PreparedStatement diffuser = connexion.prepareStatement("select allocataires.diffuser_perimetre(?, ?)")) {
      for (int debut = 0; debut < Math.max(personnes.length(), foyers.length()); debut += LOT) {
        Long[] desPersonnes = entre(personnes, debut);
        Long[] desFoyers = entre(foyers, debut);
        if (desPersonnes.length + desFoyers.length > 0) {
          diffuser.setArray(1, connexion.createArrayOf("bigint", desPersonnes));
          diffuser.setArray(2, connexion.createArrayOf("bigint", desFoyers));
          diffuser.execute();
        }
      }
    }
    personnes.clear();
    foyers.clear();
  }

  private static Long[] entre(BitSet ids, int debut) {
    Long[] lot = new Long[LOT];
    int n = 0;
    for (int id = ids.nextSetBit(debut); id >= 0 && id < debut + LOT; id = ids.nextSetBit(id + 1)) {
      lot[n++] = (long) id;
    }
    return Arrays.copyOf(lot, n);
  }
}
