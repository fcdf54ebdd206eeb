package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.EssaiWeb;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was read is kept a year, acts for as long as what they changed; nobody erases sooner. */
@EssaiWeb
class ConservationDuJournalTest {
  @Autowired
  EffacerLesTracesPassees effacer;
  @Autowired
  Journal journal;
  @Autowired
  QuiAConsulte quiAConsulte;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void une_consultation_s_efface_apres_un_an_et_un_acte_reste() {
    LocalDate aujourdhui = LocalDate.of(2030, 6, 1);
    List.of("CONSULTATION", "LISTE", "EXPORT", "CONNEXION", "ORIENTATION", "FUSION").forEach(acte -> {
      noter(acte, "now() - interval '7 months'", "vieux");
      noter(acte, "now() - interval '5 months'", "recent");
    });
    effacer.balayer(aujourdhui);
    assertThat(base.sql("select acte || ' ' || objet from journal.trace where agent = 'conservation' and objet in ('vieux', 'recent') order by 1")
        .query(String.class).list())
        .containsExactly("CONNEXION recent", "CONSULTATION recent", "EXPORT recent", "FUSION recent", "FUSION vieux", "LISTE recent",
        "ORIENTATION recent", "ORIENTATION vieux");
  }

  @Test
  void meme_le_proprietaire_de_la_base_n_efface_ni_un_acte_ni_une_consultation_recente() {
    noter("ORIENTATION", "now() - interval '9 years'", "acte");
    noter("CONSULTATION", "now() - interval '5 months'", "consultation");
    for (String objet : List.of("acte", "consultation")) {
      assertThatThrownBy(() -> base.sql("delete from journal.trace where agent = 'conservation' and objet = ?").param(objet).update())
          .hasMessageContaining("ne s'efface pas");
    }
    assertThatThrownBy(() -> base.sql("update journal.trace set personnes = null where agent = 'conservation'").update())
        .hasMessageContaining("ne se modifie pas");
  }

  @Test
  void un_fichier_de_deux_mille_cinq_cents_personnes_les_nomme_toutes_en_trois_lignes_et_chacune_se_retrouve() {
    List<Long> personnes = LongStream.range(900_000_000L, 900_002_500L).boxed().toList();
    systeme.agir("essai.export", () -> {
      journal.tracer("EXPORT", "Essai", personnes);
      return null;
    });
    assertThat(base.sql("select cardinality(personnes) from journal.trace where agent = 'essai.export' order by id").query(Integer.class).list())
        .containsExactly(1000, 1000, 500);
    for (long p : List.of(900_000_000L, 900_001_000L, 900_002_499L)) {
      assertThat(systeme.<List<QuiAConsulte.Vue>>agir("essai", () -> quiAConsulte.dernieres(p, 10))).hasSize(1);
    }
    assertThat(quiAConsulte.dernieres(900_000_000L, 10)).as("sans la ressource JOURNAL").isEmpty();
    assertThat(transaction.<List<Long>>execute(_ -> base.sql("select journal.traces_sur(900000000)").query(Long.class).list()))
        .as("hors d'une porte d'agent").isEmpty();
  }

  private void noter(String acte, String quand, String objet) {
    base.sql("insert into journal.trace (instant, agent, acte, objet) values (" + quand + ", 'conservation', ?, ?)").params(acte, objet).update();
  }
}
