package fr.jalon.habilitations.connexion;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextRepository;

/** Placeholder. */
class EntreeParCle {
  void brancher(HttpSecurity http, SecurityContextRepository contextes) {}
}
