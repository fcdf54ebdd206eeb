package fr.jalon.habilitations.porte;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** With the limits of an instance as it is delivered. */
class SessionsDesAgentsTest {
  private static final long CAMILLE = 7;
  private final SessionsDesAgents sessions = new SessionsDesAgents(10, 3, 100, Duration.ofMinutes(5));

  @Test
  void un_voleur_qui_a_le_mot_de_passe_ne_ferme_pas_la_session_ou_camille_tape_son_code() {
    MockHttpSession elle = attendre("198.51.100.7", false);
    for (int i = 0; i < 50; i++) {
      attendre("203.0.113.9", false);
    }
    assertThat(elle.isInvalid()).isFalse();
  }

  @Test
  void de_mille_adresses_non_plus_sur_son_appareil_connu() {
    MockHttpSession elle = attendre("appareil 1", true);
    MockHttpSession inconnue = attendre("198.51.100.7", false);
    for (int i = 0; i < 1000; i++) {
      attendre("voleur " + i, false);
    }
    assertThat(elle.isInvalid()).isFalse();
    assertThat(inconnue.isInvalid()).as("la mémoire est bornée pour un compte").isTrue();
  }

  @Test
  void la_quatrieme_session_en_attente_d_un_meme_lieu_ferme_la_premiere() {
    MockHttpSession premiere = attendre("198.51.100.7", false);
    MockHttpSession deuxieme = attendre("198.51.100.7", false);
    attendre("198.51.100.7", false);
    attendre("198.51.100.7", false);
    assertThat(premiere.isInvalid()).isTrue();
    assertThat(deuxieme.isInvalid()).isFalse();
  }

  @Test
  void une_session_qui_a_fini_d_attendre_ne_compte_plus_parmi_celles_qui_attendent() {
    MockHttpSession elle = attendre("198.51.100.7", false);
    sessions.compter(elle, CAMILLE);
    for (int i = 0; i < 4; i++) {
      attendre("198.51.100.7", false);
    }
    assertThat(elle.isInvalid()).isFalse();
  }

  private MockHttpSession attendre(String lieu, boolean connu) {
    MockHttpSession session = new MockHttpSession();
    sessions.compterEnAttente(session, CAMILLE, lieu, connu);
    return session;
  }
}
