package fr.jalon.habilitations.connexion;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Placeholder. */
class EntreeParFournisseur {
  String origine() {
    return "";
  }

  void brancher(HttpSecurity http) {}
}
