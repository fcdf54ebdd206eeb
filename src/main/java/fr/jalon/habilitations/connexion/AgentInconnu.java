package fr.jalon.habilitations.connexion;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The identity provider knows this person, Jalon does not, or no longer. */
class AgentInconnu extends OAuth2AuthenticationException {
  private final String courriel;

  AgentInconnu(String courriel) {
    super(new OAuth2Error("agent_inconnu"));
    this.courriel = courriel;
  }

  /** E-mail given by the provider, or {@code null}. */
  String courriel() {
    return courriel;
  }
}
