package fr.jalon.echanges.caf.vraisemblance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Disparition;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Fichier;
import fr.jalon.echanges.caf.vraisemblance.Vraisemblance.Genre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VraisemblanceTest {
  private static final Map<String, Integer> REGLAGES = Map.ofEntries(Map.entry("minimum", 20), Map.entry("baisse", 20), Map.entry("hausse", 30),
      Map.entry("montant_total", 30),
      Map.entry("montant_moyen", 25), Map.entry("apparus", 25), Map.entry("disparus", 20), Map.entry("modifies", 80), Map.entry("rejetes", 20),
      Map.entry("dates_impossibles", 2),
      Map.entry("meme_naissance", 5), Map.entry("meme_demande", 40), Map.entry("numeros_vides", 50), Map.entry("autre_departement", 50),
      Map.entry("journalier_foyers", 25),
      Map.entry("facteur", 5));
  private static final Seuils SEUILS = Seuils.lire(REGLAGES::get);
  private static final LocalDate AOUT = LocalDate.of(2025, 8, 31);
  private static final LocalDate SEPTEMBRE = LocalDate.of(2025, 9, 30);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);

  /** An ordinary month of that many foyers. */
  private static Mesures mois(int dossiers) {
    return foyers(dossiers, dossiers / 50, dossiers / 10, dossiers / 60, "580");
  }

  private static Mesures foyers(int dossiers, int apparus, int modifies, int disparus, String moyen) {
    return new Mesures(dossiers, dossiers * 2, 0, apparus, modifies, disparus, dossiers, new BigDecimal(moyen)
        .multiply(BigDecimal.valueOf(dossiers)), dossiers * 2, 0,
        dossiers / 100, LocalDate.of(1980, 1, 1), dossiers, 0, dossiers / 30, AOUT, 0, dossiers / 5, 0, dossiers, dossiers / 50);
  }

  private static List<String> mensuel(Mesures ici, Mesures avant) {
    return codes(Vraisemblance.raisons(new Fichier(Genre.BENEFICIAIRES, true, SEPTEMBRE, RECU), ici,
        avant == null ? null : new Precedent("aout.xml", AOUT, avant), 0,
        avant == null ? List.of() : List.of(new Disparition("CAF 071", ici.disparus(), avant.dossiers())), SEUILS));
  }

  private static List<String> codes(List<Raison> raisons) {
    return raisons.stream().map(Raison::code).toList();
  }

  @Test
  void cinq_dossiers_au_lieu_de_trois_cent_quatre_vingt_dix_sept_sont_retenus_avec_les_deux_nombres() {
    Mesures cinq = foyers(5, 0, 0, 392, "580");
    List<Raison> raisons = Vraisemblance.raisons(new Fichier(Genre.BENEFICIAIRES, true, SEPTEMBRE, RECU), cinq,
        new Precedent("aout.xml", AOUT, mois(397)), 0,
        List.of(new Disparition("CAF 071", 392, 397)), SEUILS);
    assertThat(codes(raisons)).contains("DOSSIERS", "DISPARUS", "MONTANT_TOTAL");
    Raison dossiers = raisons.stream().filter(r -> r.code().equals("DOSSIERS")).findFirst().orElseThrow();
    assertThat(dossiers.maintenant()).isEqualTo("5");
    assertThat(dossiers.avant()).isEqualTo("397");
    assertThat(dossiers.constat()).contains("deviendraient absents");
  }

  @Test
  void un_mois_ordinaire_passe_et_le_premier_d_une_caisse_aussi() {
    assertThat(mensuel(mois(390), mois(397))).isEmpty();
    assertThat(mensuel(mois(397), null)).isEmpty();
    assertThat(mensuel(foyers(397, 397, 0, 0, "580"), null)).isEmpty();
    assertThat(mensuel(mois(5), mois(12))).as("trop peu pour comparer").isEmpty();
  }

  @Test
  void une_revalorisation_qui_touche_tout_le_monde_passe_mais_tout_changer_sans_les_montants_etonne() {
    assertThat(mensuel(foyers(397, 5, 397, 5, "590"), mois(397))).isEmpty();
    assertThat(mensuel(foyers(397, 5, 397, 5, "580"), mois(397))).containsExactly("MODIFIES");
    assertThat(mensuel(foyers(397, 5, 397, 5, "580"), foyers(397, 5, 390, 5, "580"))).as("le mois d'avant aussi").isEmpty();
  }

  @Test
  void des_montants_doubles_des_foyers_inconnus_ou_un_mois_deja_charge_sont_retenus() {
    assertThat(mensuel(foyers(397, 5, 40, 5, "1160"), mois(397))).containsExactly("MONTANT_TOTAL", "MONTANT_MOYEN");
    assertThat(mensuel(foyers(397, 200, 40, 5, "580"), mois(397))).containsExactly("APPARUS");
    assertThat(codes(Vraisemblance.raisons(new Fichier(Genre.BENEFICIAIRES, true, AOUT, RECU), mois(397), new Precedent("aout.xml", AOUT, mois(397)),
        0, List.of(), SEUILS))).containsExactly("MOIS");
    assertThat(codes(Vraisemblance.raisons(new Fichier(Genre.BENEFICIAIRES, true, LocalDate.of(2026, 1, 31), RECU), mois(397), null, 0, List.of(),
        SEUILS))).containsExactly("DATE");
  }

  @Test
  void apres_trois_mois_sans_fichier_un_ecart_trois_fois_plus_large_passe() {
    Mesures moins = foyers(250, 5, 40, 150, "580");
    assertThat(mensuel(moins, mois(397))).contains("DOSSIERS");
    assertThat(codes(Vraisemblance.raisons(new Fichier(Genre.BENEFICIAIRES, true, LocalDate.of(2025, 11, 30), LocalDate.of(2025, 12, 3)), moins,
        new Precedent("aout.xml", AOUT, mois(397)), 0,
        List.of(new Disparition("CAF 071", 150, 397)), SEUILS))).isEmpty();
  }

  @Test
  void des_dates_et_des_numeros_que_personne_n_a_sont_retenus_des_le_premier_fichier() {
    Mesures m = new Mesures(397, 800, 100, 0, 0, 0, 397, new BigDecimal("230000"), 800, 60, 300, LocalDate.of(1900, 1, 1), 397, 30, 397, AOUT,
        397, 800, 397, 397, 397);
    assertThat(mensuel(m, null)).containsExactly("NAISSANCES", "MEME_NAISSANCE", "DEMANDES", "MEME_DEMANDE", "MATRICULES", "NIR", "COMMUNES",
        "DEPARTEMENT", "REJETS");
    assertThat(mensuel(m, m)).as("une caisse qui ne donne jamais ces numéros").doesNotContain("MATRICULES", "NIR", "COMMUNES");
  }

  @Test
  void un_journalier_varie_du_simple_au_quadruple_mais_ne_parle_pas_de_toute_la_caisse() {
    Fichier jour = new Fichier(Genre.BENEFICIAIRES, false, SEPTEMBRE, RECU);
    Precedent plusGros = new Precedent("jour.xml", SEPTEMBRE.minusDays(1), Mesures.desDossiers(30));
    assertThat(Vraisemblance.raisons(jour, foyers(2, 0, 2, 0, "580"), plusGros, 397, List.of(), SEUILS)).isEmpty();
    assertThat(Vraisemblance.raisons(jour, foyers(120, 10, 110, 0, "580"), plusGros, 397, List.of(), SEUILS)).isEmpty();
    assertThat(codes(Vraisemblance.raisons(jour, foyers(380, 10, 370, 0, "580"), plusGros, 397, List.of(), SEUILS))).containsExactly("JOURNALIER");
    assertThat(Vraisemblance.raisons(jour, foyers(380, 10, 370, 0, "580"), plusGros, 0, List.of(), SEUILS)).as("sans mensuel").isEmpty();
  }

  @Test
  void un_financier_se_compare_par_ses_montants_et_des_creances_par_leur_ordre_de_grandeur() {
    Precedent avant = new Precedent("fin.xml", AOUT, mois(397));
    assertThat(codes(Vraisemblance.raisons(new Fichier(Genre.FINANCIER, true, SEPTEMBRE, RECU), foyers(400, 0, 400, 0, "58"), avant, 0, List.of(),
        SEUILS))).containsExactly("MONTANT_TOTAL", "MONTANT_MOYEN");
    assertThat(Vraisemblance.raisons(new Fichier(Genre.FINANCIER, true, SEPTEMBRE, RECU), foyers(400, 0, 400, 0, "570"), avant, 0, List.of(), SEUILS))
        .isEmpty();
    assertThat(Vraisemblance.raisons(new Fichier(Genre.CREANCES, true, SEPTEMBRE, RECU), mois(1200), avant, 0, List.of(), SEUILS)).isEmpty();
    assertThat(codes(Vraisemblance.raisons(new Fichier(Genre.CREANCES, true, SEPTEMBRE, RECU), mois(4000), avant, 0, List.of(), SEUILS)))
        .containsExactly("CREANCES", "MONTANT_TOTAL");
  }

  @Test
  void une_caisse_nommee_par_un_seul_dossier_ne_perd_pas_ses_foyers_sans_qu_un_agent_le_lise() {
    Fichier mois = new Fichier(Genre.BENEFICIAIRES, true, SEPTEMBRE, RECU);
    Precedent avant = new Precedent("aout.xml", AOUT, mois(397));
    List<Raison> raisons = Vraisemblance.raisons(mois, mois(397), avant, 0,
        List.of(new Disparition("CAF 071", 5, 397), new Disparition("MSA 260", 29, 30)), SEUILS);
    assertThat(codes(raisons)).containsExactly("DISPARUS");
    assertThat(raisons.getFirst().constat()).contains("MSA 260");
    assertThat(raisons.getFirst().maintenant()).isEqualTo("29 sur 30");
    assertThat(codes(Vraisemblance.raisons(mois, mois(397), null, 0, List.of(new Disparition("CAF 071", 300, 397)), SEUILS)))
        .as("sans fichier d'avant").containsExactly("DISPARUS");
    assertThat(codes(Vraisemblance.raisons(mois, mois(397), avant, 0,
        List.of(new Disparition("CAF 071", 0, 10), new Disparition("CAF 381", 15, 15), new Disparition("MSA 260", 15, 15)), SEUILS)))
        .as("de petites caisses ensemble").containsExactly("DISPARUS");
    assertThat(Vraisemblance.raisons(mois, mois(397), avant, 0,
        List.of(new Disparition("CAF 071", 5, 397), new Disparition("MSA 260", 1, 30)), SEUILS)).isEmpty();
  }

  @Test
  void un_journalier_d_une_caisse_qui_ne_donne_jamais_de_nir_passe_comme_le_precedent() {
    Fichier jour = new Fichier(Genre.BENEFICIAIRES, false, SEPTEMBRE, RECU);
    Mesures sansNir = new Mesures(30, 60, 0, 0, 30, 0, 30, new BigDecimal("17400"), 60, 0, 1, AOUT, 30, 0, 1, AOUT, 0, 60, 30, 0, 0);
    assertThat(Vraisemblance.raisons(jour, sansNir, new Precedent("jour.xml", SEPTEMBRE.minusDays(1), sansNir), 397, List.of(), SEUILS)).isEmpty();
    assertThat(codes(Vraisemblance.raisons(jour, sansNir, null, 397, List.of(), SEUILS))).containsExactly("NIR", "COMMUNES");
  }
}
