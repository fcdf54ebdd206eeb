package fr.jalon.maison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the SQL of each room: texts of its Java, its pages, the indicators, and what migrations left in the catalogue (functions, views,
 * policies, triggers, foreign keys, checks and defaults), as it is today. A name counts when it is that of a table, a view or a function there is.
 */
final class SqlDesPieces {
  /** A text block, a text, or a comment: the last is passed over, and keeps its quotes from opening a text. */
  private static final Pattern TEXTES =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"|//[^\\n]*+|/\\*.*?\\*/|'(?:[^'\\\\\\n]|\\\\[^\\n]{1,5})'", Pattern.DOTALL);
  private static final Pattern NOM = Pattern.compile("(?<![\\w.])([a-z]+)\\.(\\w+)");
  /** A table without its schema: what the search_path of its function says. */
  private static final Pattern SANS_SCHEMA = Pattern.compile("(?i)\\b((?:from|join|into|update)\\s+(?:only\\s+)?)(\\w+)\\b(?!\\s*[.(])");
  private static final Pattern ECRITURE =
      Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|copy|truncate(?:\\s+table)?)\\s+(?:only\\s+)?"
      + "((?:\\w+\\.\\w+)(?:\\s*,\\s*\\w+\\.\\w+)*)");
  /**
   * Functions that name tables of every room as data, and the function whose triggers one of them puts: lists to keep, no reading of a room by
   * another.
   */
  private static final Set<String> REGISTRES = Set.of(
      // written again after each migration from the columns there are: nobody names a room in it
      "fonction allocataires.diffuser_perimetre",
      // the passages of the states of each room, checked against their enums by EtatsTest
      "fonction habilitations.permettre_les_passages",
      // what of each table a figure can see, checked against the indicators by ChangementsNotesTest
      "fonction pilotage.suivre_les_tables");
  private static final String NOTE_UN_CHANGEMENT = "pilotage.noter_un_changement";
  private final JdbcClient base;
  private final Set<String> connus;
  private final Set<AccesSql> acces = new TreeSet<>(java.util.Comparator.comparing(AccesSql::toString));

  SqlDesPieces(JdbcClient base) {
    this.base = base;
    this.connus = Set.copyOf(base.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
        union select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace""").query(String.class).list().stream()
        .filter(x -> Niveaux.tous().containsKey(x.substring(0, x.indexOf('.')))).toList());
  }

  Set<AccesSql> acces() throws IOException {
    for (Path f : fichiers("src/main/java/fr/jalon", ".java")) {
      String piece = f.getName(5).toString();
      if (Niveaux.tous().containsKey(piece)) {
        TEXTES.matcher(Files.readString(f)).results().map(SqlDesPieces::texte).forEach(t -> noter(piece, t, f.getFileName().toString()));
      }
    }
    for (Path f : fichiers("src/main/jte", ".jte")) {
      // a page has no room of its own to ask the database for: the folder is that of the room or of a part of it
      String piece = Niveaux.tous().containsKey(f.getName(3).toString()) ? f.getName(3).toString() : "ecran";
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+[a-z]+\\.\\w+").matcher(Files.readString(f)).results()
          .forEach(r -> noter(piece, r.group(), f.getFileName().toString()));
    }
    for (Path f : fichiers("src/main/resources/indicateurs", ".sql")) {
      noter(Niveaux.INDICATEURS, Files.readString(f), f.getFileName().toString());
    }
    catalogue();
    return acces;
  }

  private void catalogue() {
    // the room, what holds the text, the text, the schemas of names that say none
    base.sql("""
        select n.nspname, 'fonction ' || n.nspname || '.' || p.proname, coalesce(p.prosrc, '') || ' ' || coalesce(pg_get_function_sqlbody(p.oid), ''),
          coalesce((select x from unnest(p.proconfig) x where x like 'search_path=%'), '')
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p')
        union all
        select n.nspname, 'vue ' || n.nspname || '.' || c.relname, pg_get_viewdef(c.oid), '' from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm')
        union all
        select schemaname, 'politique ' || policyname || ' de ' || schemaname || '.' || tablename, coalesce(qual, '') || ' ' || coalesce(with_check, ''), '' from pg_policies
        union all
        select n.nspname, 'déclencheur de ' || n.nspname || '.' || c.relname, pg_get_triggerdef(t.oid), '' from pg_trigger t join pg_class c on c.oid = t.tgrelid
          join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal
        union all
        select n.nspname, case k.contype when 'f' then 'clé ' else 'contrainte ' end || 'de ' || n.nspname || '.' || c.relname, pg_get_constraintdef(k.oid), ''
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype in ('f', 'c')
        union all
        select n.nspname, 'défaut de ' || n.nspname || '.' || c.relname, pg_get_expr(d.adbin, d.adrelid), '' from pg_attrdef d join pg_class c on c.oid = d.adrelid
          join pg_namespace n on n.oid = c.relnamespace""").query((l, _) -> List.of(l.getString(1), l.getString(2), l.getString(3), l.getString(4))).list().stream()
        .filter(t -> Niveaux.tous().containsKey(t.get(0)) && !REGISTRES.contains(t.get(1)) && !t.get(2).contains(NOTE_UN_CHANGEMENT))
        .forEach(t -> noter(t.get(0), avecLeurSchema(sql(t.get(1), t.get(2)), t.get(3)), t.get(1)));
  }

  /** Of a trigger or a key, who is called: the events, « after update of … on … », write nothing. */
  private static String sql(String ou, String texte) {
    return ou.startsWith("déclencheur ") ? texte.substring(texte.indexOf("EXECUTE ")) : ou.startsWith("clé ")
        ? texte.replaceAll(" ON (UPDATE|DELETE) .*", "") : texte;
  }

  private String avecLeurSchema(String sql, String chemin) {
    List<String> schemas = List.of(chemin.replaceFirst("search_path=", "").split(",\\s*"));
    return SANS_SCHEMA.matcher(sql).replaceAll(r -> Matcher.quoteReplacement(r.group(1)
        + schemas.stream().map(s -> s + "." + r.group(2)).filter(connus::contains).findFirst().orElse(r.group(2))));
  }

  private void noter(String piece, String sql, String ou) {
    String nu = sql.replaceAll("(?m)(?<=^|\\s)-- .*$", "");
    Set<String> ecrits = ecritures(nu, connus);
    NOM.matcher(nu).results().map(MatchResult::group).filter(connus::contains).filter(x -> !x.startsWith(piece + ".")).distinct()
        // what an agent may see is said by habilitations for every room, whatever its level
        .filter(x -> !ou.startsWith("politique ") || !x.startsWith("habilitations."))
        .forEach(x -> acces.add(new AccesSql(piece, x, ecrits.contains(x), ou)));
  }

  /** What a text writes, among what there is. */
  static Set<String> ecritures(String sql, Set<String> connus) {
    return ECRITURE.matcher(sql).results().flatMap(r -> Stream.of(r.group(1).split("\\s*,\\s*"))).filter(connus::contains)
        .collect(Collectors.toSet());
  }

  private static String texte(MatchResult r) {
    return r.group(1) != null ? r.group(1) : r.group(2) != null ? r.group(2) : "";
  }

  private static List<Path> fichiers(String racine, String fin) throws IOException {
    try (Stream<Path> tous = Files.walk(Path.of(racine))) {
      return tous.filter(p -> p.toString().endsWith(fin)).sorted().toList();
    }
  }
}
