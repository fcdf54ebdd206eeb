package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disability files counted: Ana's is decided on 20 March, Bea's waits, Carl's was noted by mistake. */
class IndicateursMdphTest extends EssaiDIndicateurs {
  private Peuplement.Personne ana;
  private long dossier;

  @BeforeEach
  void trois_dossiers() {
    for (String fin : new String[] {"2025-01-31", "2025-02-28", "2025-03-31", "2025-12-31", "2026-02-28"}) {
      p.fichier(fin);
    }
    ana = habitante("Ana", 1);
    dossier = dossier(ana, "2025-01-10", "2025-01-20");
    dossier(habitante("Bea", 2), "2025-02-01", null);
    long erreur = dossier(habitante("Carl", 1), "2025-02-01", "2025-02-10");
    chargement.sql("update handicap.dossier set etat = 'ECARTE' where id = ?").param(erreur).update();
    reponse("RQTH", "ACCORDE", "2025-03-20", "2025-03-20", "2025-12-31");
    reponse("AAH", "REFUSE", "2025-03-20", null, null);
    chargement.sql("update handicap.dossier set etat = 'DECIDE', decide_le = '2025-03-20' where id = ?").param(dossier).update();
    p.suivi(ana, null, "SOCIAL", 1, "2025-01-05", null);
    p.perimetres();
  }

  private Peuplement.Personne habitante(String prenom, int territoire) {
    Peuplement.Personne personne = p.personne(prenom, "1985-01-01", 2);
    p.foyer("2024-01-01").droit("2", "2024-01-01", null, "FEMME_SEULE").adresse(territoire, "2024-01-01", null)
        .membre(personne, "DEM", "2024-01-01", null, true, false);
    return personne;
  }

  private long dossier(Peuplement.Personne qui, String propose, String depose) {
    return chargement.sql("""
        insert into handicap.dossier (personne_id, etat, etat_depuis, renouvelle, droits, aide, propose_le, depose_le, cle, ecrit_par, ecrit_le)
        values (?, ?, ?::date, false, '{RQTH,AAH}', 'PROCHE', ?::date, ?::date, gen_random_uuid(), 'essai', now()) returning id""")
        .params(qui.id(), depose == null ? "A_CONSTITUER" : "DEPOSE", propose, propose, depose).query(Long.class).single();
  }

  private void reponse(String droit, String sens, String le, String depuis, String jusquAu) {
    chargement.sql("""
        insert into handicap.reponse (personne_id, dossier_id, droit, sens, sur_recours, decidee_le, depuis, jusqu_au, saisie_par, saisie_le)
        values (?, ?, ?, ?, false, ?::date, ?::date, ?::date, 'essai', now())""").params(ana.id(), dossier, droit, sens, le, depuis, jusquAu).update();
  }

  @Test
  void les_dossiers_se_comptent_commences_deposes_decides_ce_jour_la() {
    assertThat(valeur("MDPH-COMMENCES", "2025-01-31")).isEqualTo("1");
    assertThat(valeur("MDPH-COMMENCES", "2025-03-31")).as("sans celui noté par erreur").isEqualTo("2");
    assertThat(par("MDPH-COMMENCES", "2025-03-31", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "1", "Nord", "1"));
    assertThat(valeur("MDPH-DEPOSES", "2025-03-31")).isEqualTo("1");
    assertThat(valeur("MDPH-DECIDES", "2025-03-19")).isEqualTo("0");
    assertThat(valeur("MDPH-DECIDES", "2025-03-31")).isEqualTo("1");
    assertThat(valeur("MDPH-COMMENCES", "2026-02-28")).as("les douze mois glissent").isEqualTo("0");
  }

  @Test
  void le_delai_va_du_depot_a_la_premiere_reponse_et_chaque_droit_accorde_compte() {
    assertThat(valeur("MDPH-DELAI", "2025-03-19")).isNull();
    assertThat(valeur("MDPH-DELAI", "2025-03-31")).isEqualTo("59");
    assertThat(par("MDPH-DROITS", "2025-03-31", Dimension.valueOf("DROIT_MDPH"))).isEqualTo(Map.of("RQTH", "1"));
  }

  @Test
  void une_personne_suivie_compte_tant_que_sa_rqth_court() {
    assertThat(valeur("MDPH-RQTH", "2025-03-19")).isEqualTo("0");
    assertThat(valeur("MDPH-RQTH", "2025-12-31")).isEqualTo("1");
    assertThat(valeur("MDPH-RQTH", "2026-01-01")).isEqualTo("0");
  }

  @Test
  void qui_n_ouvre_pas_les_dossiers_mdph_lit_le_chiffre_et_personne_derriere() {
    assertThat(par(DIRECTION, null, () -> indicateurs.personnes("MDPH-RQTH", java.time.LocalDate.parse("2025-12-31"), null, null, 1)).personnes())
        .isEmpty();
    assertThat(par(Set.of("DOSSIERS", "INDICATEURS", "HANDICAP"), null,
        () -> indicateurs.personnes("MDPH-RQTH", java.time.LocalDate.parse("2025-12-31"), null, null, 1)).personnes()).hasSize(1);
  }
}
