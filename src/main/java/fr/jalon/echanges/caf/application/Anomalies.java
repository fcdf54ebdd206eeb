package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What was left aside in dossiers that are recorded all the same, for the report of their file. */
final class Anomalies {
  private Anomalies() {}

  static void ecrire(Connection connexion, long importId, List<Bilan.Anomalie> anomalies) throws SQLException {
    if (anomalies.isEmpty()) {
      return;
    }
    try (PreparedStatement ordre = connexion.prepareStatement(
        "insert into echanges.anomalie (import_id, ligne, numero_demande, organisme, balise, raison) values (?, ?, ?, ?, ?, ?)")) {
      for (Bilan.Anomalie a : anomalies) {
        CleFoyer cle = a.foyer().cle();
        ordre.setLong(1, importId);
        ordre.setInt(2, a.ligne());
        ordre.setString(3, cle.numeroDemande());
        ordre.setString(4, cle.fonctionOrganisme() + " " + cle.numeroOrganisme());
        ordre.setString(5, a.balise());
        ordre.setString(6, a.raison());
        ordre.addBatch();
      }
      ordre.executeBatch();
    }
  }
}
