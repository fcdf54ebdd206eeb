package fr.jalon.echanges.acces.web;

import fr.jalon.habilitations.SaisieClient;
import java.util.List;

/** An application as typed. @param partout {@code null} when the box is not ticked */
public record FormulaireDApplication(String identifiant, String nom, String contact,
    List<String> portees, Boolean partout, List<Integer> territoires, List<Integer> organisations) {

  /** @param nomDuClient the one typed, or the one it has for good */
  SaisieClient saisie(String nomDuClient) {
    return new SaisieClient(nomDuClient, nom, contact, portees, Boolean.TRUE.equals(partout), territoires, organisations);
  }
}
