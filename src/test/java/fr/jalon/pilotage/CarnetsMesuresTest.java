package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose notebook several kinds of actors write, and whether what they ask is done in time. */
class CarnetsMesuresTest extends EssaiDIndicateurs {
  private static final String MARS = "2025-03-31";
  private Peuplement.Personne ana;
  private Peuplement.Personne lea;

  @BeforeEach
  void ana_et_lea_sont_suivies() {
    p.fichier("2025-01-31");
    ana = suivie("Ana", 1, "2025-01-15", null);
    lea = suivie("Léa", 1, "2025-01-15", null);
  }

  @Test
  void le_carnet_d_ana_compte_des_que_deux_sortes_l_ecrivent_et_plus_douze_mois_apres() {
    long e = ecrit(ana, "REFERENT", "2025-03-03");
    ecrit(ana, "REFERENT", "2025-03-04");
    ecrit(lea, "PARTENAIRE", "2025-03-04");
    assertThat(valeur("CARNET-PARTAGE", MARS)).as("deux fois la même sorte, c'en est une").isEqualTo("0");
    mesure(ana, e, "PARTENAIRE", "2025-03-10");
    assertThat(ensemble("CARNET-PARTAGE", MARS).numerateur().intValue()).isOne();
    assertThat(ensemble("CARNET-PARTAGE", MARS).denominateur().intValue()).isEqualTo(2);
    assertThat(ensemble("CARNET-PARTAGE", "2025-03-09").numerateur().intValue()).as("rien n'est su d'avance").isZero();
    assertThat(ensemble("CARNET-PARTAGE", "2026-03-04").numerateur().intValue()).as("douze mois après").isZero();
  }

  @Test
  void une_tache_faite_son_jour_est_a_temps_le_lendemain_ne_l_est_plus_et_rouverte_elle_n_est_plus_faite() {
    long aTemps = tache(ana, "2025-03-10", "2025-03-10T18:00+01:00");
    tache(ana, "2025-03-12", "2025-03-13T09:00+01:00");
    tache(lea, "2025-03-20", null);
    tache(lea, "2025-04-02", "2025-03-20T09:00+01:00");
    assertThat(ensemble("CARNET-TACHES", MARS).numerateur().intValue()).isOne();
    assertThat(ensemble("CARNET-TACHES", MARS).denominateur().intValue()).as("celle d'avril n'y est pas").isEqualTo(3);
    chargement.sql("update carnet.demande set faite_le = null, faite_par = null where id = ?").param(aTemps).update();
    assertThat(ensemble("CARNET-TACHES", MARS).numerateur().intValue()).isZero();
  }

  private Peuplement.Personne suivie(String prenom, int territoire, String notifieLe, String fin) {
    Peuplement.Personne personne = p.seule(prenom, "2024-01-01", territoire);
    p.suivi(personne, null, "SOCIAL", 1, notifieLe, fin);
    return personne;
  }

  private long ecrit(Peuplement.Personne qui, String sorte, String jour) {
    long e = entree(qui, jour);
    mesure(qui, e, sorte, jour);
    return e;
  }

  private long entree(Peuplement.Personne qui, String jour) {
    return chargement.sql("""
        insert into carnet.entree (personne_id, theme, le, texte, lecteurs, cle, auteur, ecrit_le)
        values (?, 'EMPLOI', ?::date, 'Essai', '{REFERENT}', gen_random_uuid(), 'essai', ?::timestamptz) returning id""")
        .params(qui.id(), jour, jour + "T10:00+01:00").query(Long.class).single();
  }

  private void mesure(Peuplement.Personne qui, long entree, String sorte, String jour) {
    chargement.sql("insert into carnet.mesure (personne_id, entree_id, genre, sorte, le) values (?, ?, 'ECRIT', ?, ?::date)")
        .params(qui.id(), entree, sorte, jour).update();
  }

  private long tache(Peuplement.Personne qui, String limite, String faite) {
    return chargement.sql("""
        insert into carnet.demande (personne_id, entree_id, genre, pour, limite, demandee_par, demandee_le, auteur, lecteurs, faite_le, faite_par)
        values (?, ?, 'TACHE', 'essai', ?::date, 'essai', now(), '', '{}', ?::timestamptz, case when ?::text is not null then 'essai' end)
        returning id""")
        .params(qui.id(), entree(qui, "2025-03-01"), limite, faite, faite).query(Long.class).single();
  }
}
