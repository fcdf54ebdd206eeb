package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many persons each référent follows at a date, and who is followed by somebody over her capacity. */
class ChargeDesReferentsTest extends EssaiDIndicateurs {
  private int petite;
  private int grande;

  /** Two référents: one has two places, then one; the other has a hundred. */
  @BeforeEach
  void deux_referents() {
    p.fichier("2025-01-31");
    petite = referent("Paule Petit", "0.02");
    grande = referent("Gisèle Grand", "1");
    chargement.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2025-06-01', "
        + "0.01, false, true, 'essai')")
        .param(petite).update();
  }

  @Test
  void la_charge_se_lit_par_referent_et_par_territoire_a_la_date() {
    suivie("Ana", petite, 1, "2025-02-01", null);
    suivie("Bea", petite, 2, "2025-03-01", "2025-05-01");
    suivie("Cora", grande, 2, "2025-02-01", null);
    suivie("Dina", null, 1, "2025-02-01", null);
    p.perimetres();
    assertThat(par("ORI-CHARGE", "2025-03-31", Dimension.valueOf("REFERENT"))).isEqualTo(Map.of("Paule Petit (Centre médico-social)", "2",
        "Gisèle Grand (Centre médico-social)", "1", "Référent à désigner", "1"));
    assertThat(par("ORI-CHARGE", "2025-05-31", Dimension.TERRITOIRE)).isEqualTo(Map.of("Centre", "2", "Nord", "1"));
    assertThat(valeur("ORI-CHARGE", "2025-01-31")).isEqualTo("0");
    assertThat(prenoms("ORI-CHARGE", "2025-05-31")).containsExactly("Ana", "Cora", "Dina");
  }

  @Test
  void un_suivi_en_veille_ne_prend_pas_de_place() {
    var ana = suivie("Ana", petite, 1, "2025-02-01", null);
    chargement.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par)
        select 'SUIVI', id, personne_id, 'EN_COURS', 'EN_VEILLE', '2025-04-01', now(), 'essai' from orientation.suivi where personne_id = ?""").param(ana.id()).update();
    assertThat(valeur("ORI-CHARGE", "2025-03-31")).isEqualTo("1");
    assertThat(valeur("ORI-CHARGE", "2025-04-30")).isEqualTo("0");
  }

  @Test
  void deux_personnes_pour_deux_places_tiennent_et_depassent_quand_le_temps_de_travail_baisse() {
    suivie("Ana", petite, 1, "2025-02-01", null);
    suivie("Bea", petite, 2, "2025-03-01", null);
    suivie("Cora", grande, 2, "2025-02-01", null);
    suivie("Dina", null, 2, "2025-02-01", null);
    p.perimetres();
    assertThat(valeur("ORI-SURCHARGE", "2025-05-31")).isEqualTo("0");
    assertThat(valeur("ORI-SURCHARGE", "2025-06-30")).isEqualTo("50");
  }

  @Test
  void un_mi_temps_qui_suit_deux_personnes_en_suit_quatre_par_temps_plein() {
    suivie("Ana", petite, 1, "2025-02-01", null);
    suivie("Bea", petite, 2, "2025-03-01", null);
    suivie("Cora", grande, 2, "2025-02-01", null);
    suivie("Dina", null, 2, "2025-02-01", null);
    p.perimetres();
    chargement.sql("update structures.referent_periode set etp = 0.5 where referent_id = ? and depuis = '2025-06-01'").param(petite).update();
    assertThat(par("FILE-ACTIVE", "2025-06-30", Dimension.valueOf("REFERENT"))).isEqualTo(Map.of("Paule Petit (Centre médico-social)", "4",
        "Gisèle Grand (Centre médico-social)", "1"));
    assertThat(valeur("FILE-ACTIVE", "2025-06-30")).as("Ana et Bea 4, Cora 1 ; Dina n'a pas de référent").isEqualTo("4");
    assertThat(prenoms("FILE-ACTIVE", "2025-06-30")).containsExactly("Ana", "Bea", "Cora");
    chargement.sql("update structures.referent_periode set intensif = true where referent_id = ? and depuis = '2025-06-01'").param(petite).update();
    assertThat(prenoms("FILE-ACTIVE", "2025-06-30")).as("un portefeuille intensif se compte à part").containsExactly("Cora");
  }

  @Test
  void la_responsable_d_un_territoire_voit_la_surcharge_due_aux_personnes_d_un_autre() {
    suivie("Ana", petite, 1, "2025-02-01", null);
    suivie("Bea", petite, 2, "2025-03-01", null);
    p.perimetres();
    ValeurIndicateur v = par(DIRECTION, List.of(1), () -> indicateurs.calculer("ORI-SURCHARGE", java.time.LocalDate.parse("2025-06-30"), null))
        .getFirst();
    assertThat(v.denominateur().intValue()).isEqualTo(1);
    assertThat(v.numerateur().intValue()).isEqualTo(1);
  }

  @Test
  void qui_est_suivie_hors_rsa_prend_une_place_une_seule_fois_et_aucune_quand_une_orientation_la_suit() {
    Peuplement.Personne ana = suivie("Ana", petite, 1, "2025-02-01", "2025-05-01");
    horsRsa(ana, "2025-01-15", null);
    Peuplement.Personne bea = p.seule("Bea", "2024-01-01", 1);
    horsRsa(bea, "2025-02-01", "2025-04-30");
    horsRsa(bea, "2025-02-01", null);
    Peuplement.Personne cora = p.seule("Cora", "2024-01-01", 1);
    horsRsa(cora, "2025-02-01", null);
    chargement.sql("update allocataires.suivi_hors_rsa set retire_le = now(), retire_par = 'essai' where personne_id = ?")
        .param(cora.id()).update();
    assertThat(charge("2025-01-31")).isEqualTo(1);
    assertThat(charge("2025-03-31")).as("Ana par son orientation, Bea une fois").isEqualTo(2);
    assertThat(charge("2025-05-31")).as("Ana hors RSA de nouveau").isEqualTo(2);
    assertThat(chargement.sql("select charge from orientation.charges_de(array[?::int])").param(petite).query(Integer.class).single())
        .isEqualTo(chargement.sql("select charge from orientation.charges() where referent_id = ?").param(petite).query(Integer.class).single());
  }

  private int charge(String au) {
    return chargement.sql("select coalesce(sum(charge), 0) from orientation.charges_au(?::date) where referent_id = ?").params(au, petite)
        .query(Integer.class).single();
  }

  private void horsRsa(Peuplement.Personne personne, String depuis, String fin) {
    chargement.sql("""
        insert into allocataires.suivi_hors_rsa (personne_id, public, depuis, fin_le, fin_motif, fini_par, fini_le, organisation_id, referent_id, informee_le, cle, ecrit_par,
          ecrit_le)
        values (?, ?, ?::date, ?::date, case when ?::date is not null then 'AUTRE' end, case when ?::date is not null then 'essai' end,
          case when ?::date is not null then now() end, 1, ?, ?::date, gen_random_uuid(), 'essai', now())""")
        .params(personne.id(), fin == null ? "JEUNE" : "PRECAIRE", depuis, fin, fin, fin, fin, petite, depuis).update();
  }

  private Peuplement.Personne suivie(String prenom, Integer referent, int territoire, String notifieLe, String fin) {
    Peuplement.Personne personne = p.seule(prenom, "2024-01-01", territoire);
    p.suivi(personne, null, "SOCIAL", 1, notifieLe, fin);
    chargement.sql("update orientation.suivi set referent_id = ?::int where personne_id = ?").params(referent, personne.id()).update();
    return personne;
  }

  private int referent(String nom, String etp) {
    int id = chargement.sql("insert into structures.referent (organisation_id, nom, etp) values (1, ?, ?::numeric) returning id").params(nom, etp)
        .query(Integer.class).single();
    chargement.sql("insert into structures.referent_periode (referent_id, depuis, etp, intensif, actif, saisi_par) values (?, '2000-01-01', "
        + "?::numeric, false, true, 'essai')")
        .params(id, etp).update();
    return id;
  }
}
