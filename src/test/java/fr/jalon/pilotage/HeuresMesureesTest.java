package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours counted: Ana's plan holds fifteen, Bea's fewer without a reason, Carl's is adapted; Dan has no contract. Weeks of August 2025. */
class HeuresMesureesTest extends EssaiDIndicateurs {
  @BeforeEach
  void quatre_personnes_et_leurs_semaines() {
    p.fichier("2025-07-31");
    p.fichier("2025-08-31");
    for (String prenom : new String[] {"Ana", "Bea", "Carl", "Dan"}) {
      Peuplement.Personne qui = p.personne(prenom, "1985-01-01", 2);
      p.foyer("2024-01-01").droit("2", "2024-01-01", null, "FEMME_SEULE").adresse(1, "2024-01-01", null)
          .membre(qui, "DEM", "2024-01-01", null, true, false);
      p.suivi(qui, null, "SOCIAL", 1, "2025-01-05", null);
      switch (prenom) {
        case "Ana" -> semaines(qui, 900, 900, 900, "QUINZE");
        case "Bea" -> semaines(qui, 900, 600, 300, "SOUS_QUINZE");
        case "Carl" -> semaines(qui, 420, 420, 480, "ADAPTEE");
        default -> semaines(qui, null, 0, 60, "SANS_CONTRAT");
      }
    }
    p.perimetres();
  }

  private void semaines(Peuplement.Personne qui, Integer cible, int prevues, int faites, String situation) {
    chargement.sql("""
        insert into engagement.semaine (personne_id, lundi, cible, prevues, faites, situation, close_le)
        select ?, date '2025-08-25' - 7 * n, ?::int, ?, ?, ?, now() from generate_series(0, 8) n""")
        .params(qui.id(), cible, prevues, faites, situation).update();
    chargement.sql("""
        insert into engagement.heure (personne_id, lundi, activite, minutes, sante, source, saisie_par, saisie_le, annulee_le, annulee_par)
        values (?, '2025-08-18', 'DEMARCHES', 90, false, 'REFERENT', 'essai', now(), null, null),
          (?, '2025-08-18', 'RECHERCHE', 60, false, 'REFERENT', 'essai', now(), now(), 'essai'),
          (?, '2025-07-21', 'DEMARCHES', 30, false, 'REFERENT', 'essai', now(), null, null)""").params(qui.id(), qui.id(), qui.id()).update();
  }

  @Test
  void les_heures_prevues_et_faites_se_comptent_par_personne_et_par_semaine_du_mois() {
    assertThat(valeur("HEU-PREVUES", "2025-08-31")).as("(15 + 10 + 7) / 3, sans contrat à part").isEqualTo("10.67");
    assertThat(valeur("HEU-FAITES", "2025-08-31")).as("(15 + 5 + 8) / 3").isEqualTo("9.33");
    assertThat(valeur("HEU-QUINZE-FAITES", "2025-08-31")).isEqualTo("66.7");
    assertThat(ensemble("HEU-QUINZE-FAITES", "2025-08-31").denominateur().intValue()).as("cinq dimanches en août, trois personnes").isEqualTo(15);
    assertThat(prenoms("HEU-QUINZE-FAITES", "2025-08-31")).contains("Ana", "Bea", "Carl").doesNotContain("Dan");
  }

  @Test
  void les_plans_de_la_derniere_semaine_finie_se_comptent_par_personne() {
    assertThat(par("HEU-PLANS", "2025-08-31", Dimension.valueOf("PLAN_D_HEURES")))
        .isEqualTo(Map.of("QUINZE", "1", "SOUS_QUINZE", "1", "ADAPTEE", "1", "SANS_CONTRAT", "1"));
    assertThat(valeur("HEU-PLANS", "2025-08-28")).as("la dernière finie, un jeudi").isEqualTo("4");
    assertThat(valeur("HEU-SANS-RAISON", "2025-08-31")).isEqualTo("33.3");
  }

  @Test
  void les_heures_notees_se_comptent_par_activite_une_corrigee_une_fois() {
    assertThat(par("HEU-ACTIVITES", "2025-08-31", Dimension.valueOf("ACTIVITE"))).isEqualTo(Map.of("DEMARCHES", "6"));
    assertThat(valeur("HEU-ACTIVITES", "2025-07-31")).isEqualTo("2");
  }
}
