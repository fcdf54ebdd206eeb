package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.vraisemblance.Releve;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How the dossiers of one family of files are loaded. */
sealed interface Chargement extends AutoCloseable permits ChargementDeBeneficiaires, ChargementFinancier {
  /** Records a batch of dossiers. */
  void lot(List<Dossier> dossiers) throws SQLException;

  /** Checks the totals written before the end of the file; a disagreement is a refusal that an agent may lift. */
  default void totaux(Dossier totaux) {}

  /** Amounts added up to compare the file with the one before; {@code null} when they are read elsewhere. */
  default Releve.Somme somme() {
    return null;
  }

  /** Amounts read, for the report; empty when the file has none. */
  default Map<String, Object> montants() {
    return Map.of();
  }

  /** Ends the file. */
  void terminer() throws SQLException;

  /** New entrants found. */
  int nouveauxEntrants();

  /** What was counted. */
  Bilan bilan();

  /** Nothing is written any more after this, whatever happened. */
  @Override
  default void close() {}
}
