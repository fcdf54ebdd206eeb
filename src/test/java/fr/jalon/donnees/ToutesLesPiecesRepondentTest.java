package fr.jalon.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.DonneesDeLaPersonne.Sort;
import fr.jalon.allocataires.DonneesDeLaPersonne.Table;
import fr.jalon.habilitations.EssaiWeb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No room holds anything about a person without saying what she is told of it and what becomes of it: a table added tomorrow without an answer fails
 * here.
 */
@EssaiWeb
class ToutesLesPiecesRepondentTest {
  @Autowired
  ObjectProvider<DonneesDeLaPersonne> pieces;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;

  private List<Table> tables() {
    return pieces.stream().flatMap(p -> p.tables().stream()).toList();
  }

  @Test
  void chaque_table_qui_parle_d_une_personne_ou_d_un_foyer_a_sa_reponse() {
    Set<String> trouvees = new TreeSet<>(base.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and (
          exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in ('allocataires.personne'::regclass, 'allocataires.foyer'::regclass))
          or exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname ~ '^(personnes?|foyers?)(_|$)' and a.atttypid in ('bigint'::regtype, 'bigint[]'::regtype)))""")
        .query(String.class).list());
    trouvees.addAll(List.of("allocataires.personne", "allocataires.foyer"));
    assertThat(tables()).extracting(Table::nom).as("tables déclarées dans un bean DonneesDeLaPersonne, chacune une fois")
        .containsExactlyInAnyOrderElementsOf(trouvees);
    assertThat(trouvees).hasSizeGreaterThan(30);
  }

  @Test
  void ce_que_chaque_piece_dit_de_copier_et_de_taire_se_lit_et_s_ecrit_vraiment() {
    for (Table t : tables()) {
      assertThat(t.titre()).as(t.nom()).isNotBlank();
      assertThat(t.sort() == Sort.TAIRE).as(t.nom()).isEqualTo(!t.affectations().isEmpty());
      transaction.executeWithoutResult(etat -> {
        etat.setRollbackOnly();
        parametres("select " + (t.colonnes() == null ? "x.*" : t.colonnes()) + " from " + t.nom() + " x where " + t.dites()).query().listOfRows();
        if (t.contact() != null) {
          base.sql("select max(" + t.contact() + ") from " + t.nom() + " x").query((l, _) -> l.getString(1)).list();
        }
        if (t.sort() != Sort.GARDER) {
          parametres(t.sort() == Sort.EFFACER ? "delete from " + t.nom() + " x where " + t.condition()
              : "update " + t.nom() + " x set " + String.join(", ", t.affectations()) + " where " + t.condition()).update();
        }
      });
    }
  }

  @Test
  void ce_qui_est_dit_d_un_foyer_est_borne_au_temps_ou_la_personne_y_etait() {
    // the number of a foyer she was in is hers; of what happens in it, only her time
    assertThat(tables().stream().filter(t -> t.dites().contains(":foyers"))
        .filter(t -> !t.dites().contains("allocataires.membre m where m.foyer_id = x.foyer_id")).map(Table::nom).toList())
        .containsExactly("allocataires.foyer");
    assertThat(tables().stream().filter(t -> t.dites().equals("false")).map(Table::nom).toList()).containsExactly("allocataires.matricule_a_sceller");
  }

  @Test
  void aucune_table_n_est_lue_en_entier_pour_effacer_cent_personnes() {
    List<String> enEntier = transaction.execute(etat -> {
      etat.setRollbackOnly();
      base.sql("set local enable_seqscan = off").update();
      return tables().stream().filter(t -> t.sort() != Sort.GARDER)
          .filter(t -> base.sql("explain select x.* from " + t.nom() + " x where " + t.condition())
          .param("personnes", new Long[] {1L, 2L}).param("foyers", new Long[] {3L, 4L}).query(String.class).list().stream()
          .anyMatch(l -> l.contains("Seq Scan on " + t.nom().substring(t.nom().indexOf('.') + 1) + " x")))
          .map(Table::nom).toList();
    });
    assertThat(enEntier).as("tables sans index pour leur condition").isEmpty();
  }

  @Test
  void une_colonne_de_texte_libre_ou_d_identite_est_tue_effacee_ou_dite_sans_danger() {
    Map<String, Table> parNom = tables().stream().collect(Collectors.toMap(Table::nom, t -> t));
    List<String> gardees = base.sql("""
        select n.nspname || '.' || c.relname || ' ' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema)'
          and col_description(c.oid, a.attnum) ~ 'RGPD : (identité|NIR|coordonnées|santé|vie personnelle)' and col_description(c.oid, a.attnum) !~ 'identité professionnelle'""").query(String.class).list()
        .stream().filter(ligne -> parNom.containsKey(ligne.split(" ")[0])).filter(ligne -> {
          Table t = parNom.get(ligne.split(" ")[0]);
          return t.sort() != Sort.EFFACER && t.affectations().stream().noneMatch(a -> a.startsWith(ligne.split(" ")[1] + " ="));
        }).sorted().toList();
    assertThat(gardees).as("colonnes personnelles qui restent après la purge").isSubsetOf(ResteApresLaPurge.COLONNES.keySet());
  }

  private JdbcClient.StatementSpec parametres(String sql) {
    return base.sql(sql).param("personnes", new Long[0]).param("foyers", new Long[0]);
  }
}
