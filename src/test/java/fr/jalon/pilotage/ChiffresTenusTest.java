package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A figure already computed is given again while it is true, and never after. */
class ChiffresTenusTest extends EssaiDIndicateurs {
  private static final String AOUT = "2025-08-31";

  @Autowired
  ChiffresTenus tenus;
  @Autowired
  PlatformTransactionManager transactions;
  @Autowired
  @Qualifier("chargement")
  PlatformTransactionManager ecritures;
  @Autowired
  ResumerLesChangements resumer;

  private Peuplement.Personne ana;
  private long entree;

  @BeforeEach
  void ana_attend_depuis_le_3_septembre() {
    for (String mois : List.of("2025-07-31", AOUT, "2025-09-30", "2025-10-31")) {
      p.fichier(mois);
    }
    ana = p.personne("Ana");
    entree = p.foyer("2025-08-02").droit("2", "2025-08-02", null).membre(ana, "DEM", "2025-08-02", null).adresse(1, "2025-08-02", null)
        .entree(ana, AOUT, "2025-09-03");
    p.perimetres();
  }

  @Test
  void lue_deux_fois_la_population_d_aout_n_est_calculee_qu_une_fois() {
    assertThat(valeur("POP-DOV", AOUT)).isEqualTo("1");
    assertThat(reprises(() -> valeur("POP-DOV", AOUT))).isEqualTo(1);
  }

  @Test
  void l_orientation_d_ana_en_octobre_laisse_vrais_les_chiffres_d_aout_et_change_ceux_d_octobre() {
    assertThat(par("POP-DOV", AOUT, Dimension.PARCOURS)).containsExactly(Map.entry("AUCUN", "1"));
    assertThat(par("POP-DOV", "2025-10-31", Dimension.PARCOURS)).containsExactly(Map.entry("AUCUN", "1"));
    p.suivi(ana, entree, "SOCIAL", 1, "2025-10-10", null);
    assertThat(reprises(() -> par("POP-DOV", AOUT, Dimension.PARCOURS))).isEqualTo(1);
    assertThat(par("POP-DOV", "2025-10-31", Dimension.PARCOURS)).containsExactly(Map.entry("SOCIAL", "1"));
  }

  @Test
  void le_referent_change_aujourd_hui_et_la_charge_d_hier_reste_celle_du_precedent() {
    chargement.sql("insert into structures.referent (id, organisation_id, nom, etp, actif) overriding system value values (1, 1, 'Bea', 1, true), (2, 1, 'Cloé', 1, true)").update();
    p.suivi(ana, entree, "SOCIAL", 1, "2025-09-10", null);
    chargement.sql("update orientation.suivi set referent_id = 1").update();
    assertThat(par("ORI-CHARGE", "2025-09-30", Dimension.valueOf("REFERENT"))).containsExactly(Map.entry("Bea (Centre médico-social)", "1"));
    chargement.sql("""
        insert into orientation.changement_de_referent (personne_id, suivi_id, avant_id, apres_id, le, raison, fait_par, saisi_le)
        select personne_id, id, 1, 2, '2025-10-05', 'essai', 'essai', now() from orientation.suivi""").update();
    chargement.sql("update orientation.suivi set referent_id = 2").update();
    assertThat(reprises(() -> assertThat(par("ORI-CHARGE", "2025-09-30", Dimension.valueOf("REFERENT")))
        .containsExactly(Map.entry("Bea (Centre médico-social)", "1")))).isEqualTo(1);
    assertThat(par("ORI-CHARGE", "2025-10-31", Dimension.valueOf("REFERENT"))).containsExactly(Map.entry("Cloé (Centre médico-social)", "1"));
  }

  @Test
  void un_contact_note_ou_retire_apres_coup_change_son_mois_et_laisse_vrai_celui_d_avant() {
    p.suivi(ana, entree, "SOCIAL", 1, "2025-09-01", null);
    assertThat(List.of(valeur("ACC-CONTACTS", "2025-09-30"), valeur("ACC-CONTACTS", "2025-10-31"))).containsExactly("0", "0");
    long contact = p.contact(ana, "TELEPHONE", "PRESENTE", "2025-10-14");
    p.entretien(ana, "PRESENTE", "2025-10-20");
    assertThat(reprises(() -> valeur("ACC-CONTACTS", "2025-09-30"))).isEqualTo(1);
    assertThat(valeur("ACC-CONTACTS", "2025-10-31")).isEqualTo("2");
    chargement.sql("update accompagnement.contact set retire_le = now(), retire_par = 'essai', retire_motif = 'essai' where id = ?").param(contact).update();
    assertThat(par("ACC-CONTACTS", "2025-10-31", Dimension.valueOf("PRESENCE"))).containsExactly(Map.entry("PRESENTE", "1"));
    chargement.sql("update rendezvous.entretien set etat = 'ABSENTE'").update();
    assertThat(par("ACC-CONTACTS", "2025-10-31", Dimension.valueOf("PRESENCE"))).containsExactly(Map.entry("ABSENTE", "1"));
    assertThat(valeur("ACC-ABSENCES", "2025-10-31")).isEqualTo("100");
    p.contact(ana, "BUREAU", "PRESENTE", "2025-10-21");
    assertThat(valeur("ACC-ABSENCES", "2025-10-31")).as("un contact seul, sans rien à l'agenda").isEqualTo("50");
  }

