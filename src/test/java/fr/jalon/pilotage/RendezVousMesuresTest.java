package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did not come to the informations collectives, and how soon new entrants are convoked. */
class RendezVousMesuresTest extends EssaiDIndicateurs {

  @BeforeEach
  void un_fichier() {
    p.fichier("2025-01-31");
  }

  @Test
  void la_part_des_absences_compte_les_presentes_les_excusees_et_les_absentes() {
    long mars = session("2025-03-04");
    convoquer("Ana", mars, "ABSENTE", "2025-02-20", false);
    convoquer("Bea", mars, "PRESENTE", "2025-02-20", false);
    convoquer("Cloé", mars, "EXCUSEE", "2025-02-20", false);
    convoquer("Dora", mars, "DECLINEE", "2025-02-20", false);
    convoquer("Eve", mars, "PRESENTE", "2025-02-20", true);
    assertThat(ensemble("ORI-ABSENCES", "2025-03-31"))
        .extracting(v -> v.numerateur().intValue(), v -> v.denominateur().intValue()).containsExactly(1, 3);
    assertThat(prenoms("ORI-ABSENCES", "2025-03-31")).startsWith("Ana").containsExactlyInAnyOrder("Ana", "Bea", "Cloé");
  }

  @Test
  void a_une_date_d_avant_la_session_rien_n_est_compte_et_par_session_chacune_a_sa_part() {
    convoquer("Ana", session("2025-03-04"), "ABSENTE", "2025-02-20", false);
    convoquer("Bea", session("2025-03-11"), "PRESENTE", "2025-02-20", false);
    assertThat(valeur("ORI-ABSENCES", "2025-03-03")).isNull();
    assertThat(valeur("ORI-ABSENCES", "2025-03-04")).isEqualTo("100");
    assertThat(valeur("ORI-ABSENCES", "2025-03-11")).isEqualTo("50");
    assertThat(par("ORI-ABSENCES", "2025-03-31", Dimension.valueOf("SESSION"))).containsExactly(entry("2025-03-04 Salle", "100"));
    assertThat(valeur("ORI-ABSENCES", "2026-03-10")).as("douze mois plus tard, la première session est sortie").isEqualTo("0");
  }

  @Test
  void recu_le_1er_mars_convoque_le_15_est_dans_les_quinze_jours_convoque_le_16_non() {
    var ana = p.personne("Ana");
    p.foyer("2025-01-01").entree(ana, "2025-02-28", "2025-03-01");
    convoquer(ana, session("2025-04-01"), "CONVOQUEE", "2025-03-15", false);
    assertThat(valeur("ORI-CONVOCATION-15J", "2025-03-31")).isEqualTo("100");
    var bea = p.personne("Bea");
    p.foyer("2025-01-01").entree(bea, "2025-02-28", "2025-03-01");
    convoquer(bea, session("2025-04-08"), "CONVOQUEE", "2025-03-16", false);
    assertThat(valeur("ORI-CONVOCATION-15J", "2025-03-31")).isEqualTo("50");
  }

  @Test
  void qui_n_est_pas_convoque_compte_contre_apres_quinze_jours_et_la_liste_d_attente_n_est_pas_une_convocation() {
    var ana = p.personne("Ana");
    p.foyer("2025-01-01").entree(ana, "2025-02-28", "2025-03-01");
    convoquer(ana, session("2025-04-01"), "EN_ATTENTE", "2025-03-05", false);
    assertThat(valeur("ORI-CONVOCATION-15J", "2025-03-15")).isNull();
    assertThat(valeur("ORI-CONVOCATION-15J", "2025-03-16")).isEqualTo("0");
  }

  private long session(String jour) {
    return p.session(jour);
  }

  private void convoquer(String prenom, long session, String etat, String le, boolean horsListe) {
    p.convoquer(p.personne(prenom), session, etat, le, horsListe);
  }

  private void convoquer(Peuplement.Personne personne, long session, String etat, String le, boolean horsListe) {
    p.convoquer(personne, session, etat, le, horsListe);
  }
}
