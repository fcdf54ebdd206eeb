package fr.jalon.habilitations.jetons;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Nothing is kept of a token: its signature proves it, and the client is read again at each call. */
@Component
class JetonsSansMemoire implements OAuth2AuthorizationService {
  @Override
  public void save(OAuth2Authorization jeton) {
    // the token is complete
  }

  @Override
  public void remove(OAuth2Authorization jeton) {
    // nothing to remove
  }

  @Override
  public OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public OAuth2Authorization findByToken(String jeton, OAuth2TokenType genre) {
    return null;
  }
}