  @Test
  void un_droit_corrige_dans_le_passe_change_les_chiffres_depuis_ce_jour_la() {
    assertThat(List.of(valeur("POP-DOV", "2025-08-01"), valeur("POP-DOV", AOUT))).containsExactly("0", "1");
    chargement.sql("update allocataires.droit set oublie_le = now()").update();
    chargement.sql("""
        insert into allocataires.droit (foyer_id, depuis, jusqua, connu_le, import_id, etat, type_foyer, adultes, enfants)
        select foyer_id, '2025-09-01', jusqua, now(), 1, etat, type_foyer, 1, 0 from allocataires.droit""").update();
    assertThat(List.of(valeur("POP-DOV", "2025-08-01"), valeur("POP-DOV", AOUT), valeur("POP-DOV", "2025-09-30"))).containsExactly("0", "0", "1");
  }

  @Test
  void ce_qu_une_transaction_a_ecrit_sans_finir_n_est_garde_pour_personne() {
    new TransactionTemplate(ecritures).executeWithoutResult(ecriture -> {
      chargement.sql("update allocataires.droit set etat = '5'").update();
      assertThat(valeur("POP-DOV", AOUT)).as("les autres ne la voient pas").isEqualTo("1");
      ecriture.setRollbackOnly();
    });
    assertThat(valeur("POP-DOV", AOUT)).isEqualTo("1");
    new TransactionTemplate(ecritures).executeWithoutResult(_ -> chargement.sql("update allocataires.droit set etat = '5'").update());
    assertThat(valeur("POP-DOV", AOUT)).isEqualTo("0");
  }

  @Test
  void dans_une_transaction_qui_ecrit_rien_n_est_garde_ni_repris() {
    valeur("POP-DOV", AOUT);
    assertThat(reprises(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> valeur("POP-DOV", AOUT)))).isZero();
  }

  @Test
  void un_partenaire_ne_recoit_jamais_le_chiffre_d_un_autre() {
    assertThat(valeur("POP-DOV", AOUT)).isEqualTo("1");
    assertThat(reprises(() -> assertThat(parOrganisation(2, () -> indicateurs.calculer("POP-DOV", LocalDate.parse(AOUT), null)).getFirst().valeur())
        .isZero())).isZero();
    assertThat(par(Set.of("DOSSIERS", "INDICATEURS"), List.of(2), () -> indicateurs.calculer("POP-DOV", LocalDate.parse(AOUT), null)).getFirst()
        .valeur())
        .as("le Nord, où Ana n'habite pas").isZero();
  }

  @Test
  void sans_droit_aux_montants_le_chiffre_deja_calcule_pour_la_direction_reste_ferme() {
    p.foyer("2025-08-02").paiement("2025-08", "RSA", "AJ", "600");
    assertThat(valeur("ALL-MONTANT", AOUT)).isEqualTo("600");
    ValeurIndicateur v = par(Set.of("DOSSIERS", "INDICATEURS"), null, () -> indicateurs.calculer("ALL-MONTANT", LocalDate.parse(AOUT), null))
        .getFirst();
    assertThat(v.valeur()).isNull();
    assertThat(v.manque()).isEqualTo("Votre rôle ne donne pas accès aux montants.");
  }

  @Test
  void resumes_la_nuit_les_changements_laissent_vrai_ce_qui_etait_tenu() {
    p.suivi(ana, entree, "SOCIAL", 1, "2025-10-10", null);
    assertThat(valeur("POP-DOV", "2025-10-31")).isEqualTo("1");
    long lignes = lignes();
    resumer.executer();
    assertThat(lignes()).isLessThan(lignes);
    assertThat(reprises(() -> valeur("POP-DOV", "2025-10-31"))).isEqualTo(1);
  }

  /**
   * Acts at random ({@code -Djalon.actes=} of them, {@code -Djalon.graine=}), and after each the figures of random dates, read as everyone does,
   * against those computed anew.
   */
  @Test
  void apres_chaque_acte_au_hasard_les_chiffres_tenus_sont_ceux_que_l_on_recalcule() {
    long graine = Long.getLong("jalon.graine", 20251129L);
    Random hasard = new Random(graine);
    ActesAuHasard actes = new ActesAuHasard(p, chargement, hasard);
    List<Demande> demandes = catalogue.tous().stream().flatMap(i -> Stream.concat(Stream.of(new Demande(i.code(), null)),
        i.dimensions().stream().map(d -> new Demande(i.code(), d)))).toList();
    long avant = tenus.reprises();
    int nombre = Integer.getInteger("jalon.actes", 60);
    for (int n = 0; n < nombre; n++) {
      String acte = actes.un();
      for (LocalDate au : List.of(actes.jour(), LocalDate.parse("2025-03-31"), LocalDate.parse("2025-09-30"))) {
        Map<Demande, List<ValeurIndicateur>> lus = parSysteme(() -> indicateurs.calculer(demandes, au));
        Map<Demande, List<ValeurIndicateur>> recalcules = parSysteme(() -> new TransactionTemplate(transactions)
            .execute(_ -> indicateurs.calculer(demandes, au)));
        assertThat(lus).as("graine %d, acte %d : %s, au %s", graine, n, acte, au).isEqualTo(recalcules);
      }
    }
    assertThat(tenus.reprises() - avant).as("figures given again: otherwise nothing was compared").isGreaterThan(nombre / 2);
  }

  private long lignes() {
    return chargement.sql("select count(*) from pilotage.changement").query(Long.class).single();
  }

  private long reprises(Runnable lecture) {
    long avant = tenus.reprises();
    lecture.run();
    return tenus.reprises() - avant;
  }
}
