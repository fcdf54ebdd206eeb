package fr.jalon.habilitations.web;

import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.habilitations.lecture.ListeDesAgents;
import java.util.List;

/**
 * What the sheet of an account shows: the fields of its form, and what its buttons change.
 *
 * @param acces      {@code ouvert} or {@code retiré}
 * @param motDePasse {@code provisoire} or {@code choisi par l'agent}
 */
public record CompteVu(String nom, String courriel, String role, boolean partout, List<Integer> territoires, List<Integer> organisations,
    String acces, String motDePasse,
    String secondFacteur) {
  static CompteVu de(ListeDesAgents.Ligne a) {
    return new CompteVu(a.nom(), a.courriel(), a.role(), a.partout(), a.territoires(), a.organisations(), a.actif() ? "ouvert" : "retiré",
        a.motDePasseAChanger() ? "provisoire" : "choisi par l'agent", a.totpActif() || a.cleAcces() || a.lie() ? "enregistré" : "aucun");
  }

  static CompteVu de(SaisieAgent s) {
    return new CompteVu(s.nom(), s.courriel(), s.role(), s.partout(), s.territoires(), s.organisations(), null, null, null);
  }

  SaisieAgent saisie(String identifiant) {
    return new SaisieAgent(identifiant, nom, courriel, role, partout, territoires, organisations);
  }
}
