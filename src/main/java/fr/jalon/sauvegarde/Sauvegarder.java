package fr.jalon.sauvegarde;

import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.sauvegarde.Manifeste.Fichier;
import fr.jalon.sauvegarde.Manifeste.Sequence;
import fr.jalon.sauvegarde.Manifeste.Table;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies everything to one encrypted file while agents work: one transaction sees one instant and blocks nobody. Memory does not grow with the
 * data. The file appears under its name once whole.
 */
@Component
class Sauvegarder {
  private static final String DEPOTS = "depots/";
  private final DataSource source;
  private final FichierChiffre chiffre;
  private final FichiersDuHome fichiers;
  private final Path home;
  private final JsonMapper json;
  private final Clock horloge;

  Sauvegarder(@Qualifier("chargement") DataSource source, Chiffrement chiffrement, @Value("${jalon.home:.jalon}") Path home, Environment reglages,
      JsonMapper json, Clock horloge) {
    this.source = source;
    this.chiffre = new FichierChiffre(chiffrement);
    this.home = home.toAbsolutePath().normalize();
    this.fichiers = new FichiersDuHome(this.home, reglages::getProperty);
    this.json = json;
    this.horloge = horloge;
  }

  /**
   * Makes a backup, then reads it back whole.
   *
   * @return what it holds
   * @throws DemarrageImpossible when the file exists, is in the home itself, or cannot be written
   */
  Manifeste vers(Path fichier) {
    Path voulu = fichier.toAbsolutePath().normalize();
    if (Files.exists(voulu)) {
      throw new DemarrageImpossible("« " + fichier + " » existe déjà : donnez un autre nom, Jalon n'écrase aucune sauvegarde.");
    }
    if (vrai(voulu).startsWith(vrai(home))) {
      throw new DemarrageImpossible("« " + fichier
          + " » est dans le dossier de Jalon : une sauvegarde perdue avec lui ne sert à rien. Donnez un autre disque, ou une autre machine.");
    }
    Path partiel = voulu.resolveSibling(voulu.getFileName() + ".partiel");
    try {
      Files.deleteIfExists(partiel);
      try (ZipOutputStream zip = new ZipOutputStream(chiffre.ecrire(partiel), StandardCharsets.UTF_8)) {
        zip.setLevel(Deflater.BEST_SPEED);
        ecrire(zip);
      }
      Manifeste relu = new LectureDeSauvegarde(chiffre, partiel).verifier();
      Files.move(partiel, voulu, StandardCopyOption.ATOMIC_MOVE);
      return relu;
    } catch (IOException e) {
      throw new DemarrageImpossible("La sauvegarde n'a pas pu être écrite dans « " + fichier + " » (" + e.getMessage()
          + ") : vérifiez la place et vos droits, puis recommencez.", e);
    } catch (SQLException e) {
      throw new DemarrageImpossible("La base de données n'a pas pu être lue jusqu'au bout (" + e.getMessage()
          + ") : rien n'est sauvegardé, recommencez.", e);
    } finally {
      partiel.toFile().delete();
    }
  }

  /** Where this really is, whatever links lead to it, as far as it exists. */
  private static Path vrai(Path chemin) {
    try {
      return chemin.toRealPath();
    } catch (IOException _) {
      return chemin.getParent() == null ? chemin : vrai(chemin.getParent()).resolve(chemin.getFileName());
    }
  }

  private void ecrire(ZipOutputStream zip) throws IOException, SQLException {
    List<Fichier> copies = new ArrayList<>();
    // before the instant that the tables will show: a file held that is accepted, loaded and thrown away while they are copied is still needed by
    // them
    copier(DEPOTS, zip, copies);
    try (Connection base = source.getConnection()) {
      boolean avant = base.getAutoCommit();
      base.setAutoCommit(false);
      try (Statement s = base.createStatement()) {
        s.execute("set transaction isolation level repeatable read, read only");
        s.execute("set local statement_timeout = 0");
        OffsetDateTime instant = OffsetDateTime.now(horloge);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> t : tables(s).entrySet()) {
          tables.add(copier(base, t.getKey(), t.getValue(), zip));
        }
        List<Sequence> sequences = sequences(s);
        String migration = texte(s,
            "select version from public.flyway_schema_history where success and version is not null order by installed_rank desc limit 1");
        String departement = texte(s, "select code from structures.departement limit 1");
        // and what came meanwhile
        copier("", zip, copies);
        zip.putNextEntry(new ZipEntry(Manifeste.ENTREE));
        zip.write(json.writeValueAsBytes(new Manifeste(Manifeste.FORMAT, migration, departement, instant, tables, sequences, copies)));
        zip.closeEntry();
      } finally {
        base.rollback();
        base.setAutoCommit(avant);
      }
    }
  }

  /** Columns that are written by table, both quoted; what PostgreSQL computes by itself is left out. */
  private static Map<String, List<String>> tables(Statement s) throws SQLException {
    Map<String, List<String>> tables = new java.util.TreeMap<>();
    try (ResultSet l = s.executeQuery("""
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname), array_agg(quote_ident(a.attname) order by a.attnum)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relkind = 'r' and %s group by 1""".formatted(SchemasDeJalon.condition("n.nspname", "c.relname")))) {
      while (l.next()) {
        tables.put(l.getString(1), Arrays.asList((String[]) l.getArray(2).getArray()));
      }
    }
    return tables;
  }

  private static Table copier(Connection base, String nom, List<String> colonnes, ZipOutputStream zip) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry("tables/" + nom));
    Comptage sortie = new Comptage(zip);
    String quoi = SchemasDeJalon.PASSAGERES.contains(nom) ? "(select " + String.join(", ", colonnes) + " from " + nom + " where false)" : nom + " ("
        + String.join(", ", colonnes) + ")";
    long lignes = base.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + quoi + " to stdout", sortie);
    zip.closeEntry();
    return new Table(nom, colonnes, lignes, sortie.octets(), sortie.sha256());
  }

  /** Read after the tables: a number given meanwhile is skipped, never given twice. */
  private static List<Sequence> sequences(Statement s) throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    try (ResultSet l =
        s.executeQuery("select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value from pg_sequences where last_value is not null and "
        + SchemasDeJalon.condition("schemaname", "sequencename") + " order by 1")) {
      while (l.next()) {
        sequences.add(new Sequence(l.getString(1), l.getLong(2)));
      }
    }
    return sequences;
  }

  private static String texte(Statement s, String sql) throws SQLException {
    try (ResultSet l = s.executeQuery(sql)) {
      return l.next() ? l.getString(1) : null;
    }
  }

  /**
   * Copies the files that are not yet, whose name begins so. One that goes away meanwhile is no longer needed: a letter is printed again the same
   * from the tables, a file received was copied before them.
   */
  private void copier(String debut, ZipOutputStream zip, List<Fichier> copies) throws IOException {
    Set<String> deja = copies.stream().map(Fichier::nom).collect(Collectors.toSet());
    for (Map.Entry<String, Path> f : fichiers.presents().entrySet()) {
      if (!f.getKey().startsWith(debut) || deja.contains(f.getKey())) {
        continue;
      }
      try (var entree = Files.newInputStream(f.getValue())) {
        zip.putNextEntry(new ZipEntry("fichiers/" + f.getKey()));
        Comptage sortie = new Comptage((OutputStream) zip);
        entree.transferTo(sortie);
        zip.closeEntry();
        copies.add(new Fichier(f.getKey(), sortie.octets(), sortie.sha256()));
      } catch (NoSuchFileException _) {
        // gone
      }
    }
  }
}
