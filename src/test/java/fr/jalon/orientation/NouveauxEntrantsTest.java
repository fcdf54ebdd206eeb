package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.Dossiers.Suite;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a file does to entries, deadlines and follow-ups, in PostgreSQL. */
@EssaiArdeche
class NouveauxEntrantsTest {
  private static final LocalDate SEPTEMBRE = LocalDate.of(2025, 9, 30);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void ouvre_une_entree_et_une_echeance_de_quarante_deux_jours_apres_la_reception() {
    Suite suite = dossiers.fichier(SEPTEMBRE, RECU, inconnue("MARTIN"), "2", true);
    assertThat(suite.nouveaux()).isOne();
    assertThat(entree(suite)).containsEntry("etat", "EN_ATTENTE").containsEntry("motif", "PRIMO_DEMANDEUR")
        .containsEntry("recu_le", "2025-10-03").containsEntry("mois", "2025-09-01").containsEntry("territoire_id", "1");
    assertThat(echeance(suite)).containsEntry("etat", "OUVERTE").containsEntry("limite_legale", "2025-11-14")
        .containsEntry("cible", "2025-11-11").containsEntry("territoire_id", "1");
    assertThat(echeance(suite).get("reference_legale")).startsWith("D. 262-65-2 CASF");
    assertThat(passages(suite)).containsExactly("null -> EN_ATTENTE");
  }

