package fr.jalon.personnages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The perimeters written on rows, read from the catalogue of PostgreSQL: no room is forgotten. */
public class Perimetres {
  private final JdbcClient base;

  /** @param base of the owner: every row is counted */
  public Perimetres(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /**
   * Tables that bear a perimeter.
   *
   * @param cle {@code personne_id}; {@code foyer_id} for those of a foyer and of no person; {@code null} for all
   */
  public List<String> tables(String cle) {
    return base.sql("""
        select c.oid::regclass::text from pg_class c
        where c.relkind = 'r' and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('territoire_id', 'organisation_ids') and not a.attisdropped)
          and (:cle::text is null or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = :cle and not a.attisdropped))
          and (:cle::text is distinct from 'foyer_id' or c.oid::regclass::text <> 'allocataires.foyer'
            and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped))""").param("cle", cle).query(String.class).list();
  }

  /** Rows whose perimeter is not that of their person, or of their foyer, by table; empty when all is well. */
  public List<String> lignesDAilleurs() {
    List<String> ailleurs = new ArrayList<>();
    compter("personne_id", "allocataires.personne", ailleurs);
    compter("foyer_id", "allocataires.foyer", ailleurs);
    return ailleurs;
  }

  private void compter(String cle, String source, List<String> ailleurs) {
    for (String table : tables(cle)) {
      long n = base.sql("select count(*) from " + table + " x join " + source + " p on p.id = x." + cle
          + " where (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids)").query(Long.class).single();
      if (n > 0) {
        ailleurs.add(table + " : " + n);
      }
    }
  }
}
