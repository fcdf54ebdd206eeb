package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data dictionary is in the database: each table and each column says in French what it holds and its RGPD class. */
@EssaiWeb
class DictionnaireTest {
  private static final String OBJETS = """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname !~ '^(pg_|information_schema|public)' and c.relkind in ('r', 'p', 'v', 'm') """;
  private static final String CLASSES =
      "RGPD : (aucune|identité|NIR|coordonnées|vie personnelle|vie professionnelle|situation économique|santé|identité professionnelle|secret|trace)\\M";
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void chaque_table_et_chaque_colonne_dit_ce_qu_elle_contient_et_sa_classe_rgpd() {
    List<String> muettes = base.sql("select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') " + OBJETS
        + "and coalesce(col_description(c.oid, a.attnum), '') !~ ? order by 1").param(CLASSES).query(String.class).list();
    assertThat(muettes).as("colonnes à commenter : comment on column … is 'Ce que c''est. RGPD : classe'").isEmpty();
    assertThat(base.sql("select distinct n.nspname || '.' || c.relname " + OBJETS + "and coalesce(obj_description(c.oid), '') !~ ? order by 1")
        .param(CLASSES)
        .query(String.class).list()).as("tables à commenter").isEmpty();
  }

  @Test
  void toutes_les_tables_sont_dans_le_schema_d_un_module() {
    assertThat(base.sql("select tablename from pg_tables where schemaname = 'public'").query(String.class).list())
        .containsOnly("flyway_schema_history");
  }
}
