package fr.jalon.habilitations;

import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The two logins of the application (see decision 0011). The owner's is given by the administrator or kept by the embedded PostgreSQL.
 * The agents' is, unless the administrator gives one, named after the owner's; its password is derived from the owner's, so that two
 * servers of one database agree on it without keeping anything more. The owner's password cannot be found again from it.
 */
@Component
class AccesALaBase {
  private final ConnexionPostgres proprietaire;
  private final ConnexionPostgres agents;
  private final boolean impose;

  AccesALaBase(@Value("${spring.datasource.url}") String url, @Value("${spring.datasource.username}") String utilisateur,
      @Value("${spring.datasource.password:}") String motDePasse, @Value("${jalon.db.application.user:}") String utilisateurDesAgents,
      @Value("${jalon.db.application.password:}") String motDePasseDesAgents) {
    if (!utilisateurDesAgents.isBlank() && (utilisateurDesAgents.strip().equals(utilisateur) || motDePasseDesAgents.isEmpty()
        && !motDePasse.isEmpty())) {
      throw new DemarrageImpossible("JALON_DB_APPLICATION_USER nomme le compte PostgreSQL sous lequel travaillent les agents : il n'est pas celui de JALON_DB_USER (« "
          + utilisateur
          + " »), à qui tout appartient, et son mot de passe se donne avec lui, dans JALON_DB_APPLICATION_PASSWORD. Rien n'a été changé.");
    }
    this.proprietaire = new ConnexionPostgres(url, utilisateur, motDePasse);
    this.impose = !motDePasseDesAgents.isEmpty();
    String login = utilisateurDesAgents.isBlank() ? utilisateur + "_agents" : utilisateurDesAgents.strip();
    this.agents = new ConnexionPostgres(url, login, impose || motDePasse.isEmpty() ? motDePasseDesAgents : derive(motDePasse, login));
  }

  /** The login that owns the tables. */
  ConnexionPostgres proprietaire() {
    return proprietaire;
  }

  /** The login that can do nothing but take the role of the agents. */
  ConnexionPostgres agents() {
    return agents;
  }

  /** True when the administrator gave the agents' password: Jalon then never changes it. */
  boolean impose() {
    return impose;
  }

  private static String derive(String motDePasse, String login) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(motDePasse.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder().withoutPadding()
          .encodeToString(mac.doFinal(("jalon, porte des agents : " + login).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
