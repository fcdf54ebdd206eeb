package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Exits counted: Ana has a CDI since 10 March, Bea a short CDD since 1 April and is back in the RSA, Carl retired, Dora's was set aside, Elsa stays.
 */
class IndicateursDesSortiesTest extends EssaiDIndicateurs {
  @BeforeEach
  void cinq_personnes() {
    for (String fin : new String[] {"2024-12-31", "2025-02-28", "2025-03-31", "2025-12-31", "2026-12-31"}) {
      p.fichier(fin);
    }
    Peuplement.Personne ana = habitante("Ana", 1);
    p.suivi(ana, null, "SOCIOPROFESSIONNEL", 1, "2025-01-09", null);
    long sienne = sortie(ana, "EMPLOI", "2025-03-10", "DURABLE", "2025-06-01", null);
    rappel(ana, sienne, 1, "2025-09-06", "MEME_EMPLOI");
    rappel(ana, sienne, 2, "2026-03-10", null);
    Peuplement.Personne bea = habitante("Bea", 2);
    long autre = sortie(bea, "EMPLOI", "2025-04-01", "TRANSITION", "2025-06-15", "2025-10-01");
    rappel(bea, autre, 1, "2025-09-28", null);
    sortie(habitante("Carl", 1), "RETRAITE", "2025-05-01", "AUTRE", "2025-05-01", null);
    long erreur = sortie(habitante("Dora", 1), "EMPLOI", "2025-05-01", "DURABLE", null, null);
    chargement.sql("update sorties.sortie set etat = 'ECARTEE' where id = ?").param(erreur).update();
    habitante("Elsa", 1);
    p.perimetres();
  }

  private Peuplement.Personne habitante(String prenom, int territoire) {
    Peuplement.Personne personne = p.personne(prenom, "1985-01-01", 2);
    p.foyer("2024-01-01").droit("2", "2024-01-01", null, "FEMME_SEULE").adresse(territoire, "2024-01-01", null)
        .membre(personne, "DEM", "2024-01-01", null, true, false);
    return personne;
  }

  private long sortie(Peuplement.Personne qui, String raison, String le, String classe, String fermee, String retour) {
    return chargement.sql("""
        insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, fermee_le, retour_le, classe, cle, ecrite_par, ecrite_le)
        values (?, 'CONFIRMEE', ?::date, ?, ?::date, 'PERSONNE', ?::date, ?::date, ?, gen_random_uuid(), 'essai', now()) returning id""")
        .params(qui.id(), le, raison, le, fermee, retour, classe).query(Long.class).single();
  }

  private void rappel(Peuplement.Personne qui, long sortie, int rang, String le, String reponse) {
    chargement.sql("""
        insert into sorties.rappel (personne_id, sortie_id, rang, etat, etat_depuis, prevu_le, reponse, repondu_le, repondu_par)
        values (?, ?, ?, 'PREVU', ?::date, ?::date, ?, ?::date, ?)""").params(qui.id(), sortie, rang, le, le, reponse, reponse == null ? null : le,
        reponse == null ? null : "essai").update();
    chargement.sql("update sorties.rappel set etat = ? where sortie_id = ? and rang = ?").params(reponse == null ? "SANS_REPONSE" : "REPONDU",
        sortie, rang)
        .update();
  }

  @Test
  void les_sorties_se_comptent_par_raison_sans_celle_qui_est_ecartee() {
    assertThat(valeur("SORTIES", "2025-03-09")).isEqualTo("0");
    assertThat(par("SORTIES", "2025-12-31", Dimension.valueOf("RAISON_DE_SORTIE"))).isEqualTo(Map.of("EMPLOI", "2", "RETRAITE", "1"));
    assertThat(par("SORTIES", "2025-12-31", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "2", "Nord", "1"));
    assertThat(valeur("SORTIES", "2026-12-31")).as("les douze mois glissent").isEqualTo("0");
    assertThat(valeur("SORTIES-EMPLOI-100", "2025-12-31")).as("deux emplois sur trois droits fermés").isEqualTo("66.7");
  }

  @Test
  void le_retour_a_l_emploi_est_une_part_des_personnes_soumises_dans_l_annee() {
    assertThat(valeur("RETOUR-EMPLOI", "2025-12-31")).as("deux sur cinq").isEqualTo("40");
    assertThat(valeur("RETOUR-EMPLOI-DURABLE", "2025-12-31")).isEqualTo("20");
    assertThat(valeur("DELAI-EMPLOI", "2025-12-31")).as("du 9 janvier au 10 mars").isEqualTo("60");
  }

  @Test
  void toujours_en_emploi_se_dit_avec_et_sans_celles_qui_n_ont_pas_repondu() {
    assertThat(valeur("EMPLOI-6M", "2025-09-05")).isNull();
    assertThat(valeur("EMPLOI-6M", "2025-12-31")).as("Ana seule a répondu").isEqualTo("100");
    assertThat(valeur("EMPLOI-6M-TOUTES", "2025-12-31")).as("Bea n'a pas répondu").isEqualTo("50");
    assertThat(valeur("EMPLOI-12M", "2026-12-31")).isNull();
    assertThat(valeur("EMPLOI-12M-TOUTES", "2026-12-31")).isEqualTo("0");
  }

  @Test
  void un_retour_se_compte_quand_les_douze_mois_sont_finis() {
    assertThat(valeur("RETOURS-RSA", "2025-12-31")).isNull();
    assertThat(valeur("RETOURS-RSA", "2026-06-30")).as("Bea, pas Ana").isEqualTo("50");
  }
}
