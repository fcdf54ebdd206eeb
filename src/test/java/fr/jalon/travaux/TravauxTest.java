package fr.jalon.travaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.AuNomDe;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.application.EnJson;
import fr.jalon.travaux.domaine.EtatTravail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What Madame Roche asks is done with her rights, once, even when a server dies; she reads where it is and what it gave. */
@SpringBootTest(properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.travaux.rythme=100ms", "jalon.travaux.battement=200ms"})
@Import({TravauxTest.Copier.class, TravauxTest.Poster.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TravauxTest {
  @Autowired
  Travaux travaux;
  @Autowired
  Copier copier;
  @Autowired
  Poster poster;
  @Autowired
  AuNomDe auNomDe;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Habilitations habilitations;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  Serveur serveur;
  @Autowired
  Chiffrement chiffrement;
  @Autowired
  List<TravailRegulier> reguliers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  /** What is asked. @param attendre true to wait for the gate at each part */
  record Demande(int parts, boolean attendre, String refus) {}

  /** Work in parts, which remembers who did them. */
  abstract static class EnParts implements GenreDeTravail<Demande> {
    final ConcurrentLinkedQueue<String> faites = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> rendues = new ConcurrentLinkedQueue<>();
    volatile CountDownLatch porte = new CountDownLatch(0);
    private final AgentCourant agentCourant;

    EnParts(AgentCourant agentCourant) {
      this.agentCourant = agentCourant;
    }

    @Override
    public Class<Demande> parametres() {
      return Demande.class;
    }

    @Override
    public Bilan executer(Demande d, TravailEnCours enCours) {
      if (d.refus() != null) {
        throw new RefusMetier("REFUS", d.refus());
      }
      for (int i = 0; i < d.parts(); i++) {
        enCours.avancer(i, d.parts());
        passerLaPorte(d);
        faites.add(agentCourant.perimetre().agent() + " " + agentCourant.perimetre().ressources().contains("EXPORTS") + " " + d.parts());
      }
      return new Bilan(d.parts() + " parts faites.", List.of("La ligne 3 est vide."));
    }

    private void passerLaPorte(Demande d) {
      try {
        assertThat(!d.attendre() || porte.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void rendre(Demande d, boolean annule, String phrase) {
      rendues.add(d.parts() + " " + phrase);
    }
  }

  /** Parts that may be done again. */
  @Component
  static class Copier extends EnParts {
    Copier(AgentCourant agentCourant) {
      super(agentCourant);
    }

    @Override
    public String code() {
      return "COPIER";
    }

    @Override
    public boolean seReprend() {
      return true;
    }
  }

  /** Parts that would be done twice. */
  @Component
  static class Poster extends EnParts {
    Poster(AgentCourant agentCourant) {
      super(agentCourant);
    }

    @Override
    public String code() {
      return "POSTER";
    }

    @Override
    public boolean seReprend() {
      return false;
    }
  }

  @BeforeAll
  void comptes() {
    for (String qui : List.of("roche", "autre", "partie")) {
      systeme.agir("essai", () -> {
        habilitations.creer(new SaisieAgent(qui, "Madame " + qui, null, "DIRECTION", true, List.of(), List.of()), "mot-de-passe-1234");
        return null;
      });
    }
  }

  @BeforeEach
  void vider() {
    copier.faites.clear();
    copier.rendues.clear();
    poster.faites.clear();
    poster.rendues.clear();
  }

  /** A sweep that starts at ten past the hour changes what a test of another room is looking at: pom.xml closes each by its property. */
  @Test
  void rien_ne_se_declenche_pendant_un_essai_parce_que_l_heure_sonne() {
    assertThat(reguliers).filteredOn(r -> r.cron() != null).isNotEmpty().allSatisfy(r -> assertThat(r.cron()).as(r.code()).isEqualTo("-"));
  }

  @Test
  void le_travail_se_fait_avec_les_droits_de_qui_l_a_demande_et_dit_ce_qu_il_a_donne() {
    long id = roche(() -> travaux.demander(copier, new Demande(3, false, null), "Copier trois parts", "/exemple"));
    Travail fini = attendre(id, EtatTravail.FINI);
    assertThat(copier.faites).hasSize(3).allMatch("roche true 3"::equals);
    assertThat(fini.compteRendu()).isEqualTo("3 parts faites.");
    assertThat(fini.laisses()).containsExactly("La ligne 3 est vide.");
    assertThat(fini.adresse()).isEqualTo("/exemple");
    assertThat(fini.vu()).isFalse();
    roche(() -> {
      travaux.vu(id);
      return null;
    });
    assertThat(roche(() -> travaux.le(id)).orElseThrow().vu()).isTrue();
    assertThat(base.sql("select string_agg(vers, ' ' order by id) from travaux.passage where objet_id = ?").param(id).query(String.class).single())
        .isEqualTo("EN_ATTENTE EN_COURS FINI");
  }

  @Test
  void un_collegue_ne_voit_ni_n_arrete_le_travail_d_un_autre() {
    long id = roche(() -> travaux.demander(copier, new Demande(1, false, null), "Copier", null));
    assertThat(auNomDe.agir("autre", () -> travaux.le(id))).isEmpty();
    assertThat(auNomDe.agir("autre", () -> travaux.miens())).extracting(Travail::id).doesNotContain(id);
    assertThatThrownBy(() -> auNomDe.agir("autre", () -> {
      travaux.annuler(id);
      return null;
    })).isInstanceOf(RefusMetier.class);
    attendre(id, EtatTravail.FINI);
  }

  @Test
  void ce_qui_est_demande_dans_un_acte_qui_echoue_n_est_pas_fait() {
    long[] id = {0};
    assertThatThrownBy(() -> roche(() -> transaction.execute(_ -> {
      id[0] = travaux.demander(copier, new Demande(7, false, null), "Copier", null);
      throw new IllegalStateException("l'acte échoue");
    }))).hasMessage("l'acte échoue");
    long temoin = roche(() -> travaux.demander(copier, new Demande(1, false, null), "Copier après", null));
    attendre(temoin, EtatTravail.FINI);
    assertThat(roche(() -> travaux.le(id[0]))).isEmpty();
    assertThat(copier.faites).allMatch("roche true 1"::equals);
  }

  @Test
  void une_regle_qui_refuse_est_le_compte_rendu_et_rien_ne_reste_de_cote() {
    long id = roche(() -> travaux.demander(copier, new Demande(0, false, "Ce fichier est déjà chargé."), "Copier", null));
    assertThat(attendre(id, EtatTravail.ECHEC).compteRendu()).isEqualTo("Ce fichier est déjà chargé.");
    assertThat(copier.rendues).containsExactly("0 Ce fichier est déjà chargé.");
  }

  @Test
  void qui_a_perdu_son_acces_ne_fait_plus_rien_faire() {
    copier.porte = new CountDownLatch(1);
    long devant = roche(() -> travaux.demander(copier, new Demande(1, true, null), "Devant", null));
    long id = auNomDe.agir("partie", () -> travaux.demander(copier, new Demande(5, false, null), "Copier", null));
    assertThat(auNomDe.agir("partie", () -> travaux.le(id)).orElseThrow().avant()).isEqualTo(1);
    base.sql("update habilitations.agent set actif = false where identifiant = 'partie'").update();
    assertThatThrownBy(() -> auNomDe.agir("partie", () -> travaux.le(id)))
        .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("ACCES_RETIRE"));
    copier.porte.countDown();
    attendre(devant, EtatTravail.FINI);
    Awaitility.await().until(() -> etat(id), "ECHEC"::equals);
    assertThat(copier.faites).containsExactly("roche true 1");
    assertThat(base.sql("select compte_rendu from travaux.travail where id = ?").param(id).query(String.class).single())
        .contains("n'a plus accès à Jalon");
  }

  @Test
  void les_travaux_d_une_sorte_se_font_un_a_un_dans_l_ordre_demande() {
    copier.porte = new CountDownLatch(1);
    long premier = roche(() -> travaux.demander(copier, new Demande(1, true, null), "Premier", null));
    long deuxieme = roche(() -> travaux.demander(copier, new Demande(2, false, null), "Deuxième", null));
    long troisieme = auNomDe.agir("autre", () -> travaux.demander(copier, new Demande(3, false, null), "Troisième", null));
    Awaitility.await().until(() -> etat(premier), "EN_COURS"::equals);
    assertThat(List.of(etat(deuxieme), etat(troisieme))).containsOnly("EN_ATTENTE");
    copier.porte.countDown();
    Awaitility.await().until(() -> etat(troisieme), "FINI"::equals);
    assertThat(copier.faites).containsExactly("roche true 1", "roche true 2", "roche true 2", "autre true 3", "autre true 3", "autre true 3");
  }

  @Test
  void avant_son_tour_un_travail_annule_ne_fait_rien_et_en_cours_il_s_arrete_apres_sa_part() {
    copier.porte = new CountDownLatch(1);
    long enCours = roche(() -> travaux.demander(copier, new Demande(4, true, null), "En cours", null));
    long enFile = roche(() -> travaux.demander(copier, new Demande(9, false, null), "En file", null));
    Awaitility.await().until(() -> etat(enCours), "EN_COURS"::equals);
    roche(() -> {
      travaux.annuler(enFile);
      travaux.annuler(enCours);
      return null;
    });
    assertThat(etat(enFile)).isEqualTo("ANNULE");
    copier.porte.countDown();
    assertThat(attendre(enCours, EtatTravail.ANNULE).compteRendu()).contains("1 sur 4");
    assertThat(copier.faites).hasSize(1);
    assertThat(copier.rendues).anyMatch(r -> r.equals("9 Annulé par Madame roche, avant son tour. Rien n'a été fait."))
        .anyMatch(r -> r.startsWith("4 "));
    assertThatThrownBy(() -> roche(() -> {
      travaux.annuler(enCours);
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("TRAVAIL_FINI")).hasMessageContaining("déjà terminé");
  }

  @Test
  void le_travail_d_un_serveur_mort_est_repris_quand_ses_parts_le_permettent() {
    long id = coupe("COPIER", 2, 1);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> etat(id), "FINI"::equals);
    assertThat(copier.faites).hasSize(2);
    assertThat(base.sql("select tentatives from travaux.travail where id = ?").param(id).query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void il_est_dit_interrompu_quand_une_personne_doit_regarder() {
    long id = coupe("POSTER", 2, 1);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> etat(id), "INTERROMPU"::equals);
    assertThat(poster.faites).isEmpty();
    assertThat(poster.rendues).singleElement().asString().contains("Le serveur s'est arrêté pendant ce travail");
  }

  @Test
  void un_travail_qui_tue_son_serveur_cinq_fois_n_est_plus_tente() {
    long id = coupe("COPIER", 2, 5);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> etat(id), "ECHEC"::equals);
    assertThat(copier.faites).isEmpty();
  }

  @Test
  void ce_que_lit_un_seul_serveur_attend_ce_serveur() {
    long ailleurs = roche(() -> travaux.demander(copier, new Demande(8, false, null), "Ailleurs", null, "inconnu"));
    long ici = roche(() -> travaux.demander(copier, new Demande(1, false, null), "Ici", null, serveur.nom()));
    attendre(ici, EtatTravail.FINI);
    assertThat(etat(ailleurs)).isEqualTo("EN_ATTENTE");
    roche(() -> {
      travaux.annuler(ailleurs);
      return null;
    });
    assertThat(etat(ailleurs)).isEqualTo("ANNULE");
  }

  @Test
  void madame_roche_ne_met_pas_un_soixante_et_unieme_travail_dans_la_file() {
    List<Long> ailleurs = IntStream.range(0, 60)
        .mapToObj(_ -> roche(() -> travaux.demander(copier, new Demande(8, false, null), "Ailleurs", null, "inconnu"))).toList();
    try {
      assertThatThrownBy(() -> roche(() -> travaux.demander(copier, new Demande(8, false, null), "De trop", null, "inconnu")))
          .isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("FILE_PLEINE")).hasMessageContaining("déjà 60 travaux");
      assertThat(base.sql("select count(*) from travaux.travail where titre = 'De trop'").query(Integer.class).single()).isZero();
    } finally {
      roche(() -> {
        ailleurs.forEach(travaux::annuler);
        return null;
      });
    }
  }

  /** A job that a server was doing when it was killed. */
  private long coupe(String genre, int parts, int tentatives) {
    long id = base.sql("""
        insert into travaux.travail (genre, titre, parametres, lieu, demande_par, systeme, demande_le, etat_depuis)
        values (?, 'Coupé', ?, 'mort', 'roche', false, now(), now()) returning id""").params(genre, EnJson.chiffrer(new Demande(parts, false, null), chiffrement)).query(Long.class).single();
    base.sql("update travaux.travail set etat = 'EN_COURS', lieu = null, tentatives = ?, serveur = 'mort', billet = id where id = ?")
        .params(tentatives, id).update();
    base.sql("update travaux.ordre set task_name = 'travail', picked = true, picked_by = 'mort', last_heartbeat = now() - interval '1 hour' where task_instance = ?")
        .param(Long.toString(id)).update();
    return id;
  }

  private String etat(long id) {
    return base.sql("select etat from travaux.travail where id = ?").param(id).query(String.class).single();
  }

  private Travail attendre(long id, EtatTravail etat) {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> roche(() -> travaux.le(id)).orElseThrow(), t -> t.etat() == etat);
  }

  private <T> T roche(Supplier<T> acte) {
    return auNomDe.agir("roche", acte);
  }
}
