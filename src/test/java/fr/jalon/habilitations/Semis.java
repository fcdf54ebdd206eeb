package fr.jalon.habilitations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row about each neighbour in every table that speaks of a person, made from what the catalogue of PostgreSQL says of its columns: a table added
 * tomorrow is sown too, or the test that asks for it says that it could not be.
 */
@TestComponent
public class Semis {
  /** Columns that say whom a row speaks of, the surest first. */
  private static final List<String> CLES = List.of("personne_id", "foyer_id", "personne_a", "personne_b", "conservee", "absorbee");
  /** What a column does not say alone: a check over two of them, a number without a foreign key, a list that may not be empty, a state. */
  private static final Map<String, Map<String, String>> DITES = Map.ofEntries(
      Map.entry("accompagnement.contact", Map.of("organisation_id", "(select organisation_ids[1] from allocataires.personne where id = %d)")),
      Map.entry("accompagnement.intensif", Map.of("etat", "'EN_COURS'", "sorti_le", "null", "sortie_motif", "null", "sortie_par", "null",
          "accepte_par", "null",
          "accepte_raison", "null")),
      Map.entry("accompagnement.intensif_passage", Map.of("vers", "'EN_COURS'")),
      Map.entry("allocataires.suivi_hors_rsa", Map.of("public", "'JEUNE'")),
      Map.entry("carnet.entree", Map.of("lecteurs", "'{REFERENT,TRAVAILLEUR_SOCIAL,RESPONSABLE,FRANCE_TRAVAIL,PARTENAIRE}'::text[]")),
      Map.entry("carnet.opposition", Map.of("sorte", "'SEMIS'")),
      Map.entry("papiers.papier", Map.of("etat", "'VU'", "vu_le", "date '2025-08-01'", "vu_par", "'semis'")),
      Map.entry("papiers.passage", Map.of("vers", "'VU'")),
      Map.entry("papiers.copie", Map.of("nom", "'semis.pdf'", "contenu_chiffre", "'\\x00'::bytea")),
      Map.entry("engagement.contrat", Map.of("etat", "'A_ELABORER'")),
      Map.entry("engagement.version", Map.of("etat", "'PREPAREE'")),
      Map.entry("engagement.objectif", Map.of("sante", "false")),
      Map.entry("engagement.action", Map.of("sante", "false")),
      Map.entry("engagement.document", Map.of("sante", "false")),
      Map.entry("engagement.signature", Map.of("qui", "'PERSONNE'", "empreinte", "repeat('0', 64)")),
      Map.entry("engagement.code_de_signature", Map.of("code_empreinte", "repeat('0', 64)")),
      Map.entry("engagement.passage", Map.of("vers", "'A_ELABORER'")),
      Map.entry("engagement.adaptation", Map.of("genre", "'ADAPTEE'", "heures", "7.5", "a_revoir_le", "date '2025-12-01'")),
      Map.entry("engagement.raison_d_adaptation", Map.of("preuve", "'DITE'")),
      Map.entry("engagement.heure", Map.of("lundi", "date '2025-08-04'", "minutes", "60", "sante", "false", "source", "'REFERENT'")),
      Map.entry("engagement.semaine", Map.of("lundi", "date '2025-08-04'", "prevues", "900", "faites", "600")),
      Map.entry("handicap.dossier", Map.of("etat", "'PROPOSE'", "droits", "'{RQTH}'::text[]", "decide_le", "date '2025-08-01'", "conteste_le",
          "date '2025-08-02'")),
      Map.entry("handicap.passage", Map.of("vers", "'PROPOSE'")),
      Map.entry("handicap.reponse", Map.of("sens", "'REFUSE'")),
      Map.entry("sorties.sortie", Map.of("etat", "'CONFIRMEE'", "raison", "'EMPLOI'", "fin_le", "null", "fermee_le", "null", "retour_le", "null",
          "heures", "null")),
      Map.entry("sorties.passage", Map.of("vers", "'CONFIRMEE'")),
      Map.entry("sorties.rappel", Map.of("etat", "'PREVU'", "rang", "1", "reponse", "null", "repondu_le", "null", "repondu_par", "null",
          "contrat", "null", "heures", "null")),
      Map.entry("sorties.rappel_passage", Map.of("vers", "'PREVU'")),
      Map.entry("orientation.raison_sans_suivi", Map.of("a_revoir_le", "date '2025-12-01'")),
      Map.entry("orientation.reorientation", Map.of("raisons", "'{DEMENAGEMENT}'::text[]")),
      Map.entry("rendezvous.fait", Map.of("convocation_id", "%d")),
      Map.entry("rendezvous.passage", Map.of("objet_id",
          "(select id from rendezvous.convocation where personne_id = %d limit 1)", "vers", "'CONVOQUEE'")),
      Map.entry("orientation.passage", Map.of("vers", "'EN_ATTENTE'")),
      Map.entry("echanges.livraison", Map.of("prochaine_le", "now() + interval '10 years'")),
      Map.entry("courriers.message", Map.of("modele", "'NOTIFICATION_ORIENTATION'")),
      Map.entry("courriers.passage", Map.of("de", "'A_ENVOYER'", "vers", "'ENVOYE'")),
      Map.entry("echanges.tableur_ligne", Map.of("rang", "%d - 7000000")),
      Map.entry("diagnostic.constat", Map.of("sante", "false")),
      Map.entry("diagnostic.brouillon_global", Map.of("sante", "false")),
      Map.entry("diagnostic.frein", Map.of("sante", "false", "etat", "'OUVERT'")),
      Map.entry("diagnostic.frein_passage", Map.of("vers", "'OUVERT'")),
      Map.entry("diagnostic.action", Map.of("sante", "false", "etat", "'PREVUE'")),
      Map.entry("diagnostic.action_passage", Map.of("vers", "'PREVUE'")));
  private static final Pattern PARMI = Pattern.compile("ARRAY\\['([^']+)'");
  private static final int PREMIER = 20_000_000;
  private final JdbcClient base;
  private final Map<String, List<Colonne>> colonnes = new LinkedHashMap<>();
  private final Map<String, String> cles = new LinkedHashMap<>();
  private final Map<String, String> refus = new TreeMap<>();

