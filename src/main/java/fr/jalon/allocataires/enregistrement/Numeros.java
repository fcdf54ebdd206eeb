package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Hands out numbers from a sequence that counts by thousands: one question to the database for a thousand numbers. */
final class Numeros {
  private static final int PAS = 1000;
  private final Connection connexion;
  private final String sequence;
  private long prochain;
  private long fin;

  Numeros(Connection connexion, String sequence) {
    this.connexion = connexion;
    this.sequence = sequence;
  }

  long suivant() throws SQLException {
    if (prochain == fin) {
      try (Statement s = connexion.createStatement(); ResultSet l = s.executeQuery("select nextval('" + sequence + "')")) {
        l.next();
        prochain = l.getLong(1);
        fin = prochain + PAS;
      }
    }
    return prochain++;
  }
}
