package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What protects a table about a person is what {@code habilitations.proteger} makes of one line, and nothing else. */
@EssaiWeb
class ProtectionTest {
  /**
   * Tables that bear a perimeter and are protected by hand, with the reason. One more fails the test until it goes through the routine or says why
   * not.
   */
  private static final Map<String, String> A_LA_MAIN = Map.of(
      "allocataires.personne", "la source ; le NIR ne se lit pas",
      "allocataires.foyer", "la source",
      "allocataires.doublon", "parle de deux personnes : aucune des deux colonnes n'est celle qu'une fusion ou un déménagement fait suivre",
      "allocataires.fusion", "parle de deux personnes, et ne bouge pas avec elles : elle dit ce qui a été réuni",
      "echeances.histoire", "suit son échéance, qu'un déclencheur écrit : elle n'a pas de colonne qui dise la personne");
  private static final List<String> ACTES = List.of("ajout", "changement", "lecture");
  private static final String CE_QUI_PROTEGE = """
      select 'sécurité par ligne : ' || c.relrowsecurity from pg_class c where c.oid = :t::regclass
      union all select concat_ws(' ', 'politique', p.polname, p.polcmd, p.polroles::regrole[]::text, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        from pg_policy p where p.polrelid = :t::regclass
      union all select concat_ws(' ', 'droit', a.attname, d.droit) from pg_attribute a cross join unnest(array['select', 'insert', 'update', 'references']) d(droit)
        where a.attrelid = :t::regclass and a.attnum > 0 and not a.attisdropped and has_column_privilege('jalon_application', a.attrelid, a.attnum, d.droit)
      union all select 'droit ' || d.droit from unnest(array['delete', 'truncate', 'trigger']) d(droit) where has_table_privilege('jalon_application', :t::regclass, d.droit)
      union all select pg_get_triggerdef(g.oid) from pg_trigger g where g.tgrelid = :t::regclass and g.tgname = 'a_perimetre_recopie'
      union all select concat_ws(' ', a.attname, col_description(a.attrelid, a.attnum)) from pg_attribute a where a.attrelid = :t::regclass and a.attnum > 0
        and not a.attisdropped
      union all select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = :t::regclass order by 1""";
  @Autowired
  Voisinage voisinage;
  @Autowired
  Roles roles;
  @Autowired
  @Qualifier("chargement")
  JdbcClient proprietaire;
  @Autowired
  @Qualifier("chargement")
  TransactionTemplate transaction;

  @BeforeEach
  void installer() {
    voisinage.installer();
  }

  @Test
  void toute_table_qui_repete_le_perimetre_est_protegee_en_une_ligne_ou_dit_pourquoi_elle_ne_l_est_pas() {
    TreeSet<String> voulues = new TreeSet<>(protegees());
    assertThat(voulues).hasSizeGreaterThan(25).doesNotContainAnyElementsOf(A_LA_MAIN.keySet());
    voulues.addAll(A_LA_MAIN.keySet());
    assertThat(new TreeSet<>(proprietaire.sql("""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|public$)' and (select count(*) from pg_attribute a where a.attrelid = c.oid
          and a.attname in ('territoire_id', 'organisation_ids') and not a.attisdropped) = 2""").query(String.class).list())).isEqualTo(voulues);
  }

  @Test
  void ce_qui_protege_chaque_table_est_ce_que_la_routine_en_ferait_aujourd_hui() {
    for (String table : protegees()) {
      List<String> ici = protection(table);
      assertThat(annuler(() -> {
        proprietaire.sql("select habilitations.poser_la_protection(:t::regclass)").param("t", table).query((_, _) -> 0).list();
        return protection(table);
      })).as(table).isEqualTo(ici);
      // what a restrictive policy adds by hand only takes away
      assertThat(proprietaire.sql("select polname from pg_policy where polrelid = :t::regclass and polpermissive").param("t", table)
          .query(String.class).list()).as(table)
          .contains("lecture").isSubsetOf(ACTES);
    }
  }

  /** The place repeated on a pair is that of the day it was written: it would mislead whoever sees a part of the Département only. */
  @Test
  void qui_tranche_les_doublons_voit_tout_le_departement() {
    assertThat(roles.tous().stream().filter(r -> r.ressources().contains("DOUBLONS"))).isNotEmpty()
        .allSatisfy(r -> assertThat(r.etendue()).as(r.code()).isEqualTo(Roles.Etendue.DEPARTEMENT));
  }

  @Test
  void qui_demande_une_reorientation_ne_la_decide_pas_et_qui_oriente_ne_la_demande_pas() {
    Voisinage.Voisin bruno = voisinage.voisin("FUITEBRAVO");
    annuler(() -> {
      long suivi = proprietaire.sql("select id from orientation.suivi where personne_id = ? and etat <> 'CLOS'").param(bruno.id())
          .query(Long.class).single();
      proprietaire.sql("delete from orientation.reorientation where personne_id = ?").param(bruno.id()).update();
      devenir(voisinage.nord(), "DOSSIERS,REORIENTATIONS");
      long demande = demander(bruno, suivi).query(Long.class).single();
      assertThat(proprietaire.sql("select territoire_id from orientation.reorientation where id = ?").param(demande).query(Integer.class).single())
          .isEqualTo(voisinage.nord());
      proprietaire.sql("savepoint avant").update();
      assertThatThrownBy(() -> proprietaire.sql("update orientation.reorientation set etat = 'REFUSEE', raison_decision = 'essai' where id = ?")
          .param(demande).update())
          .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("row-level security");
      proprietaire.sql("rollback to savepoint avant").update();
      devenir(voisinage.nord(), "DOSSIERS,ORIENTATIONS");
      assertThat(proprietaire.sql("update orientation.reorientation set etat = 'REFUSEE', raison_decision = 'essai' where id = ?")
          .param(demande).update()).isOne();
      devenir(voisinage.nord(), "DOSSIERS,REORIENTATIONS");
      assertThat(proprietaire.sql("update orientation.reorientation set raison_decision = 'autre' where id = ?").param(demande).update())
          .as("décidée, elle n'est plus à qui demande").isZero();
      devenir(voisinage.nord(), "DOSSIERS,ORIENTATIONS");
      assertThatThrownBy(() -> demander(bruno, suivi).query(Long.class).single()).isInstanceOf(DataAccessException.class).rootCause()
          .hasMessageContaining("row-level security");
      return null;
    });
  }

