package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.demarrage.Pannes;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.PanneDeLaBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slower, never locked. */
@EssaiWeb
class RalentissementTest {
  @Autowired
  HorlogeDeTest.Deplacable horloge;
  @Autowired
  EssaisPartages essais;
  @Autowired
  Oublis oublis;
  @Autowired
  @Qualifier("clesSource")
  DataSource cles;
  @Autowired
  @Qualifier("comptesSource")
  DataSource comptes;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private final String genre = "essai " + UUID.randomUUID();
  private Ralentissement r;

  @BeforeEach
  void trois_essais_libres() {
    r = new Ralentissement(essais, genre, 3, Duration.ofHours(1), false);
  }

  @Test
  void l_attente_double_jusqu_a_une_minute_et_un_essai_refuse_ne_l_allonge_pas() {
    assertThat(r.essayer("a", "bureau")).isZero();
    assertThat(r.essayer("a", "bureau")).isZero();
    List<Long> attentes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      assertThat(r.essayer("a", "bureau")).as("essai permis " + i).isZero();
      Duration suivante = r.essayer("a", "bureau");
      assertThat(r.essayer("a", "bureau")).as("refusé, sans effet").isPositive().isLessThanOrEqualTo(suivante);
      attentes.add(Math.round(suivante.toMillis() / 1000.0));
      horloge.avancer(suivante);
    }
    assertThat(attentes).containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
  }

  @Test
  void cent_essais_au_meme_instant_ne_sont_pas_cent_essais_libres() {
    long permis = IntStream.range(0, 100).parallel().filter(_ -> r.essayer("a", "bureau").isZero()).count();
    assertThat(permis).isEqualTo(3);
  }

  @Test
  void une_heure_sans_essai_ou_une_reussite_et_tout_recommence() {
    for (int i = 0; i < 3; i++) {
      r.essayer("a", "bureau");
      r.essayer("b", "bureau");
    }
    assertThat(r.essayer("a", "bureau")).isPositive();
    r.oublier("a", "bureau");
    assertThat(r.essayer("a", "bureau")).isZero();
    horloge.avancer(Duration.ofHours(2));
    assertThat(r.essayer("b", "bureau")).isZero();
    assertThat(r.essayer("b", "bureau")).isZero();
  }

  @Test
  void un_essai_rendu_pendant_qu_un_autre_est_en_cours_laisse_compter_l_autre() {
    r.essayer("a", "bureau");
    r.essayer("a", "bureau");
    r.rendre("a", "bureau");
    assertThat(gardes()).isEqualTo(1);
    r.rendre("a", "bureau");
    assertThat(gardes()).as("plus rien à retenir").isZero();
  }

  @Test
  void l_administration_rend_son_compte_a_qui_attend_partout_et_a_elle_seule() {
    for (int i = 0; i < 3; i++) {
      for (String lieu : List.of("bureau", "maison")) {
        r.essayer("a", lieu);
        r.essayer("b", lieu);
      }
    }
    assertThat(r.essayer("a", "maison")).isPositive();
    r.oublier("a");
    assertThat(r.essayer("a", "maison")).isZero();
    assertThat(r.essayer("a", "bureau")).isZero();
    assertThat(r.essayer("b", "bureau")).isPositive();
  }

  @Test
  void ce_qui_ne_compte_plus_est_oublie_et_rien_ne_dit_qui_a_essaye() {
    r.essayer("camille.durand", "198.51.100.7");
    oublis.oublier();
    assertThat(gardes()).as("compte encore").isEqualTo(1);
    assertThat(base.sql("select r::text from habilitations.ralentissement r").query(String.class).list())
        .noneMatch(l -> l.contains("camille") || l.contains("198.51"));
    horloge.avancer(Duration.ofMinutes(61));
    oublis.oublier();
    assertThat(gardes()).isZero();
  }

  @Test
  void deux_serveurs_comptent_ensemble() {
    Ralentissement autreServeur = new Ralentissement(essais, genre, 3, Duration.ofHours(1), false);
    r.essayer("a", "bureau");
    autreServeur.essayer("a", "bureau");
    r.essayer("a", "bureau");
    assertThat(autreServeur.essayer("a", "bureau")).isPositive();
    Debit ici = new Debit(essais, genre, 2, Duration.ofHours(1), false);
    Debit la = new Debit(essais, genre, 2, Duration.ofHours(1), false);
    assertThat(ici.essayer("a").permis()).isTrue();
    assertThat(la.essayer("a").reste()).isZero();
    assertThat(ici.essayer("a").permis()).isFalse();
    assertThat(la.attendre("a")).isPositive();
  }

  @Test
  void une_demonstration_relancee_qui_recommence_sa_journee_ne_fait_attendre_personne() {
    for (int i = 0; i < 4; i++) {
      r.essayer("a", "bureau");
    }
    new EssaisPartages(cles, comptes, base, new Chiffrement(new byte[32]), horloge, "2025-09-08").recommencer();
    assertThat(gardes()).isZero();
    new EssaisPartages(cles, comptes, base, new Chiffrement(new byte[32]), horloge, "").recommencer();
  }

  @Test
  void une_foule_d_inconnus_est_renvoyee_tout_de_suite_et_un_appareil_connu_passe() throws InterruptedException {
    CountDownLatch entres = new CountDownLatch(20);
    CountDownLatch partez = new CountDownLatch(1);
    List<Thread> foule = IntStream.range(0, 20).mapToObj(_ -> Thread.ofVirtual().start(() -> essais.inconnus.passer(() -> {
      entres.countDown();
      try {
        return partez.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }))).toList();
    try {
      assertThat(entres.await(20, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> r.essayer("a", "bureau")).isInstanceOf(CannotGetJdbcConnectionException.class)
          .satisfies(e -> assertThat(Pannes.dans(e)).hasValue(PanneDeLaBase.OCCUPEE));
      assertThat(new Ralentissement(essais, genre, 3, Duration.ofHours(1), true).essayer("a", "appareil")).isZero();
    } finally {
      partez.countDown();
      for (Thread t : foule) {
        t.join();
      }
    }
    assertThat(r.essayer("a", "bureau")).isZero();
  }

  private int gardes() {
    return base.sql("select count(*) from habilitations.ralentissement where compte in (?, ?)")
        .params(essais.cle(genre, "a"), essais.cle(genre, "camille.durand")).query(Integer.class).single();
  }
}
