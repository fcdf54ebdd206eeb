package fr.jalon.habilitations.connexion;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Once the provider said who comes in, Jalon asks it nothing more: the tokens it gave are not kept. */
final class AucunJetonGarde implements OAuth2AuthorizedClientRepository {
  @Override
  public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String inscription, Authentication agent, HttpServletRequest requete) {
    return null;
  }

  @Override
  public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication agent, HttpServletRequest requete, HttpServletResponse reponse) {
    // not kept
  }

  @Override
  public void removeAuthorizedClient(String inscription, Authentication agent, HttpServletRequest requete, HttpServletResponse reponse) {
    // nothing to remove
  }
}