  Semis(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /**
   * @param exigee   not null, and nothing fills it
   * @param suite    sequence that numbers the rows, or {@code null}
   * @param liste    the checks of the column, empty when it has none
   * @param vers     table whose {@code cible} it repeats, or {@code null}
   */
  private record Colonne(String nom, String type, boolean exigee, String suite, String liste, String vers, String cible) {}

  /**
   * Sows what is not yet there; once a table holds a row about someone, it is left alone.
   *
   * @throws AssertionError a table that could not be sown, with what PostgreSQL said: whoever looks for leaks would find none there
   */
  public synchronized Semis semer(Collection<Voisinage.Voisin> voisins) {
    if (colonnes.isEmpty()) {
      lire();
    }
    for (int passe = 0; passe < 4; passe++) {
      refus.clear();
      for (Map.Entry<String, String> e : cles.entrySet()) {
        for (Voisinage.Voisin v : voisins) {
          if (!parle(e.getKey(), v)) {
            ajouter(e.getKey(), v);
          }
        }
      }
    }
    if (!refus.isEmpty()) {
      throw new AssertionError("tables où rien n'a pu être semé : " + refus);
    }
    return this;
  }

  /** Tables with a perimeter, and the column that says whom a row speaks of. */
  public Map<String, String> tables() {
    return cles;
  }

  /**
   * Numbers of the rows of that module that speak of these persons.
   *
   * @param module name of a schema
   */
  public Set<String> numeros(String module, Collection<Voisinage.Voisin> personnes) {
    return numeros(personnes).entrySet().stream()
        .filter(e -> e.getKey().startsWith(module + ".") || module.equals("orientation") && e.getKey().startsWith("echeances."))
        .flatMap(e -> e.getValue().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Numbers of the rows that speak of these persons, by table. The journal is read whole by whoever opens it: not its own. */
  public Map<String, Set<String>> numeros(Collection<Voisinage.Voisin> personnes) {
    Map<String, Set<String>> numeros = new LinkedHashMap<>();
    cles.forEach((table, cle) -> {
      if (!table.startsWith("journal.") && colonnes.get(table).stream().anyMatch(c -> c.nom().equals("id"))) {
        numeros.put(table, new LinkedHashSet<>(base.sql("select id::text from " + table + " where " + cle + " in (:qui)")
            .param("qui", qui(cle, personnes)).query(String.class).list()));
      }
    });
    return numeros;
  }

  private static List<Long> qui(String cle, Collection<Voisinage.Voisin> personnes) {
    return personnes.stream().map(v -> cle(cle, v)).distinct().toList();
  }

  private static long cle(String cle, Voisinage.Voisin v) {
    return cle.equals("foyer_id") ? v.foyer() : v.id();
  }

  /** True when that table says something of that person; the tables that speak of two persons have the rows of {@link Voisinage}. */
  public boolean parle(String table, Voisinage.Voisin v) {
    String cle = cles.get(table);
    if (!cle.endsWith("_id")) {
      return base.sql("select exists (select from " + table + ")").query(Boolean.class).single();
    }
    return base.sql("select exists (select from " + table + " where " + cle + " = ?)").param(cle(cle, v)).query(Boolean.class).single();
  }

  /** A row of that table, about that person when she is given. */
  private void ajouter(String table, Voisinage.Voisin v) {
    Map<String, String> valeurs = new LinkedHashMap<>();
    int rang = 0;
    for (Colonne c : colonnes.get(table)) {
      String dite = DITES.getOrDefault(table, Map.of()).get(c.nom());
      if (dite != null) {
        valeurs.put(c.nom(), dite.formatted(v == null ? 0 : v.id()));
      } else if (v != null && CLES.contains(c.nom())) {
        valeurs.put(c.nom(), String.valueOf(cle(c.nom(), v)));
      } else if (v != null && c.nom().equals("territoire_id")) {
        valeurs.put(c.nom(), String.valueOf(v.territoire()));
      } else if (c.exigee()) {
        valeurs.put(c.nom(), c.vers() != null ? repete(c, v) : valeur(c, rang++));
      }
    }
    if (valeurs.containsKey("absorbee")) {
      valeurs.put("absorbee", "(select min(id) from allocataires.personne where id <> " + valeurs.get("absorbee") + ")");
    }
    try {
      base.sql("insert into " + table + " (" + String.join(", ", valeurs.keySet()) + ") values (" + String.join(", ", valeurs.values()) + ")")
          .update();
    } catch (DataAccessException e) {
      refus.put(table, e.getMostSpecificCause().getMessage().lines().limit(2).collect(Collectors.joining(" ")) + " : " + valeurs);
    }
  }

  /** The number of a row of the table meant, about the same person if there is one; the row is made when the table is empty. */
  private String repete(Colonne c, Voisinage.Voisin v) {
    String cle = cles.get(c.vers());
    String ou = v != null && cle != null ? " where " + cle + " = " + cle(cle, v) : "";
    if (base.sql("select not exists (select from " + c.vers() + ou + ")").query(Boolean.class).single() && colonnes.containsKey(c.vers())) {
      ajouter(c.vers(), v);
    }
    return "(select " + c.cible() + " from " + c.vers() + ou + " limit 1)";
  }

  private static String valeur(Colonne c, int rang) {
    Matcher parmi = PARMI.matcher(c.liste());
    String texte = parmi.find() ? parmi.group(1) : switch (c.type()) {
      case "date" -> "2025-08-01";
      case "timestamp with time zone" -> "2025-08-01 09:00";
      case "time without time zone" -> "%02d:00".formatted(8 + rang % 12);
      case "boolean" -> "false";
      case "integer", "bigint", "smallint", "numeric" -> "1";
      case "jsonb", "json" -> "{}";
      case "bytea" -> "\\x00";
      case "uuid" -> java.util.UUID.randomUUID().toString();
      default -> c.type().endsWith("[]") ? "{}" : c.type().startsWith("numeric") ? "1" : "semis";
    };
    return "'" + texte + "'::" + c.type();
  }

  private void lire() {
    base.sql("""
        select n.nspname || '.' || c.relname as table, a.attname as nom, format_type(a.atttypid, a.atttypmod) as type,
          a.attnotnull and not a.atthasdef and a.attidentity = '' as exigee,
          coalesce(pg_get_serial_sequence(a.attrelid::regclass::text, a.attname), substring(pg_get_expr(d.adbin, d.adrelid) from $$nextval.'([^']+)'$$)) as suite,
          coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]), '') as liste,
          f.confrelid::regclass::text as vers, (select attname from pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) as cible
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in (select nspname from pg_namespace where nspowner = current_user::regrole and nspname <> 'public')
        order by 1, a.attnum""").query((l, _) -> colonnes.computeIfAbsent(l.getString("table"), _ -> new ArrayList<>()).add(new Colonne(l.getString("nom"), l.getString("type"),
            l.getBoolean("exigee"), l.getString("suite"), l.getString("liste"), l.getString("vers"), l.getString("cible")))).list();
    Set<String> gardees = new LinkedHashSet<>(base.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and c.relrowsecurity and has_any_column_privilege('jalon_application', c.oid, 'select')""").query(String.class).list());
    colonnes.forEach((table, siennes) -> CLES.stream()
        .filter(cle -> gardees.contains(table) && siennes.stream().anyMatch(c -> c.nom().equals(cle))).findFirst()
        .ifPresent(cle -> cles.put(table, cle)));
    // numbers of one kind are never numbers of another: an address may then name only one thing
    Set<String> suites = new LinkedHashSet<>();
    cles.keySet().forEach(table -> colonnes.get(table).stream().filter(c -> c.nom().equals("id") && c.suite() != null)
        .forEach(c -> suites.add(c.suite())));
    for (String suite : suites) {
      // those of Voisinage are theirs already
      if (base.sql("select last_value < 1000000 from " + suite).query(Boolean.class).single()) {
        base.sql("select setval('" + suite + "', " + (PREMIER + suites.stream().toList().indexOf(suite) * 1_000_000) + ")")
            .query(Long.class).single();
      }
    }
  }
}
