package fr.jalon.habilitations.connexion;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Too many logins at the same moment: this one was not looked at. Neither right nor wrong. */
class Encombrement extends AuthenticationServiceException {
  private static final long serialVersionUID = 1L;

  Encombrement(String phrase) {
    super(phrase);
  }
}
