package fr.jalon.echanges.acces.web;

import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.SaisieClient;
import java.util.List;

/**
 * What the sheet of an application shows: the fields of its form, and what its buttons change.
 *
 * @param acces  {@code ouvert} or {@code retiré}
 * @param secret when its secret was given (ISO)
 */
public record ApplicationVue(String nom, String contact,
    List<String> portees, boolean partout, List<Integer> territoires, List<Integer> organisations, String acces,
    String secret) {
  static ApplicationVue de(ClientApi c) {
    return new ApplicationVue(c.nom(), c.contact(), c.portees(), c.partout(), c.territoires(), c.organisations(), c.actif() ? "ouvert" : "retiré",
        c.secretDepuis().toInstant().toString());
  }

  static ApplicationVue de(SaisieClient s) {
    return new ApplicationVue(s.nom(), s.contact(), s.portees(), s.partout(), s.territoires(), s.organisations(), null, null);
  }

  SaisieClient saisie(String identifiant) {
    return new SaisieClient(identifiant, nom, contact, portees, partout, territoires, organisations);
  }
}
