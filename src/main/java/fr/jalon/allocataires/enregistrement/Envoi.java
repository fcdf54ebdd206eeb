package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.SQLException;

/** Something a batch has to write, with rows of its own: nothing more is added to them once it is made. */
@FunctionalInterface
interface Envoi {
  void partir(Connection connexion) throws SQLException;
}
