package fr.jalon.habilitations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that PostgreSQL holds of somebody, to be compared before and after: every row of every table that names her or her foyer, whoever may read
 * it. The tables are found by their columns and their foreign keys. The journal alone is left out: it says who tried.
 */
@TestComponent
public class Photo {
  private final JdbcClient base;
  private final Map<String, List<String>> conditions = new LinkedHashMap<>();

  Photo(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /** Table by table: how many rows, and a fingerprint of what they hold. */
  public Map<String, String> de(Collection<Voisinage.Voisin> personnes) {
    Map<String, String> photo = new TreeMap<>();
    if (personnes.isEmpty()) {
      return photo;
    }
    tables().forEach((table, siennes) -> photo.put(table,
        base.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from " + table + " t where "
        + String.join(" or ", siennes)).param("personnes", personnes.stream().map(Voisinage.Voisin::id).toArray(Long[]::new))
        .param("foyers", personnes.stream().map(Voisinage.Voisin::foyer).toArray(Long[]::new)).query(String.class).single()));
    return photo;
  }

  /** What changed since: « table: before → after », empty when nothing did. */
  public List<String> changements(Map<String, String> avant, Collection<Voisinage.Voisin> personnes) {
    Map<String, String> apres = de(personnes);
    List<String> changements = new ArrayList<>();
    avant.forEach((table, lignes) -> {
      if (!lignes.equals(apres.get(table))) {
        changements.add(table + " : " + lignes + " → " + apres.get(table));
      }
    });
    return changements;
  }

  /** The tables, each with the ways in which it names somebody. */
  public synchronized Map<String, List<String>> tables() {
    if (conditions.isEmpty()) {
      base.sql("""
          select c.oid::regclass::text as nom, a.attname as colonne, a.atttypid = 'bigint[]'::regtype as plusieurs,
            c.oid = 'allocataires.foyer'::regclass and a.attname = 'id' or a.attname ~ '^foyers?(_|$)' or coalesce(f.confrelid = 'allocataires.foyer'::regclass, false) as foyer
          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] and f.confrelid in ('allocataires.personne'::regclass, 'allocataires.foyer'::regclass)
          where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$)' and c.oid <> 'journal.trace'::regclass
            and (f.oid is not null or a.attname ~ '^(personnes?|foyers?)(_|$)' and a.atttypid in ('bigint'::regtype, 'bigint[]'::regtype)
              or a.attname = 'id' and c.oid in ('allocataires.personne'::regclass, 'allocataires.foyer'::regclass)) order by 1, 2""")
          .query((l, _) -> conditions.computeIfAbsent(l.getString("nom"), _ -> new ArrayList<>()).add("t." + l.getString("colonne")
              + (l.getBoolean("plusieurs") ? " && " : " = any(") + (l.getBoolean("foyer") ? ":foyers::bigint[]" : ":personnes::bigint[]")
              + (l.getBoolean("plusieurs") ? "" : ")"))).list();
    }
    return conditions;
  }
}
