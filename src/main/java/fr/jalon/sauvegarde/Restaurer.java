package fr.jalon.sauvegarde;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.sauvegarde.Manifeste.Sequence;
import fr.jalon.sauvegarde.Manifeste.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * Puts a backup back into an empty database: the tables are made as they were, by the migrations of that time, then filled in one transaction; the
 * files wait beside their places. Cut short, the database is left without data, and the same command may be given again.
 */
final class Restaurer {
  private final ConnexionPostgres base;
  private final FichiersDuHome fichiers;

  Restaurer(ConnexionPostgres base, FichiersDuHome fichiers) {
    this.base = base;
    this.fichiers = fichiers;
  }

  /** True when a Département, agents or persons are already there. */
  static boolean pleine(ConnexionPostgres base) throws SQLException {
    try (Connection c = ouvrir(base); Statement s = c.createStatement()) {
      for (String table : List.of("structures.departement", "allocataires.personne", "habilitations.agent")) {
        if (!"".equals(texte(s, "select coalesce(to_regclass('" + table + "')::text, '')"))
            && "t".equals(texte(s, "select exists (select from " + table + ")"))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A table of the database that the backup does not have: it is of another application, and nothing is put beside it.
   *
   * @return its name, or {@code null} when there is none
   */
  static String tableDAutrui(ConnexionPostgres base, Manifeste m) throws SQLException {
    try (Connection c = ouvrir(base); PreparedStatement s = c.prepareStatement("""
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f', 'm') and n.nspname !~ '^(pg_|information_schema)' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
          and quote_ident(n.nspname) || '.' || quote_ident(c.relname) <> all (?) order by 1 limit 1""")) {
      s.setArray(1, c.createArrayOf("text", m.tables().stream().map(Table::nom).toArray()));
      try (ResultSet l = s.executeQuery()) {
        return l.next() ? l.getString(1) : null;
      }
    }
  }

  /**
   * Fills the database, and writes the files beside their places, where {@link FichiersDuHome#mettreEnPlace} takes them.
   *
   * @throws DemarrageImpossible when the tables are already of a later Jalon, or when what was put back is not what the backup says
   */
  void depuis(LectureDeSauvegarde sauvegarde, Manifeste m) throws IOException, SQLException {
    preparerLesTables(m.migration());
    try (Connection c = ouvrir(base)) {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        List<String> aRemettre = ouvrirLesTables(s, m);
        Map<String, Table> attendues = new HashMap<>();
        m.tables().forEach(t -> attendues.put(t.entree(), t));
        sauvegarde.parcourir((nom, contenu) -> {
          if (attendues.containsKey(nom)) {
            copier(c, attendues.remove(nom), contenu);
          } else if (nom.startsWith("fichiers/")) {
            fichiers.poser(nom.substring("fichiers/".length()), contenu);
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
    Flyway flyway = Flyway.configure().dataSource(base.url(), base.utilisateur(), base.motDePasse()).locations("classpath:db/migration")
        .target(version).load();
    var presente = flyway.info().current();
    if (presente != null && presente.getVersion() != null && presente.getVersion().compareTo(MigrationVersion.fromVersion(version)) > 0) {
      throw new DemarrageImpossible("Cette base a déjà les tables d'une version de Jalon plus récente que la sauvegarde : donnez une base ou un dossier vraiment vide. Rien n'a été changé.");
    }
    flyway.migrate();
  }

  /** Empties the tables of the backup, without what would check each row before the others are there. @return the orders that put the checks back */
  private static List<String> ouvrirLesTables(Statement s, Manifeste m) throws SQLException {
    List<String> aRemettre = new ArrayList<>();
    List<String> ordres = new ArrayList<>();
    try (ResultSet l = s.executeQuery("""
        select format('alter table %%s drop constraint %%I', k.conrelid::regclass, k.conname), format('alter table %%s add constraint %%I %%s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and %1$s and k.conparentid = 0
        union all
        select format('alter table %%s disable trigger %%I', t.tgrelid::regclass, t.tgname), format('alter table %%s enable trigger %%I', t.tgrelid::regclass, t.tgname)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and t.tgenabled = 'O' and %1$s""".formatted(SchemasDeJalon.condition("n.nspname", "c.relname")))) {
      while (l.next()) {
        ordres.add(l.getString(1));
        aRemettre.add(l.getString(2));
      }
    }
    for (String ordre : ordres) {
      s.execute(ordre);
    }
    s.execute("truncate " + m.tables().stream().map(Table::nom).collect(Collectors.joining(", ")));
    return aRemettre;
  }

  private static void copier(Connection c, Table t, InputStream contenu) throws IOException {
    try {
      c.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + t.nom() + " (" + String.join(", ", t.colonnes()) + ") from stdin", contenu, 1 << 16);
    } catch (SQLException e) {
      throw new IOException("la table " + t.nom() + " n'a pas pu être remplie : " + e.getMessage(), e);
    }
  }

  private static void compter(Statement s, Manifeste m) throws SQLException {
    for (Table t : m.tables()) {
      String lignes = texte(s, "select count(*) from " + t.nom());
      if (!String.valueOf(t.lignes()).equals(lignes)) {
        throw new DemarrageImpossible("La table %s devait compter %d lignes et en compte %s : rien n'est restauré.".formatted(t.nom(), t.lignes(),
            lignes));
      }
    }
  }

  private static Connection ouvrir(ConnexionPostgres base) throws SQLException {
    return DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse());
  }

  private static String texte(Statement s, String sql) throws SQLException {
    try (ResultSet l = s.executeQuery(sql)) {
      return l.next() ? l.getString(1) : null;
    }
  }
}
