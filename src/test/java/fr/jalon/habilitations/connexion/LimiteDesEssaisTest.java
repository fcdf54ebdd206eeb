package fr.jalon.habilitations.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.habilitations.HorlogeDeTest;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Essai;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With the limits of an instance as it is delivered. */
@EssaiWeb
class LimiteDesEssaisTest {
  @Autowired
  HorlogeDeTest.Deplacable horloge;
  @Autowired
  EssaisPartages essais;
  private LimiteDesEssais limite;

  /** Of its own: what other classes try is counted apart. */
  @BeforeEach
  void sans_essai() {
    horloge.avancer(Duration.ofHours(2));
    limite = new LimiteDesEssais(essais, 10, 300, Duration.ofHours(1));
  }

  @Test
  void un_lundi_matin_le_cent_troisieme_et_le_cinq_centieme_agent_derriere_la_meme_adresse_entrent() {
    Lieu bureaux = new Lieu("198.51.100.7", null);
    for (int i = 1; i <= 500; i++) {
      if (i % 8 == 0) {
        rater("agent." + i, bureaux);
      }
      assertThat(reussir("agent." + i, bureaux)).as("agent " + i).isTrue();
    }
  }

  @Test
  void mille_essais_faux_de_cent_adresses_n_empechent_ni_l_administration_ni_personne_d_entrer_d_ailleurs() {
    for (int i = 0; i < 1000; i++) {
      rater("administration", new Lieu("203.0.113." + i % 100, null));
    }
    assertThat(limite.essayer("administration", new Lieu("203.0.113.1", null)).refuse()).as("d'où viennent les essais").isTrue();
    assertThat(reussir("administration", new Lieu("198.51.100.7", null))).isTrue();
  }

  @Test
  void une_adresse_qui_essaie_tous_les_comptes_est_ralentie_mais_pas_les_appareils_connus_ni_les_autres_adresses() {
    Lieu voleur = new Lieu("203.0.113.9", null);
    int permis = 0;
    for (int i = 0; i < 1000; i++) {
      permis += rater("agent." + i, voleur) ? 1 : 0;
    }
    assertThat(permis).isBetween(300, 310);
    Essai essai = limite.essayer("camille", voleur);
    assertThat(essai.attendre()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(13));
    assertThat(reussir("camille", new Lieu("203.0.113.9", UUID.randomUUID()))).isTrue();
    assertThat(reussir("camille", new Lieu("203.0.113.10", null))).isTrue();
    horloge.avancer(Duration.ofSeconds(15));
    assertThat(reussir("camille", voleur)).as("jamais fermée : ralentie").isTrue();
  }

  @Test
  void un_appareil_connu_est_ralenti_par_ses_propres_echecs_seulement() {
    UUID portable = UUID.randomUUID();
    for (int i = 0; i < 50; i++) {
      rater("camille", new Lieu("203.0.113.9", null));
    }
    assertThat(reussir("camille", new Lieu("203.0.113.9", portable))).isTrue();
    for (int i = 0; i < 50; i++) {
      rater("camille", new Lieu("203.0.113.9", portable));
    }
    assertThat(reussir("camille", new Lieu("203.0.113.9", portable))).as("un témoin volé ne donne pas des essais sans fin").isFalse();
  }

  @Test
  void des_codes_faux_ne_ralentissent_pas_le_mot_de_passe_ni_l_inverse() {
    Lieu lieu = new Lieu("198.51.100.7", null);
    for (int i = 0; i < 20; i++) {
      try (Essai e = limite.essayerUnCode("camille", lieu)) {
        e.rate();
      }
    }
    assertThat(limite.essayerUnCode("camille", lieu).refuse()).isTrue();
    assertThat(reussir("camille", lieu)).isTrue();
  }

  @Test
  void les_adresses_ipv6_d_un_meme_abonne_comptent_pour_une() {
    for (int i = 0; i < 30; i++) {
      rater("camille", new Lieu("2001:db8:1:2::" + Integer.toHexString(i + 1), null));
    }
    assertThat(limite.essayer("camille", new Lieu("2001:db8:1:2:ffff::1", null)).refuse()).isTrue();
  }

  @Test
  void mille_cles_d_acces_refusees_ne_remplissent_pas_le_journal() {
    int lignes = 0;
    for (int i = 0; i < 1000; i++) {
      lignes += limite.aNoter("203.0.113.9") ? 1 : 0;
    }
    assertThat(lignes).isBetween(300, 310);
    assertThat(reussir("camille", new Lieu("203.0.113.9", null))).as("et ne font attendre aucun mot de passe").isTrue();
  }

  private boolean rater(String compte, Lieu lieu) {
    try (Essai e = limite.essayer(compte, lieu)) {
      e.rate();
      return !e.refuse();
    }
  }

  private boolean reussir(String compte, Lieu lieu) {
    try (Essai e = limite.essayer(compte, lieu)) {
      e.reussi();
      return !e.refuse();
    }
  }
}
