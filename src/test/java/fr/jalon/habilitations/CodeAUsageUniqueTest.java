package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.comptes.Totp;
import io.nayuki.qrcodegen.QrCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one-time code: the algorithm, turning it on, the second step of the login, losing the phone. */
@EssaiWeb
class CodeAUsageUniqueTest {
  private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)");
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Habilitations habilitations;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void calcule_les_codes_de_l_annexe_b_de_la_rfc_6238() {
    byte[] secret = "12345678901234567890".getBytes();
    // the RFC prints eight digits; six are the last six
    assertThat(Totp.code(secret, Totp.pas(Instant.ofEpochSecond(59)))).isEqualTo("287082");
    assertThat(Totp.code(secret, Totp.pas(Instant.ofEpochSecond(1111111109)))).isEqualTo("081804");
    assertThat(Totp.code(secret, Totp.pas(Instant.ofEpochSecond(1234567890)))).isEqualTo("005924");
    assertThat(Totp.code(secret, Totp.pas(Instant.ofEpochSecond(20000000000L)))).isEqualTo("353130");
  }

  @Test
  void accepte_une_horloge_en_retard_d_un_pas_et_pas_davantage() {
    byte[] secret = Totp.nouveauSecret();
    Instant la = Instant.ofEpochSecond(1_700_000_010);
    String code = Totp.code(secret, Totp.pas(la));
    assertThat(Totp.pasDuCode(secret, " " + code.substring(0, 3) + " " + code.substring(3), la.plusSeconds(30))).isPresent();
    assertThat(Totp.pasDuCode(secret, code, la.plusSeconds(90))).isEmpty();
    assertThat(Totp.pasDuCode(secret, null, la)).isEmpty();
  }

  @Test
  void camille_active_le_code_puis_se_connecte_en_deux_temps_et_un_code_ne_sert_qu_une_fois() {
    Agent agent = comptoir.agent("ADMINISTRATION");
    byte[] secret = activer(agent);
    byte[] garde = base.sql("select secret_totp from habilitations.agent where id = ?").param(agent.id()).query(byte[].class).single();
    assertThat(HexFormat.of().formatHex(garde)).as("chiffré").doesNotContain(HexFormat.of().formatHex(secret));

    Navigateur n = new Navigateur(port);
    assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Code affiché par votre téléphone").doesNotContain("Camille");
    assertThat(n.ouvrir("/habilitations").body()).contains("Code affiché par votre téléphone");
    assertThat(n.poster("/connexion/code", Map.of("code", "000000")).body()).contains("Ce code n'est pas le bon");
    String code = codeSuivant(secret);
    assertThat(n.suivre(n.poster("/connexion/code", Map.of("code", code))).body()).contains("Camille ADMINISTRATION");

    Navigateur voleur = new Navigateur(port);
    voleur.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(voleur.poster("/connexion/code", Map.of("code", code)).body()).contains("ou il a déjà servi");
    assertThat(comptoir.actes(agent.identifiant()))
        .containsExactly("CONNEXION", "SECOND_FACTEUR_ACTIVE", "CONNEXION_REFUSEE", "CONNEXION", "CONNEXION_REFUSEE");
  }

  @Test
  void essayer_tous_les_codes_est_ralenti_apres_dix() {
    Agent agent = comptoir.agent("REFERENT");
    activer(agent);
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    int refuse = 0;
    for (int i = 0; i < 15; i++) {
      refuse += n.poster("/connexion/code", Map.of("code", "00000" + i % 10)).statusCode() == 429 ? 1 : 0;
    }
    assertThat(refuse).isPositive();
  }

  @Test
  void le_mot_de_passe_seul_ne_remet_pas_le_compte_des_codes_a_zero() {
    Agent agent = comptoir.agent("REFERENT");
    activer(agent);
    int refuse = 0;
    for (int i = 0; i < 12; i++) {
      Navigateur n = new Navigateur(port);
      assertThat(n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).statusCode()).as("le mot de passe n'attend pas").isEqualTo(200);
      refuse += n.poster("/connexion/code", Map.of("code", "000000")).statusCode() == 429 ? 1 : 0;
    }
    assertThat(refuse).isPositive();
  }

  @Test
  void l_administration_retire_le_code_d_un_telephone_perdu() {
    Agent agent = comptoir.agent("REFERENT");
    activer(agent);
    systeme.agir("essai", () -> {
      habilitations.retirerSecondFacteur(agent.id());
      return null;
    });
    assertThat(new Navigateur(port).connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE).body()).contains("Camille REFERENT");
  }

  @Test
  void ne_retire_pas_le_code_sans_le_mot_de_passe() {
    Agent agent = comptoir.agent("REFERENT");
    byte[] secret = activer(agent);
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    n.suivre(n.poster("/connexion/code", Map.of("code", codeSuivant(secret))));
    assertThat(n.suivre(n.poster("/mon-compte/code/retirer", Map.of("actuel", "faux"))).body()).contains("reste demandé");
    assertThat(n.suivre(n.poster("/mon-compte/code/retirer", Map.of("actuel", Comptoir.MOT_DE_PASSE))).body()).contains("n'est plus demandé");
  }

  @Test
  void la_page_dessine_le_code_qr_de_l_adresse_que_le_telephone_doit_lire_et_ecrit_la_cle_a_taper() {
    Agent agent = comptoir.agent("REFERENT");
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    String page = n.ouvrir("/mon-compte/code").body();
    String adresse = trouver("href=\"(otpauth[^\"]+)\"", page).replace("&amp;", "&");
    String dessin = trouver("(<svg[^>]+role=\"img\".*?</svg>)", page);
    QrCode attendu = QrCode.encodeText(adresse, QrCode.Ecc.MEDIUM);
    assertThat(dessin).contains("viewBox=\"0 0 %1$d %1$d\"".formatted(attendu.size + 8)).containsPattern("aria-label=\"[^\"]+\"");
    Set<String> noirs = Arrays.stream(trouver(" d=\"([^\"]+)\"", dessin).split("z")).map(m -> m.replaceAll("M(\\d+),(\\d+)h1v1h-1", "$1 $2"))
        .collect(Collectors.toSet());
    Set<String> voulus = new HashSet<>();
    for (int y = 0; y < attendu.size; y++) {
      for (int x = 0; x < attendu.size; x++) {
        if (attendu.getModule(x, y)) {
          voulus.add(x + 4 + " " + (y + 4));
        }
      }
    }
    assertThat(noirs).isEqualTo(voulus);
    assertThat(trouver("<strong class=\"reference\">([A-Z2-7 ]+)</strong>", page).replace(" ", "")).as("la clé à taper")
        .isEqualTo(trouver(SECRET.pattern(), adresse));
  }

  private static String trouver(String motif, String texte) {
    Matcher m = Pattern.compile(motif, Pattern.DOTALL).matcher(texte);
    assertThat(m.find()).as(motif).isTrue();
    return m.group(1);
  }

  private byte[] activer(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    String page = n.ouvrir("/mon-compte/code").body();
    Matcher m = SECRET.matcher(page);
    assertThat(m.find()).isTrue();
    byte[] secret = Base32.decode(m.group(1));
    assertThat(n.suivre(n.poster("/mon-compte/code", Map.of("code", code(secret), "actuel", "faux"))).body()).contains("n'est pas activé");
    assertThat(n.suivre(n.poster("/mon-compte/code", Map.of("code", "12", "actuel", Comptoir.MOT_DE_PASSE))).body())
        .contains("Ce code n'est pas le bon");
    assertThat(n.suivre(n.poster("/mon-compte/code", Map.of("code", code(secret), "actuel", Comptoir.MOT_DE_PASSE))).body())
        .contains("sera demandé à chaque connexion");
    return secret;
  }

  /** Telephones are where the true hour is, wherever the clock of the instance is set. */
  private static String code(byte[] secret) {
    return Totp.code(secret, Totp.pas(Instant.now()));
  }

  /** The code to come, of a telephone a little fast: the present one has served to activate. */
  private static String codeSuivant(byte[] secret) {
    return Totp.code(secret, Totp.pas(Instant.now()) + 1);
  }
}
