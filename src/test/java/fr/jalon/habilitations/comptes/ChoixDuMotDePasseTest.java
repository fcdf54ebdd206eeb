package fr.jalon.habilitations.comptes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.socle.RefusMetier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What Élodie Martin-Dupré may choose as a password. */
@EssaiWeb
class ChoixDuMotDePasseTest {
  private static final Agent ELODIE = new Agent(1, "elodie.martin", "Élodie Martin-Dupré", "e.martindupre@ardeche-insertion.fr", "REFERENT", false,
      List.of(), List.of(), true,
      false, true, 1);
  @Autowired
  ChoixDuMotDePasse choix;
  @Autowired
  MotsDePasse motsDePasse;

  @ParameterizedTest
  @ValueSource(strings = {"elodie.martin", "Elodie.Martin2026!", "elodiemartin07", "ÉLODIE et son chien noir", "m4rtin-la-tempete",
      "nitram a l'envers", "duprÉ champignon",
      "e.martindupre@ardeche", "un ardeche-insertion", "3lodi3 prend le train"})
  void refuse_ce_qui_reprend_son_nom_son_identifiant_ou_son_adresse(String motDePasse) {
    refuse(motDePasse, "MOT_DE_PASSE_NOM", "ni votre nom, ni votre identifiant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"motdepasse123", "Motdepasse2026!", "azertyuiop123", "password1234", "P@ssw0rd2026", "123456789012", "aaaaaaaaaaaa",
      "abcabcabcabc", "soleilsoleil",
      "bonjour12345", "Jalon2026Jalon", "referent-rsa-07", "novembre2026!", "qwertyuiop12", "iloveyou1234", "marseille1993", "Bienvenue2026"})
  void refuse_ce_que_tout_le_monde_essaie(String motDePasse) {
    refuse(motDePasse, "MOT_DE_PASSE_SIMPLE", "trop simple à deviner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "court", "onze lettre", "é"})
  void refuse_ce_qui_est_trop_court(String motDePasse) {
    refuse(motDePasse, "MOT_DE_PASSE_LONGUEUR", "au moins 12 caractères");
  }

  @ParameterizedTest
  @ValueSource(strings = {"le chat dort au soleil", "une phrase bien à moi", "kayak rouge et pain d'épices", "xT7!vq#2Lm9z",
      "quatre chevaux sous la pluie"})
  void accepte_une_phrase_de_quelques_mots_ou_douze_caracteres_au_hasard(String motDePasse) {
    assertThatCode(() -> choix.verifier(motDePasse, ELODIE)).doesNotThrowAnyException();
  }

  @Test
  void juge_vite_le_plus_long() {
    assertThatCode(() -> choix.verifier("une phrase sans fin ".repeat(10).strip() + "!", ELODIE)).doesNotThrowAnyException();
    refuse("a".repeat(201), "MOT_DE_PASSE_LONGUEUR", "12 caractères");
  }

  @Test
  void un_mot_de_passe_provisoire_est_tire_au_hasard_et_passerait_la_regle() {
    Set<String> tires = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String p = motsDePasse.provisoire();
      assertThat(p).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}").doesNotContain("elodie", "martin");
      tires.add(p);
    }
    assertThat(tires).hasSize(2000);
    assertThat(tires.stream().flatMapToInt(String::chars).distinct().count()).as("31 caractères et le tiret").isEqualTo(32);
    assertThatCode(() -> choix.verifier(tires.iterator().next(), ELODIE)).doesNotThrowAnyException();
  }

  @Test
  void le_mot_de_passe_des_essais_passe_la_regle() {
    assertThatCode(() -> choix.verifier(Comptoir.MOT_DE_PASSE, ELODIE)).doesNotThrowAnyException();
  }

  private void refuse(String motDePasse, String code, String phrase) {
    assertThatThrownBy(() -> choix.verifier(motDePasse, ELODIE)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code))
        .hasMessageContaining(phrase);
  }
}
