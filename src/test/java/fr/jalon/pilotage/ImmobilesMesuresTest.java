package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For whom nothing moves, and since when. Paule follows Ana since 10 January 2024, with the threshold of six months Jalon starts with. */
class ImmobilesMesuresTest extends EssaiDIndicateurs {
  private static final String MARS = "2025-03-31";
  private static final Dimension DEPUIS = Dimension.valueOf("IMMOBILE_DEPUIS");
  private Peuplement.Personne ana;

  @BeforeEach
  void paule_suit_ana() {
    p.fichier("2024-01-31");
    chargement.sql("insert into structures.referent (organisation_id, nom, etp) values (1, 'Paule', 1), (1, 'Rita', 1)").update();
    ana = p.seule("Ana", "2023-11-01", 1);
    p.suivi(ana, null, "SOCIAL", 1, "2024-01-10", null);
    chargement.sql("update orientation.suivi set referent_id = (select id from structures.referent where nom = 'Paule')").update();
  }

  @Test
  void elle_y_entre_au_bout_du_seuil_et_vieillit_avec_la_date() {
    assertThat(valeur("ACC-IMMOBILES", "2024-07-09")).isEqualTo("0");
    assertThat(par("ACC-IMMOBILES", "2024-07-10", DEPUIS)).isEqualTo(Map.of("6-11", "1"));
    assertThat(par("ACC-IMMOBILES", "2025-01-09", DEPUIS)).isEqualTo(Map.of("6-11", "1"));
    assertThat(par("ACC-IMMOBILES", "2025-01-10", DEPUIS)).isEqualTo(Map.of("12-23", "1"));
    assertThat(par("ACC-IMMOBILES", "2028-01-10", DEPUIS)).isEqualTo(Map.of("48+", "1"));
  }

  @Test
  void un_diagnostic_est_un_changement_un_contact_non_et_la_date_d_avant_ne_l_oublie_pas() {
    p.contact(ana, "BUREAU", "PRESENTE", "2025-03-04");
    assertThat(par("ACC-IMMOBILES", MARS, DEPUIS)).isEqualTo(Map.of("12-23", "1"));
    p.constat(ana, "LOGEMENT", "FORT", "2025-01-05");
    assertThat(valeur("ACC-IMMOBILES", MARS)).isEqualTo("0");
    assertThat(par("ACC-IMMOBILES", "2024-12-31", DEPUIS)).isEqualTo(Map.of("6-11", "1"));
    assertThat(par("ACC-IMMOBILES", "2025-07-05", DEPUIS)).isEqualTo(Map.of("6-11", "1"));
  }

  @Test
  void un_frein_de_sante_est_un_changement_aussi_pour_une_responsable_qui_n_en_lit_rien_et_qui_voit_qui_est_bloque() {
    p.perimetres();
    Set<String> responsable = Set.of("DOSSIERS", "INDICATEURS", "EXPORTS", "ACCOMPAGNEMENT");
    LocalDate mars = LocalDate.parse(MARS);
    assertThat(par(responsable, List.of(1), () -> indicateurs.personnes("ACC-IMMOBILES", mars, null, null, 1)).personnes()).hasSize(1);
    assertThat(par(responsable, List.of(2), () -> indicateurs.personnes("ACC-IMMOBILES", mars, null, null, 1)).personnes()).isEmpty();
    p.constat(ana, "SANTE", "FORT", "2025-01-05");
    assertThat(par(responsable, List.of(1), () -> indicateurs.calculer("ACC-IMMOBILES", mars, null)).getFirst().valeur()).isZero();
    assertThat(par(responsable, List.of(1), () -> indicateurs.personnes("ACC-IMMOBILES", mars, null, null, 1)).personnes()).isEmpty();
  }

  @Test
  void un_referent_qui_change_est_un_changement_un_relais_annule_le_jour_meme_n_en_est_pas_un() {
    changer("2025-02-03", false);
    changer("2025-02-03", true);
    assertThat(par("ACC-IMMOBILES", MARS, DEPUIS)).as("le relais n'a pas eu lieu").isEqualTo(Map.of("12-23", "1"));
    changer("2025-02-04", false);
    assertThat(valeur("ACC-IMMOBILES", MARS)).isEqualTo("0");
  }

  @Test
  void qui_n_est_plus_suivie_ou_dort_n_y_compte_pas() {
    chargement.sql("update orientation.suivi set fin_le = '2025-03-31', etat = 'CLOS', motif_fin = 'essai'").update();
    assertThat(valeur("ACC-IMMOBILES", MARS)).isEqualTo("0");
    assertThat(valeur("ACC-IMMOBILES", "2025-03-30")).isEqualTo("1");
  }

  /** Paule's persons to Rita; back the same day. */
  private void changer(String le, boolean retour) {
    chargement.sql("""
        insert into orientation.relais (formulaire, de_id, organisation_id, le, raison, prevenir, personnes, etat, etat_depuis, fait_par, saisi_le)
        select gen_random_uuid(), id, 1, ?::date, 'essai', false, 1, 'FAIT', now(), 'essai', now() from structures.referent where nom = 'Paule' and not ?""")
        .params(le, retour).update();
    chargement.sql("""
        with c as (insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le, relais_id)
          select s.personne_id, s.id, a.id, b.id, ?::date, 'essai', 'essai', now(), (select max(id) from orientation.relais) from orientation.suivi s,
            structures.referent a, structures.referent b where a.nom = ? and b.nom = ? returning id, personne_id)
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par) select 'REFERENT', id, personne_id, ?, ?, ?::date, now(), 'essai' from c""")
        .params(le, retour ? "Rita" : "Paule", retour ? "Paule" : "Rita", retour ? "Rita" : "Paule", retour ? "Paule" : "Rita", le).update();
  }
}
