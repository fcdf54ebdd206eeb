package fr.jalon.sauvegarde;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.sauvegarde.Manifeste.Sequence;
import fr.jalon.sauvegarde.Manifeste.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * Puts a backup back into an empty database: the tables are made as they were, by the migrations of that time, then filled in one transaction.
 * Cut short, the database is left without data, and the same command may be given again.
 */
final class Restaurer {
  private final ConnexionPostgres base;
  private final FichiersDuHome fichiers;

  Restaurer(ConnexionPostgres base, FichiersDuHome fichiers) {
    this.base = base;
    this.fichiers = fichiers;
  }

  /** True when a Département, agents or persons are already there. */
  boolean pleine() throws SQLException {
    try (Connection c = ouvrir(); Statement s = c.createStatement()) {
      for (String table : List.of("structures.departement", "allocataires.personne", "habilitations.agent")) {
        if (!"".equals(texte(s, "select coalesce(to_regclass('" + table + "')::text, '')")) && "t".equals(texte(s, "select exists (select from " + table + ")"))) {
          return true;
        }
      }
      return false;
    }
  }

  /** @throws DemarrageImpossible when this Jalon is older than the backup, or when what was put back is not what the backup says */
  void depuis(LectureDeSauvegarde sauvegarde, Manifeste m) throws IOException, SQLException {
    preparerLesTables(m.migration());
    try (Connection c = ouvrir()) {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        List<String> aRemettre = ouvrirLesTables(s);
        Map<String, Table> attendues = new HashMap<>();
        m.tables().forEach(t -> attendues.put(t.entree(), t));
        sauvegarde.parcourir((nom, contenu) -> {
          if (attendues.containsKey(nom)) {
            copier(c, attendues.remove(nom), contenu);
          } else if (nom.startsWith("fichiers/")) {
            ranger(nom.substring("fichiers/".length()), contenu);
          }
        });
        for (Sequence q : m.sequences()) {
          texte(s, "select setval('" + q.nom().replace("'", "''") + "', " + q.valeur() + ")");
        }
        for (String ordre : aRemettre) {
          s.execute(ordre);
        }
        compter(s, m);
      }
      c.commit();
      c.setAutoCommit(true);
      try (Statement s = c.createStatement()) {
        s.execute("analyze");
      }
    }
  }

  private void preparerLesTables(String version) {
    Flyway flyway = Flyway.configure().dataSource(base.url(), base.utilisateur(), base.motDePasse()).locations("classpath:db/migration").target(version).load();
    boolean connue = java.util.Arrays.stream(flyway.info().all()).anyMatch(x -> MigrationVersion.fromVersion(version).equals(x.getVersion()));
    if (!connue) {
      throw new DemarrageImpossible("Cette sauvegarde vient d'une version plus récente de Jalon : mettez Jalon à jour, puis recommencez. Rien n'a été changé.");
    }
    var presente = flyway.info().current();
    if (presente != null && presente.getVersion() != null && presente.getVersion().compareTo(MigrationVersion.fromVersion(version)) > 0) {
      throw new DemarrageImpossible("Cette base a déjà les tables d'une version de Jalon plus récente que la sauvegarde : donnez une base ou un dossier vraiment vide. Rien n'a été changé.");
    }
    flyway.migrate();
  }

  /** Empties the tables, without what would check each row before the others are there. @return the orders that put the checks back */
  private static List<String> ouvrirLesTables(Statement s) throws SQLException {
    List<String> aRemettre = new ArrayList<>();
    List<String> ordres = new ArrayList<>();
    try (ResultSet l = s.executeQuery("""
        select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname), format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and n.nspname !~ '^(pg_|information_schema)' and k.conparentid = 0
        union all
        select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname), format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and t.tgenabled = 'O' and n.nspname !~ '^(pg_|information_schema)'""")) {
      while (l.next()) {
        ordres.add(l.getString(1));
        aRemettre.add(l.getString(2));
      }
    }
    for (String ordre : ordres) {
      s.execute(ordre);
    }
    s.execute("truncate " + texte(s, """
        select string_agg(format('%I.%I', n.nspname, c.relname), ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and pg_has_role(c.relowner, 'usage')"""));
    return aRemettre;
  }

  private static void copier(Connection c, Table t, InputStream contenu) throws IOException {
    try {
      c.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + t.nom() + " (" + String.join(", ", t.colonnes()) + ") from stdin", contenu, 1 << 16);
    } catch (SQLException e) {
      throw new IOException("la table " + t.nom() + " n'a pas pu être remplie : " + e.getMessage(), e);
    }
  }

  private void ranger(String nom, InputStream contenu) throws IOException {
    Path place = fichiers.place(nom);
    Path partiel = place.resolveSibling(place.getFileName() + ".partiel");
    Files.deleteIfExists(partiel);
    Files.createFile(partiel, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.copy(contenu, partiel, StandardCopyOption.REPLACE_EXISTING);
    Files.move(partiel, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void compter(Statement s, Manifeste m) throws SQLException {
    for (Table t : m.tables()) {
      String lignes = texte(s, "select count(*) from " + t.nom());
      if (!String.valueOf(t.lignes()).equals(lignes)) {
        throw new DemarrageImpossible("La table %s devait compter %d lignes et en compte %s : rien n'est restauré.".formatted(t.nom(), t.lignes(), lignes));
      }
    }
  }

  private Connection ouvrir() throws SQLException {
    return DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse());
  }

  private static String texte(Statement s, String sql) throws SQLException {
    try (ResultSet l = s.executeQuery(sql)) {
      return l.next() ? l.getString(1) : null;
    }
  }
}
