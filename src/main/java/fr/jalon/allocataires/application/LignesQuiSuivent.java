package fr.jalon.allocataires.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.allocataires.SuitLaPersonne.Entrainees;
import fr.jalon.allocataires.SuitLaPersonne.Table;
import fr.jalon.habilitations.RessourcesOuvertes;
import fr.jalon.habilitations.Roles;
import fr.jalon.socle.RefusMetier;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that is kept about a person follows her when two records are found to be one, and comes back when they are not: each table of the
 * catalogue that has a {@code personne_id}, of rooms that do not exist yet too. A room only says its exceptions ({@link SuitLaPersonne}). The
 * rows pass by a function of the owner: whoever merges does not read what is sensitive about them.
 */
@Component
class LignesQuiSuivent {
  private static final String CATALOGUE = """
      select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|public$)' order by 1""";
  private final JdbcClient base;
  private final RessourcesOuvertes ouvertes;
  private final List<String> toutes;
  private final Map<String, Table> exceptions;

  LignesQuiSuivent(JdbcClient base, RessourcesOuvertes ouvertes, Roles roles, ObjectProvider<SuitLaPersonne> pieces) {
    this.base = base;
    this.ouvertes = ouvertes;
    this.toutes = roles.ressources().stream().map(Roles.Ressource::code).toList();
    this.exceptions = pieces.stream().flatMap(p -> p.tables().stream()).collect(Collectors.toMap(Table::nom, t -> t, (a, _) -> {
      throw new IllegalStateException("Deux pièces parlent de la table " + a.nom());
    }, LinkedHashMap::new));
  }

  /**
   * Passes to {@code vers} what is kept about {@code de}; the merge remembers what moved.
   *
   * @throws RefusMetier when a room says that one person cannot have both
   */
  void suivre(long fusion, long de, long vers) {
    exceptions.values().forEach(t -> t.seules().forEach(s -> {
      if (ouvertes.pour(toutes, () -> base.sql("select count(*) from %s x where x.personne_id in (:de, :vers) and (%s)".formatted(t.nom(),
          s.condition())).param("de", de).param("vers", vers).query(Integer.class).single()) > 1) {
        throw s.refus().get();
      }
    }));
    Map<String, List<Long>> passees = new LinkedHashMap<>();
    for (String nom : base.sql(CATALOGUE).query(String.class).list()) {
      Table table = exceptions.getOrDefault(nom, Table.de(nom));
      if (table.reste() == null) {
        List<Long> lignes = passer(nom, de, vers, null, quiRestent(table, de, vers));
        base.sql("insert into allocataires.fusion_suite (fusion_id, suite, lignes) values (?, ?, ?)")
            .params(fusion, nom, lignes.toArray(Long[]::new)).update();
        passees.put(nom, lignes);
      }
    }
    entrainer(passees, de, vers);
    passees.values().removeIf(List::isEmpty);
    dire(passees.keySet(), vers);
  }

  /** Gives back to {@code a} what that merge took from her. @param de the person kept, who has it now */
  void rendre(long fusion, long de, long a) {
    Map<String, List<Long>> rendues = new LinkedHashMap<>();
    base.sql("select suite, lignes from allocataires.fusion_suite where fusion_id = ? and to_regclass(suite) is not null order by suite")
        .param(fusion)
        .query((l, _) -> Map.entry(l.getString(1), nombres(l.getArray(2)))).list()
        .forEach(e -> rendues.put(e.getKey(), passer(e.getKey(), de, a, e.getValue(), List.of())));
    entrainer(rendues, de, a);
    // even when nothing came back: merged, she was seen by those who follow the other
    dire(rendues.keySet(), de, a);
  }

  /** Rows that stay: those the room says, and those that go with the row they are about. */
  private List<Long> quiRestent(Table table, long de, long vers) {
    String conditions = Stream.concat(Stream.of(table.sauf()), exceptions.values().stream().flatMap(t -> t.entrainees().stream())
        .filter(e -> e.table().equals(table.nom())).map(Entrainees::condition)).map(c -> "(" + c + ")").collect(Collectors.joining(" or "));
    // whoever merges reads few rooms: what she does not read must not break the merge
    return conditions.equals("(false)") ? List.of()
        : ouvertes.pour(toutes, () -> base.sql("select x.id from %s x where x.personne_id = :de and (%s)".formatted(table.nom(), conditions))
        .param("de", de).param("vers", vers).query(Long.class).list());
  }

  private void entrainer(Map<String, List<Long>> passees, long de, long vers) {
    passees.forEach((nom, lignes) -> entraineesPar(nom).forEach(e -> passer(e.table(), de, vers, ouvertes.pour(toutes, () -> base.sql("""
        select x.id from %s x where (%s) and x.%s = any(:lignes::bigint[])""".formatted(e.table(), e.condition(), e.par()))
        .param("lignes", tableau(lignes)).query(Long.class).list()), List.of())));
  }

  private List<Entrainees> entraineesPar(String nom) {
    return exceptions.containsKey(nom) ? exceptions.get(nom).entrainees() : List.of();
  }

  private void dire(Collection<String> tables, long... personnes) {
    tables.stream().filter(exceptions::containsKey).forEach(t -> exceptions.get(t).puis().accept(personnes));
  }

  /** @param lignes {@code null} for all of hers. @return those that passed */
  private List<Long> passer(String nom, long de, long vers, List<Long> lignes, List<Long> restent) {
    return base.sql("select allocataires.faire_suivre(:nom::regclass, :de, :vers, :lignes::bigint[], :restent::bigint[])")
        .param("nom", nom).param("de", de)
        .param("vers", vers).param("lignes", lignes == null ? null : tableau(lignes)).param("restent", tableau(restent))
        .query((l, _) -> nombres(l.getArray(1))).single();
  }

  private static long[] tableau(List<Long> lignes) {
    return lignes.stream().mapToLong(Long::longValue).toArray();
  }

  private static List<Long> nombres(Array tableau) throws SQLException {
    return List.of((Long[]) tableau.getArray());
  }
}
