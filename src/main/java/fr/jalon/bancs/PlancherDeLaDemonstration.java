package fr.jalon.bancs;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.JalonHome;
import fr.jalon.demarrage.PostgresEmbarque;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The floor of the demonstration in the database it left: the same rows copied into tables without index, constraint or trigger, and as many
 * transactions of one row as were committed to make it. No calculation, no rule, no letter, no history of a row that changed.
 *
 * @param lignes       rows that are there at the end
 * @param copie        seconds to copy them
 * @param transactions committed while it was made
 * @param validation   seconds to commit as many, one row each
 */
record PlancherDeLaDemonstration(long lignes, double copie, long transactions, double validation) {
  private static final int ECHANTILLON = 3000;
  private static final double MILLIARD = 1e9;

  /** @param home of a demonstration that is served */
  static PlancherDeLaDemonstration mesurer(Path home, Path brouillon) throws IOException, SQLException {
    try (PostgresEmbarque postgres = PostgresEmbarque.ouvrir(new JalonHome(home), System.err::println);
        Connection base = ouvrir(postgres.connexion()); Statement ordres = base.createStatement()) {
      long transactions = nombre(ordres, "select xact_commit from pg_stat_database where datname = current_database()");
      ordres.execute("create schema plancher");
      ordres.execute("create table plancher.validation (n bigint)");
      double copie = 0;
      long lignes = 0;
      for (String table : tables(ordres)) {
        lignes += nombre(ordres, "select count(*) from " + table);
        copie += copier(base, ordres, table, brouillon.resolve("table.copie"));
      }
      long debut = System.nanoTime();
      for (int i = 0; i < ECHANTILLON; i++) {
        ordres.execute("insert into plancher.validation values (" + i + ")");
      }
      double validation = (System.nanoTime() - debut) / MILLIARD * transactions / ECHANTILLON;
      return new PlancherDeLaDemonstration(lignes, copie, transactions, validation);
    }
  }

  double secondes() {
    return copie + validation;
  }

  private static double copier(Connection base, Statement ordres, String table, Path fichier) throws IOException, SQLException {
    CopyManager copies = base.unwrap(PGConnection.class).getCopyAPI();
    try (OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(fichier), 1 << 16)) {
      copies.copyOut("copy (select * from " + table + ") to stdout", sortie);
    }
    ordres.execute("create table plancher.copie as select * from " + table + " with no data");
    long debut = System.nanoTime();
    try (InputStream entree = Files.newInputStream(fichier)) {
      copies.copyIn("copy plancher.copie from stdin", entree, 1 << 16);
    }
    double secondes = (System.nanoTime() - debut) / MILLIARD;
    ordres.execute("drop table plancher.copie");
    return secondes;
  }

  private static List<String> tables(Statement ordres) throws SQLException {
    List<String> noms = new ArrayList<>();
    try (ResultSet r = ordres.executeQuery("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('plancher', 'information_schema') and n.nspname not like 'pg\\_%' order by 1""")) {
      while (r.next()) {
        noms.add(r.getString(1));
      }
    }
    return noms;
  }

  private static long nombre(Statement ordres, String question) throws SQLException {
    try (ResultSet r = ordres.executeQuery(question)) {
      r.next();
      return r.getLong(1);
    }
  }

  private static Connection ouvrir(ConnexionPostgres acces) throws SQLException {
    return DriverManager.getConnection(acces.url(), acces.utilisateur(), acces.motDePasse());
  }
}