  @Test
  void ne_compte_pas_deux_fois_la_meme_personne() {
    Suite premiere = dossiers.fichier(SEPTEMBRE, RECU, inconnue("DURAND"), "2", true);
    Suite seconde = dossiers.fichier(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 3), premiere.personne(), "2", true);
    assertThat(seconde.nouveaux()).isZero();
    assertThat(passages(seconde)).hasSize(1);
  }

  @Test
  void n_ouvre_rien_pour_le_stock_du_premier_fichier() {
    Suite suite = dossiers.fichier(SEPTEMBRE, RECU, inconnue("STOCK"), "2", true, null, true);
    assertThat(suite.nouveaux()).isZero();
    assertThat(entree(suite)).isEmpty();
  }

  @Test
  void suspend_l_attente_avec_le_droit_et_la_reprend_avec_les_jours_qui_restaient() {
    Suite entree = dossiers.fichier(SEPTEMBRE, RECU, inconnue("PAUSE"), "2", true);
    Suite suspendue = dossiers.fichier(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 3), entree.personne(), "4", true,
        LocalDate.of(2025, 10, 1), false);
    assertThat(entree(suspendue)).containsEntry("etat", "SUSPENDUE");
    assertThat(echeance(suspendue)).containsEntry("etat", "SUSPENDUE");
    Suite reprise = dossiers.fichier(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 3), suspendue.personne(), "2", true);
    assertThat(reprise.nouveaux()).isZero();
    assertThat(entree(reprise)).containsEntry("etat", "EN_ATTENTE");
    assertThat(echeance(reprise)).containsEntry("etat", "OUVERTE").containsEntry("limite_legale", "2026-01-14").containsEntry("cible", "2026-01-11");
    assertThat(passages(reprise)).containsExactly("null -> EN_ATTENTE", "EN_ATTENTE -> SUSPENDUE", "SUSPENDUE -> EN_ATTENTE");
  }

  @Test
  void recommence_tout_apres_douze_mois_de_suspension() {
    Suite entree = dossiers.fichier(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 3), inconnue("LONGUE"), "2", true);
    Suite suspendue = dossiers.fichier(LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 3), entree.personne(), "3", true,
        LocalDate.of(2025, 2, 1), false);
    Suite retour = dossiers.fichier(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 3), suspendue.personne(), "2", true);
    assertThat(retour.nouveaux()).isOne();
    assertThat(base.sql("select etat || ' ' || motif from orientation.entree where personne_id = ? order by mois").param(retour.personne().id())
        .query(String.class).list()).containsExactly("SORTIE PRIMO_DEMANDEUR", "EN_ATTENTE RETOUR_APRES_SUSPENSION_LONGUE");
    assertThat(base.sql("select etat from echeances.echeance where nature = 'ORIENTATION' and personne_id = ? order by objet_id")
        .param(retour.personne().id())
        .query(String.class).list()).containsExactly("CADUQUE", "OUVERTE");
  }

  @Test
  void ferme_l_attente_quand_le_droit_se_ferme_et_recommence_au_retour() {
    Suite entree = dossiers.fichier(SEPTEMBRE, RECU, inconnue("FERMEE"), "2", true);
    Suite fermee = dossiers.fichier(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 3), entree.personne(), "5", false);
    assertThat(entree(fermee)).containsEntry("etat", "SORTIE");
    assertThat(echeance(fermee)).containsEntry("etat", "CADUQUE");
    Suite retour = dossiers.fichier(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 3), fermee.personne(), "2", true);
    assertThat(retour.nouveaux()).isOne();
    assertThat(base.sql("select motif from orientation.entree where personne_id = ? order by mois desc limit 1").param(retour.personne().id())
        .query(String.class).single()).isEqualTo("RETOUR_APRES_RADIATION");
  }

  @Test
  void reprend_la_meme_entree_quand_la_personne_perd_et_retrouve_les_droits_et_devoirs_dans_le_mois() {
    Suite entree = dossiers.fichier(LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 3), inconnue("NAVETTE"), "2", true);
    Suite perdus = dossiers.fichier(LocalDate.of(2025, 9, 10), LocalDate.of(2025, 9, 11), entree.personne(), "2", false);
    assertThat(entree(perdus)).containsEntry("etat", "SUSPENDUE");
    Suite retrouves = dossiers.fichier(LocalDate.of(2025, 9, 20), LocalDate.of(2025, 9, 21), perdus.personne(), "2", true);
    assertThat(retrouves.nouveaux()).isZero();
    assertThat(entree(retrouves)).containsEntry("etat", "EN_ATTENTE");
    assertThat(echeance(retrouves)).containsEntry("etat", "OUVERTE").containsEntry("limite_legale", "2025-10-25");
  }

  @Test
  void qui_passe_d_un_mois_a_l_autre_au_dessus_et_au_dessous_du_seuil_n_entre_qu_une_fois() {
    Suite suite = dossiers.fichier(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 3), inconnue("ALTERNE"), "2", true);
    int entrees = suite.nouveaux();
    for (int mois = 2; mois <= 9; mois++) {
      LocalDate fin = LocalDate.of(2025, mois, 1).plusMonths(1).minusDays(1);
      suite = dossiers.fichier(fin, fin.plusDays(3), suite.personne(), "2", mois % 2 == 1);
      entrees += suite.nouveaux();
    }
    assertThat(entrees).isOne();
    assertThat(entree(suite)).containsEntry("etat", "EN_ATTENTE").containsEntry("mois", "2025-01-01");
    // 42 days from 3 February, and the four pauses given back: 31 + 31 + 31 + 30 days
    assertThat(echeance(suite)).containsEntry("etat", "OUVERTE").containsEntry("limite_legale", "2025-07-18");
    Suite partie = dossiers.fichier(LocalDate.of(2025, 10, 15), LocalDate.of(2025, 10, 16), suite.personne(), "5", false);
    assertThat(entree(partie)).containsEntry("etat", "SORTIE");
  }

  @Test
  void treize_mois_de_suspension_sous_deux_codes_font_un_nouvel_entrant() {
    Suite suite = dossiers.fichier(LocalDate.of(2024, 7, 31), LocalDate.of(2024, 8, 3), inconnue("DEUXCODES"), "2", true);
    suivre(suite.personne());
    suite = dossiers.fichier(LocalDate.of(2024, 8, 31), LocalDate.of(2024, 9, 3), suite.personne(), "4", true, LocalDate.of(2024, 8, 1), false);
    suite = dossiers.fichier(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 3), suite.personne(), "3", true, LocalDate.of(2024, 12, 1), false);
    suite = dossiers.fichier(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 9, 3), suite.personne(), "2", true);
    assertThat(suite.nouveaux()).isOne();
    assertThat(suivi(suite)).isEqualTo("CLOS");
  }

  @Test
  void deux_suspensions_separees_par_un_mois_verse_ne_font_pas_douze_mois() {
    Suite suite = dossiers.fichier(LocalDate.of(2024, 7, 31), LocalDate.of(2024, 8, 3), inconnue("COUPEE"), "2", true);
    suivre(suite.personne());
    suite = dossiers.fichier(LocalDate.of(2024, 8, 31), LocalDate.of(2024, 9, 3), suite.personne(), "4", true, LocalDate.of(2024, 8, 1), false);
    suite = dossiers.fichier(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 3), suite.personne(), "2", true);
    suite = dossiers.fichier(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 3), suite.personne(), "3", true);
    suite = dossiers.fichier(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 9, 3), suite.personne(), "2", true);
    assertThat(suite.nouveaux()).isZero();
    assertThat(suivi(suite)).isEqualTo("EN_COURS");
  }

  @Test
  void met_le_suivi_en_veille_le_reveille_puis_le_clot_avec_le_droit() {
    Suite entree = dossiers.fichier(SEPTEMBRE, RECU, inconnue("SUIVIE"), "2", true);
    suivre(entree.personne());
    Suite dessus = dossiers.fichier(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 3), entree.personne(), "2", false);
    assertThat(suivi(dessus)).isEqualTo("EN_VEILLE");
    Suite dessous = dossiers.fichier(LocalDate.of(2025, 11, 30), LocalDate.of(2025, 12, 3), dessus.personne(), "2", true);
    assertThat(dessous.nouveaux()).isZero();
    assertThat(suivi(dessous)).isEqualTo("EN_COURS");
    Suite fin = dossiers.fichier(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 3), dessous.personne(), "5", false);
    assertThat(suivi(fin)).isEqualTo("CLOS");
    assertThat(base.sql("select organisation_ids is null from allocataires.personne where id = ?").param(fin.personne().id())
        .query(Boolean.class).single()).isTrue();
  }

  @Test
  void un_fichier_en_retard_ne_rouvre_pas_ce_que_les_suivants_ont_ferme() {
    Suite entree = dossiers.fichier(SEPTEMBRE, RECU, inconnue("TARDIF"), "2", true);
    Suite fermee = dossiers.fichier(LocalDate.of(2025, 11, 30), LocalDate.of(2025, 12, 3), entree.personne(), "5", false);
    assertThat(entree(fermee)).containsEntry("etat", "SORTIE");
    int nouveaux = dossiers.tardif(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 12, 10), entree.personne());
    assertThat(nouveaux).isZero();
    assertThat(entree(fermee)).containsEntry("etat", "SORTIE");
    assertThat(passages(fermee)).hasSize(2);
  }

  private Personne inconnue(String nom) {
    return dossiers.inconnue(nom, 1, LocalDate.of(2025, 1, 10));
  }

  private void suivre(Personne p) {
    base.sql("""
        insert into orientation.suivi (personne_id, entree_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select ?, (select id from orientation.entree where personne_id = ?), 'SOCIAL', (select min(id) from structures.organisation), ?, ?, 'essai', now()""")
        .params(p.id(), p.id(), RECU, RECU).update();
    base.sql("update orientation.entree set etat = 'ORIENTEE' where personne_id = ?").param(p.id()).update();
    base.sql("select orientation.recalculer_organisations(array[?::bigint])").param(p.id()).query((l, _) -> 0).list();
  }

  private Map<String, String> entree(Suite suite) {
    return ligne("select * from orientation.entree where personne_id = ?", suite);
  }

  private Map<String, String> echeance(Suite suite) {
    return ligne("select * from echeances.echeance where nature = 'ORIENTATION' and personne_id = ?", suite);
  }

  private String suivi(Suite suite) {
    return base.sql("select etat from orientation.suivi where personne_id = ?").param(suite.personne().id()).query(String.class).single();
  }

  private List<String> passages(Suite suite) {
    return base.sql("select coalesce(de, 'null') || ' -> ' || vers from orientation.passage where personne_id = ? order by id")
        .param(suite.personne().id()).query(String.class).list();
  }

  private Map<String, String> ligne(String sql, Suite suite) {
    return base.sql(sql).param(suite.personne().id()).query().listOfRows().stream().findFirst()
        .map(l -> l.entrySet().stream().filter(e -> e.getValue() != null)
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()))).orElse(Map.of());
  }
}
