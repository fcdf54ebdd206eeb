package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import jakarta.servlet.http.HttpServletRequest;

/** What a proof of identity says of where it comes from. @param connu true when the account knows the device */
record Provenance(String adresse, boolean connu) implements java.io.Serializable {
  static Provenance de(HttpServletRequest requete) {
    return new Provenance(requete.getRemoteAddr(), FiltreDesEssais.essai(requete).map(LimiteDesEssais.Essai::lieu).map(Lieu::appareil).isPresent());
  }
}
