package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever a figure reads, its table says when it changes: PostgreSQL itself is asked which columns each indicator reads. */
class ChangementsNotesTest extends EssaiDIndicateurs {
  /** What changes without being noted, and why no figure of the past is another. */
  private static final Map<String, String> AUTREMENT = Map.of(
      "orientation.suivi.referent_id", "each change of référent is a row of changement_de_referent, which says who it was before");

  /** What the functions that find a place say beside it (R__place_des_personnes.sql), for screens and files: no figure shows it, nor counts by it. */
  private static final Set<String> DITES_A_COTE = Set.of("allocataires.membre.personne_origine_id", "allocataires.membre.connu_le",
      "allocataires.membre.jusqua_connu_le",
      "allocataires.membre.activite", "allocataires.membre.activite_depuis", "allocataires.membre.enceinte", "allocataires.droit.connu_le",
      "allocataires.droit.jusqua_connu_le",
      "allocataires.droit.suspendu_depuis", "allocataires.droit.fin_le", "allocataires.droit.motif_suspension", "allocataires.droit.motif_fin",
      "allocataires.droit.motif_refus",
      "allocataires.droit.arrivee_le", "allocataires.droit.sans_domicile", "allocataires.droit.adultes", "allocataires.droit.enfants",
      "allocataires.foyer.territoire_id",
      "allocataires.adresse.lignes", "allocataires.adresse.code_postal", "allocataires.adresse.commune", "allocataires.adresse.nom_commune",
      "allocataires.adresse.connu_le");

  @Autowired
  @Qualifier("chargement")
  PlatformTransactionManager transactions;

  /** A column that an indicator reads. */
  private record Colonne(String table, String nom) {}

  @Test
  void chaque_colonne_que_lit_un_indicateur_est_de_celles_dont_le_changement_est_note() {
    Map<String, String> notes = new java.util.HashMap<>();
    chargement.sql("""
        select n.nspname || '.' || c.relname as lieu, encode(t.tgargs, 'escape') as faits from pg_trigger t
        join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where t.tgname = 'note_changement'""")
        .query((l, _) -> notes.put(l.getString("lieu"), l.getString("faits"))).list();
    List<String> oublies = new ArrayList<>();
    for (Indicateur indicateur : catalogue.tous()) {
      List<Colonne> lues = new ArrayList<>(lues(texte(indicateur)));
      fonctions(indicateur).forEach(corps -> lues(corps).stream().filter(c -> !DITES_A_COTE.contains(c.table() + "." + c.nom())).forEach(lues::add));
      for (Colonne c : lues) {
        String faits = notes.getOrDefault(c.table(), "");
        if (!faits.matches("(?s).*\\bl\\." + c.nom() + "\\b.*") && !AUTREMENT.containsKey(c.table() + "." + c.nom())) {
          oublies.add(indicateur.code() + " lit " + c.table() + "." + c.nom());
        }
      }
    }
    assertThat(oublies).as("à nommer dans R__chiffres_tenus.sql").isEmpty();
  }

  @Test
  void ce_que_lit_une_fonction_ou_une_vue_est_nomme_dans_l_indicateur_qui_s_en_sert() {
    Set<String> tables = Set.copyOf(chargement.sql("""
        select n.nspname || '.' || c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where t.tgname = 'note_changement'""").query(String.class).list());
    assertThat(tables).contains("orientation.suivi");
    for (Indicateur indicateur : catalogue.tous()) {
      String sql = texte(indicateur);
      chargement.sql("""
          select n.nspname || '.' || p.proname as nom, p.prosrc as corps from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where strpos(:sql, n.nspname || '.' || p.proname || '(') > 0
          union all select schemaname || '.' || viewname, definition from pg_views
          where schemaname not in ('pg_catalog', 'information_schema') and strpos(:sql, schemaname || '.' || viewname || ' ') > 0""").param("sql", sql).query((l, _) -> Map.entry(l.getString("nom"), l.getString("corps"))).list()
          .forEach(f -> assertThat(tables.stream().filter(f.getValue()::contains)).as("%s, par %s", indicateur.code(), f.getKey())
          .allMatch(sql::contains));
    }
  }

  /** The queries of the functions that an indicator calls, their values written in them. */
  private List<String> fonctions(Indicateur indicateur) {
    return chargement.sql("""
        select p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
        where n.nspname = 'allocataires' and l.lanname = 'sql' and p.proretset and strpos(?, n.nspname || '.' || p.proname || '(') > 0""").param(texte(indicateur)).query(String.class).list()
        .stream().map(corps -> corps.replaceAll("\\bau\\b", "date '2025-06-30'").replaceAll("\\bconnu\\b", "null::timestamptz")
        .replaceAll("\\bpersonnes\\b", "'{1}'::bigint[]")
            .replaceAll("= foyer\\b", "= 1")).toList();
  }

  private List<Colonne> lues(String requete) {
    return new TransactionTemplate(transactions).execute(transaction -> {
      transaction.setRollbackOnly();
      chargement.sql("create temporary view lue as select * from (" + requete + ") toutes").update();
      // a view reads in its turn: what it reads counts, and not itself
      return chargement.sql("""
          with recursive dite as (select table_schema, table_name, column_name from information_schema.view_column_usage where view_name = 'lue'
            union select u.table_schema, u.table_name, u.column_name from dite d join information_schema.view_column_usage u
              on u.view_schema = d.table_schema and u.view_name = d.table_name)
          select table_schema || '.' || table_name as lieu, column_name from dite d
          where not exists (select from information_schema.views v where v.table_schema = d.table_schema and v.table_name = d.table_name)""")
          .query((l, _) -> new Colonne(l.getString("lieu"), l.getString("column_name"))).list();
    });
  }

  /** The whole query, its values written in it. */
  private String texte(Indicateur indicateur) {
    String sql = (indicateur.commun() == null ? "" : "with " + indicateur.commun() + " as (" + catalogue.commun(indicateur.commun()) + ")\n")
        + "select * from (" + indicateur.sql() + ") l";
    for (String parametre : indicateur.parametres().keySet()) {
      sql = sql.replace(":" + parametre, "15");
    }
    return sql.replaceAll(":(au|debut_mois|premier_mois)\\b", "date '2025-06-30'").replace(":fuseau", "'Europe/Paris'")
        .replaceAll("(?m)^\\s*--.*$", "");
  }
}
