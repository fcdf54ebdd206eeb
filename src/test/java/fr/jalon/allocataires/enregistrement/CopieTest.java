package fr.jalon.allocataires.enregistrement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.demarrage.PostgresDeTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written about a person is what PostgreSQL holds of her, to the last character and the last cent. */
class CopieTest {
  private static DataSource base;

  @BeforeAll
  static void une_base_vide() {
    base = PostgresDeTest.dataSource(PostgresDeTest.nouvelleBase());
  }

  @Test
  void un_nom_garde_ses_accents_et_ses_signes_et_perd_seulement_ce_que_la_base_ne_sait_pas_garder() throws SQLException {
    List<String> noms = List.of("D’ÂRÇŒUR\tÉpouse\\N", "ligne\r\nsuivante", "", "\\.", "😀 après", "Ż".repeat(9_000),
        "NGUYỄN-\u0000TẤN", "coupé \ud83d");
    Copie copie = new Copie("noms", "id, nom");
    for (int i = 0; i < noms.size(); i++) {
      copie.nombre(i).texte(noms.get(i)).fin();
    }
    copie.nombre(noms.size()).texte(null).fin();
    try (Connection connexion = base.getConnection(); Statement s = connexion.createStatement()) {
      s.execute("create temporary table noms (id bigint, nom text)");
      copie.envoyer(connexion);
      List<String> gardes = new ArrayList<>(noms.subList(0, noms.size() - 2));
      gardes.add("NGUYỄN-TẤN");
      gardes.add("coupé ?");
      gardes.add(null);
      assertThat(colonne(s, "select nom from noms order by id")).isEqualTo(gardes);
    }
  }

  @Test
  void un_montant_une_date_un_instant_et_un_perimetre_sont_ceux_qui_ont_ete_ecrits() throws SQLException {
    List<String> montants = List.of("0", "0.00", "0.01", "-0.05", "635.71", "10000.00", "-123456789.99", "999999999.99", "1200", "1E+3");
    List<LocalDate> jours = List.of(LocalDate.of(1903, 2, 28), LocalDate.of(1999, 12, 31), LocalDate.of(2000, 1, 1), LocalDate.of(2024, 2, 29),
        LocalDate.of(9999, 12, 31));
    OffsetDateTime instant = OffsetDateTime.parse("2026-03-29T03:00:00.123456+02:00");
    OffsetDateTime ancien = OffsetDateTime.parse("1999-12-31T23:59:59.000001Z");
    Copie copie = new Copie("faits", "montant, jour, le, perimetre, sexe, rang, vrai, octets");
    for (String m : montants) {
      copie.montant(new BigDecimal(m)).date(null).instant(null).entiers(null).court(null).entier(null).vrai(false).octets(null).fin();
    }
    jours.forEach(j -> copie.montant(null).date(j).instant(instant).entiers(new Integer[] {7, -1}).court((short) 2).entier(-70_000).vrai(true)
        .octets(new byte[] {0, -1}).fin());
    copie.montant(null).date(LocalDate.MAX).instant(ancien).entiers(new Integer[0]).court((short) -1).entier(0).vrai(true).octets(new byte[0]).fin();
    try (Connection connexion = base.getConnection(); Statement s = connexion.createStatement()) {
      s.execute("set time zone 'UTC'");
      s.execute("create temporary table faits (id int generated always as identity, montant numeric(11,2), jour date, le timestamptz, perimetre int[], sexe smallint,"
          + " rang int, vrai boolean, octets bytea)");
      copie.envoyer(connexion);
      assertThat(colonne(s, "select montant from faits where montant is not null order by id"))
          .containsExactly("0.00", "0.00", "0.01", "-0.05", "635.71", "10000.00", "-123456789.99", "999999999.99", "1200.00", "1000.00");
      assertThat(colonne(s, "select to_char(jour, 'YYYY-MM-DD') from faits where montant is null and isfinite(jour) order by id"))
          .isEqualTo(jours.stream().map(LocalDate::toString).toList());
      assertThat(colonne(s, "select count(*) from faits where jour = 'infinity'")).containsExactly("1");
      assertThat(colonne(s,
          "select distinct concat_ws(' ', le::text, perimetre::text, sexe, rang, vrai, octets::text) from faits where montant is null order by 1"))
          .containsExactly("1999-12-31 23:59:59.000001+00 -1 0 t \\x", "2026-03-29 01:00:00.123456+00 {7,-1} 2 -70000 t \\x00ff");
      assertThat(colonne(s,
          "select count(*) from faits where jour is null and le is null and perimetre is null and sexe is null and rang is null and octets is null"))
          .containsExactly(String.valueOf(montants.size()));
    }
  }

  @Test
  void une_ligne_qui_n_a_pas_la_largeur_de_sa_table_est_refusee_et_la_suivante_s_ecrit() throws SQLException {
    try (Connection connexion = base.getConnection(); Statement s = connexion.createStatement()) {
      s.execute("create temporary table rangs (rang int, nom text)");
      Copie copie = new Copie("rangs", "rang, nom");
      copie.nombre(1).texte("trop large").fin();
      assertThatThrownBy(() -> copie.envoyer(connexion)).isInstanceOf(SQLException.class).hasMessageContaining("binary data format");
      Copie courte = new Copie("rangs", "rang, nom");
      courte.entier(1).fin();
      assertThatThrownBy(() -> courte.envoyer(connexion)).isInstanceOf(SQLException.class).hasMessageContaining("field count is 1, expected 2");
      Copie juste = new Copie("rangs", "rang, nom");
      juste.entier(1).texte("un").fin();
      juste.envoyer(connexion);
      juste.envoyer(connexion);
      juste.entier(2).texte("deux").fin();
      juste.envoyer(connexion);
      assertThat(colonne(s, "select rang || nom from rangs order by 1")).containsExactly("1un", "2deux");
    }
  }

  private static List<String> colonne(Statement s, String requete) throws SQLException {
    List<String> valeurs = new ArrayList<>();
    try (ResultSet l = s.executeQuery(requete)) {
      while (l.next()) {
        valeurs.add(l.getString(1));
      }
    }
    return valeurs;
  }
}
