package fr.jalon.courriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.EssaiWeb;
import fr.jalon.habilitations.Navigateur;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A secret kept is never sent to another server than the one it was typed for. */
@EssaiWeb
class SecretsEtAdressesTest {
  private static final String RETAPER = "Le serveur change : tapez de nouveau ce secret.";
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur n;

  @BeforeEach
  void une_administratrice_regle_l_envoi() {
    Agent admin = comptoir.agent("ADMINISTRATION");
    n = new Navigateur(port);
    n.connecter(admin.identifiant(), Comptoir.MOT_DE_PASSE);
    n.ouvrir("/modeles-de-courrier/envoi");
  }

  @AfterEach
  void plus_de_passerelle() {
    base.sql("delete from courriers.passerelle").update();
  }

  @Test
  void le_jeton_de_la_passerelle_sms_ne_suit_pas_une_nouvelle_adresse() {
    assertThat(sms("https://sms.prestataire.example/envoi", "jeton-secret").body()).contains("enregistré");
    byte[] garde = secret("SMS");
    for (String ailleurs : List.of("https://voleur.example/envoi", "https://sms.prestataire.example:8443/envoi",
        "https://sms.prestataire.example.voleur.example/envoi")) {
      HttpResponse<String> refus = sms(ailleurs, "");
      assertThat(refus.statusCode()).as(ailleurs).isEqualTo(422);
      assertThat(refus.body()).contains(RETAPER, ailleurs);
    }
    assertThat(base.sql("select adresse from courriers.passerelle where canal = 'SMS'").query(String.class).single())
        .isEqualTo("https://sms.prestataire.example/envoi");
    assertThat(sms("https://sms.prestataire.example:443/autre/chemin", "").body()).as("même serveur").contains("enregistré");
    assertThat(secret("SMS")).isEqualTo(garde);
    assertThat(sms("https://autre.prestataire.example/", "jeton-nouveau").body()).contains("enregistré");
    assertThat(secret("SMS")).isNotEqualTo(garde);
  }

  @Test
  void le_mot_de_passe_smtp_ne_suit_ni_un_autre_serveur_ni_un_autre_port_ni_un_autre_chiffrement() {
    assertThat(courriel(Map.of("secret", "motdepasse")).body()).contains("enregistré");
    assertThat(courriel(Map.of("adresse", "smtp.voleur.example")).body()).contains(RETAPER);
    assertThat(courriel(Map.of("port", "2525")).body()).contains(RETAPER);
    assertThat(courriel(Map.of("securite", "TLS")).body()).contains(RETAPER);
    assertThat(courriel(Map.of("securite", "AUCUNE", "secret", "motdepasse")).body()).contains("Un mot de passe ne part pas en clair");
    assertThat(courriel(Map.of("expediteur", "autre@ardeche.example")).body()).contains("enregistré");
    assertThat(secret("COURRIEL")).isNotNull();
    assertThat(courriel(Map.of("adresse", "smtp.interne.example", "securite", "AUCUNE", "identifiant", "")).body())
        .as("sans compte, rien de secret ne part").contains("enregistré");
    assertThat(secret("COURRIEL")).as("et le secret d'avant n'y est plus").isNull();
  }

  @Test
  void la_base_elle_meme_le_refuse_quelle_que_soit_la_page() {
    sms("https://sms.prestataire.example/envoi", "jeton-secret");
    assertThatThrownBy(() -> base.sql("update courriers.passerelle set adresse = 'https://voleur.example/' where canal = 'SMS'").update())
        .hasMessageContaining("le secret gardé ne le suit pas");
    assertThat(base.sql("""
        select has_column_privilege('jalon_application', 'echanges.webhook', 'adresse', 'update') or has_column_privilege('jalon_application', 'echanges.webhook', 'secret', 'update')""")
        .query(Boolean.class).single()).as("un webhook garde son adresse et son secret toute sa vie").isFalse();
  }

  @Test
  void refuse_une_passerelle_sans_https_avec_un_nom_d_utilisateur_ou_sur_le_serveur_lui_meme() {
    for (String adresse : List.of("http://sms.prestataire.example/", "https://jalon:secret@sms.prestataire.example/",
        "file:///etc/passwd", "https://")) {
      assertThat(sms(adresse, "jeton").body()).as(adresse).contains("le jeton ne part pas en clair");
    }
    assertThat(sms("http://localhost:5432/", "jeton").body()).contains("JALON_PASSERELLES_LOCALES");
  }

  private HttpResponse<String> sms(String adresse, String secret) {
    return n.suivre(n.poster("/modeles-de-courrier/envoi", Map.of("canal", "SMS", "adresse", adresse, "secret", secret, "expediteur", "ARDECHE")));
  }

  private HttpResponse<String> courriel(Map<String, String> autres) {
    Map<String, String> champs = new HashMap<>(Map.of("canal", "COURRIEL", "adresse", "smtp.ardeche.example", "port", "587", "securite", "STARTTLS",
        "identifiant", "jalon", "secret", "",
        "expediteur", "rsa@ardeche.example", "reponse", ""));
    champs.putAll(autres);
    return n.suivre(n.poster("/modeles-de-courrier/envoi", champs));
  }

  private byte[] secret(String canal) {
    return base.sql("select secret from courriers.passerelle where canal = ?").param(canal)
        .query((l, _) -> java.util.Optional.ofNullable(l.getBytes(1))).single().orElse(null);
  }
}
