package fr.jalon.pilotage.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.pilotage.ChiffresTenus;
import fr.jalon.pilotage.DonneesChargees;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The director opens the dashboard after a load: it was computed before she asked. */
@SpringBootTest(properties = {"jalon.premier-compte=false", "jalon.departement=07"})
class PreparerLesChiffresTest {
  /** Queries of one dashboard. */
  private static final int QUESTIONS = 7;

  @Autowired
  PreparerLesChiffres preparer;
  @Autowired
  ComposerTableauDeBord composer;
  @Autowired
  ChiffresTenus tenus;
  @Autowired
  DonneesChargees donnees;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient chargement;

  @Test
  void apres_un_chargement_le_tableau_de_bord_du_dernier_fichier_et_celui_du_mois_d_avant_sont_prets() {
    fichier("2199-01-31");
    fichier("2199-02-28");
    systeme.agir("essai", () -> {
      preparer.preparer(0);
      return null;
    });
    for (String au : new String[] {"2199-02-28", "2199-01-31"}) {
      long avant = tenus.reprises();
      systeme.agir("essai", () -> composer.au(LocalDate.parse(au)));
      assertThat(tenus.reprises() - avant).as("au " + au).isGreaterThanOrEqualTo(QUESTIONS - 1);
    }
  }

  private void fichier(String reference) {
    chargement.sql("""
        insert into echanges.import (fichier, sha256, format, nature, date_reference, recu_le, statut, commence_le, agent)
        values ('essai', :sha, 'VRSB0801', 'MENSUEL', :reference::date, :reference::date, 'CHARGE', now(), 'essai')""")
        .param("sha", "preparer-" + reference).param("reference", reference).update();
  }
}
