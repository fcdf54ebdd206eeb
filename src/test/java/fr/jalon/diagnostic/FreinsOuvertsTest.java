package fr.jalon.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.FreinsOuverts.EnBref;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Since when nothing is done about Ana's freins. Today is 20 October 2025. */
@EssaiArdeche
class FreinsOuvertsTest {
  private static int essai;
  @Autowired
  FreinsOuverts freins;
  @Autowired
  Dossiers dossiers;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long ana;

  @BeforeEach
  void ana_est_suivie() {
    ana = dossiers.entrante("FREINSOUVERTS" + essai++, 1, LocalDate.of(2025, 8, 4)).id();
  }

  @Test
  void un_frein_ouvert_hier_n_attend_que_depuis_hier_quelle_que_soit_la_fin_de_la_derniere_action() {
    action("FAITE", "2024-10-01");
    frein("2025-10-19");
    assertThat(lu()).isEqualTo(new EnBref(ana, 1, LocalDate.of(2025, 10, 19)));
  }

  @Test
  void rouvert_la_semaine_derniere_il_ne_compte_pas_depuis_la_premiere_fois() {
    long frein = frein("2023-02-01");
    passage(frein, "OUVERT", "LEVE", "2023-09-01");
    passage(frein, "LEVE", "OUVERT", "2025-10-13");
    assertThat(lu().sansActionDepuis()).isEqualTo("2025-10-13");
    passage(frein, "OUVERT", "LEVE_EN_PARTIE", "2025-10-15");
    passage(frein, "LEVE_EN_PARTIE", "OUVERT", "2025-10-16");
    assertThat(lu().sansActionDepuis()).as("il n'a pas cessé d'être là").isEqualTo("2025-10-13");
  }

  @Test
  void une_action_finie_depuis_compte_et_une_action_prevue_repond() {
    frein("2025-01-06");
    frein("2025-03-03");
    assertThat(lu()).isEqualTo(new EnBref(ana, 2, LocalDate.of(2025, 1, 6)));
    action("ABANDONNEE", "2025-06-02");
    assertThat(lu().sansActionDepuis()).isEqualTo("2025-06-02");
    action("PREVUE", "2025-10-01");
    assertThat(lu().sansActionDepuis()).isNull();
  }

  private EnBref lu() {
    return systeme.agir("essai", () -> freins.de(List.of(ana))).get(ana);
  }

  private long frein(String le) {
    long id =
        base.sql("insert into diagnostic.frein (personne_id, theme, sante, etat, etat_depuis) values (?, 'MOBILITE', false, 'OUVERT', ?::date) "
            + "returning id")
        .params(ana, le).query(Long.class).single();
    passage(id, null, "OUVERT", le);
    return id;
  }

  private void passage(long frein, String de, String vers, String le) {
    base.sql("insert into diagnostic.frein_passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) values ('FREIN', ?, ?, ?, ?, "
        + "?::date, now(), 'essai')")
        .params(frein, ana, de, vers, le).update();
  }

  private void action(String etat, String depuis) {
    base.sql("""
        insert into diagnostic.action (personne_id, theme, sante, code, libelle, avec_qui, etat, etat_depuis, nouvelles_le, cle, saisie_par, saisie_le)
        values (?, 'LOGEMENT', false, 'X', 'Une action', '', 'PREVUE', ?::date, ?::date, gen_random_uuid(), 'essai', now())""")
        .params(ana, depuis, depuis).update();
    if (!etat.equals("PREVUE")) {
      base.sql("update diagnostic.action set etat = ? where personne_id = ? and etat_depuis = ?::date").params(etat, ana, depuis).update();
    }
  }
}
