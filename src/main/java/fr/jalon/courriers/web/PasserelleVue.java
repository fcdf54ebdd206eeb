package fr.jalon.courriers.web;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.Passerelles.Passerelle;

/** What the form of a gateway holds. @param secret typed, {@code null} when it is left as it is */
public record PasserelleVue(String adresse, Integer port, String securite, String identifiant, String expediteur, String reponse, String secret) {
  static PasserelleVue de(Passerelle p, String secret) {
    return new PasserelleVue(p.adresse(), p.port(), p.securite(), p.identifiant(), p.expediteur(), p.reponse(), secret);
  }

  Passerelle passerelle(Canal canal, boolean avecSecret) {
    return new Passerelle(canal, adresse, port, securite, identifiant, avecSecret, expediteur, reponse);
  }
}