  private JdbcClient.StatementSpec demander(Voisinage.Voisin v, long suivi) {
    return proprietaire.sql("""
        insert into orientation.reorientation (personne_id, suivi_id, origine, raisons, demandee_le, demandee_par, etat_depuis, saisie_le)
        values (?, ?, 'PERSONNE', '{essai}', current_date, 'essai', current_date, now()) returning id""").params(v.id(), suivi);
  }

  @Test
  void une_ligne_suffit_pour_une_table_d_une_piece_a_venir() {
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    Voisinage.Voisin bruno = voisinage.voisin("FUITEBRAVO");
    annuler(() -> {
      proprietaire.sql("create table orientation.piece_a_venir (id bigint generated always as identity primary key, personne_id bigint not null references allocataires.personne, mot text)").update();
      proprietaire.sql("insert into orientation.piece_a_venir (personne_id, mot) values (?, 'avant')").param(agathe.id()).update();
      proprietaire.sql("select habilitations.proteger('orientation.piece_a_venir', 'DIAGNOSTICS', ecrit => '{RENDEZ_VOUS}', change => '{mot}')")
          .query((_, _) -> 0).list();
      // nobody said whose territory: the owner neither
      proprietaire.sql("insert into orientation.piece_a_venir (personne_id, mot) values (?, 'ailleurs')").param(bruno.id()).update();
      assertThat(proprietaire.sql("select territoire_id from orientation.piece_a_venir order by id").query(Integer.class).list())
          .containsExactly(voisinage.centre(), voisinage.nord());
      assertThat(protection("orientation.piece_a_venir"))
          .contains("personne_id La personne, celle conservée après fusion. RGPD : aucune", "id Numéro interne. RGPD : aucune",
          "CREATE INDEX piece_a_venir_personne ON orientation.piece_a_venir USING btree (personne_id)", "droit mot update")
              .doesNotContain("droit personne_id update", "droit delete");

      devenir(voisinage.centre(), "DOSSIERS");
      assertThat(lues()).as("la ressource manque").isEmpty();
      devenir(voisinage.centre(), "DOSSIERS,DIAGNOSTICS");
      assertThat(lues()).containsExactly("avant");
      assertThat(proprietaire.sql("update orientation.piece_a_venir set mot = 'changé'").update()).as("lire n'est pas écrire").isZero();
      devenir(voisinage.centre(), "DOSSIERS,DIAGNOSTICS,RENDEZ_VOUS");
      proprietaire.sql("insert into orientation.piece_a_venir (personne_id, mot) values (?, 'après')").param(agathe.id()).update();
      assertThat(proprietaire.sql("update orientation.piece_a_venir set mot = mot || ' relu'").update()).isEqualTo(2);
      assertThat(lues()).containsExactly("avant relu", "après relu");
      assertThatThrownBy(() -> proprietaire.sql("insert into orientation.piece_a_venir (personne_id, mot) values (?, 'pas le sien')")
          .param(bruno.id()).update())
          .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("périmètre");
      return null;
    });
  }

  @Test
  void personne_ne_suit_une_fusion_qui_n_existe_pas_ou_hors_de_son_perimetre() {
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    Voisinage.Voisin bruno = voisinage.voisin("FUITEBRAVO");
    for (boolean reunies : List.of(false, true)) {
      assertThatThrownBy(() -> annuler(() -> {
        if (reunies) {
          proprietaire.sql("insert into allocataires.fusion (conservee, absorbee, motif, faite_par, faite_le) values (?, ?, 'essai', 'essai', now())")
              .params(agathe.id(), bruno.id()).update();
        }
        devenir(voisinage.centre(), "DOSSIERS,DOUBLONS");
        return proprietaire.sql("select allocataires.faire_suivre('orientation.entree', ?, ?, null, '{}')").params(bruno.id(), agathe.id())
            .query((_, _) -> 0).list();
      })).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("ne sont pas réunies");
    }
  }

  private List<String> lues() {
    return proprietaire.sql("select mot from orientation.piece_a_venir order by id").query(String.class).list();
  }

  /** The rest of the transaction is an agent's. */
  private void devenir(int territoire, String ressources) {
    proprietaire.sql("reset role").update();
    proprietaire.sql("select set_config('jalon.agent', 'essai', true), set_config('jalon.partout', '', true), set_config('jalon.territoires', ?, true), set_config('jalon.ressources', ?, true)")
        .params("{" + territoire + "}", ressources).query().singleRow();
    proprietaire.sql("set local role jalon_application").update();
  }

  private List<String> protegees() {
    return proprietaire.sql("select quoi from habilitations.protection order by 1").query(String.class).list();
  }

  private List<String> protection(String table) {
    return proprietaire.sql(CE_QUI_PROTEGE).param("t", table).query(String.class).list();
  }

  private <T> T annuler(Supplier<T> acte) {
    return transaction.execute(etat -> {
      etat.setRollbackOnly();
      return acte.get();
    });
  }
}
