package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Essai;
import fr.jalon.habilitations.connexion.LimiteDesEssais.Lieu;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** What is done once when an agent came in: her failures from there are forgotten, her device is known from now. */
@Component
class Reconnaissance {
  private final LimiteDesEssais limite;
  private final Appareils appareils;

  Reconnaissance(LimiteDesEssais limite, Appareils appareils) {
    this.limite = limite;
    this.appareils = appareils;
  }

  void entree(AgentConnecte agent, HttpServletRequest requete, HttpServletResponse reponse) {
    Lieu lieu = FiltreDesEssais.lieu(requete);
    FiltreDesEssais.essai(requete).ifPresent(Essai::reussi);
    limite.entree(agent.getName(), lieu);
    TemoinDAppareil.ecrire(appareils, agent.id(), requete, reponse);
  }
}
