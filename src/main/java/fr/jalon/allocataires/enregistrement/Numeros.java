package fr.jalon.allocataires.enregistrement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** Hands out numbers from a sequence that counts by thousands: one question to the database for several thousand numbers. */
final class Numeros {
  private static final int PAS = 1000;
  private final Expedition expedition;
  private final String sequence;
  private final Deque<Long> debuts = new ArrayDeque<>();
  private int milliers = 1;
  private long prochain;
  private long fin;

  Numeros(Expedition expedition, String sequence) {
    this.expedition = expedition;
    this.sequence = sequence;
  }

  /** Many numbers will be needed: they are asked for by tens of thousands. */
  void prevoirBeaucoup() {
    milliers = 20;
  }

  long suivant() throws SQLException {
    if (prochain == fin) {
      if (debuts.isEmpty()) {
        demander();
      }
      prochain = debuts.remove();
      fin = prochain + PAS;
    }
    return prochain++;
  }

  private void demander() throws SQLException {
    try (Statement s = expedition.connexion().createStatement();
        ResultSet l = s.executeQuery("select nextval('" + sequence + "') from generate_series(1, " + milliers + ")")) {
      while (l.next()) {
        debuts.add(l.getLong(1));
      }
    }
  }
}
