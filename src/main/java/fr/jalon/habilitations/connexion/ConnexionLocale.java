package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.comptes.EssaisRates;
import fr.jalon.habilitations.comptes.MotsDePasse;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Login and password. An unknown login, an account without password and a wrong password give the same answer in the same time; why an
 * access is closed is told only to whom gave the right password.
 */
@Component
class ConnexionLocale implements AuthenticationProvider {
  private final Comptes comptes;
  private final MotsDePasse motsDePasse;
  private final EssaisRates essaisRates;
  private final Seuil seuil;
  private final Clock horloge;

  ConnexionLocale(Comptes comptes, MotsDePasse motsDePasse, EssaisRates essaisRates, Seuil seuil, Clock horloge) {
    this.comptes = comptes;
    this.motsDePasse = motsDePasse;
    this.essaisRates = essaisRates;
    this.seuil = seuil;
    this.horloge = horloge;
  }

  @Override
  public Authentication authenticate(Authentication demande) {
    Agent agent = comptes.parIdentifiant(demande.getName()).orElse(null);
    Comptes.Empreinte empreinte = agent == null ? new Comptes.Empreinte(null, null) : comptes.empreinte(agent.id());
    Provenance provenance = demande.getDetails() instanceof Provenance p ? p : new Provenance(null, false);
    if (!verifie((String) demande.getCredentials(), empreinte.empreinte(), provenance)) {
      essaisRates.noter(agent, provenance.adresse());
      seuil.refuser(agent == null ? "inconnu" : agent.identifiant(), agent == null ? null : agent.role(), "Identifiant ou mot de passe faux");
      throw new BadCredentialsException("Identifiant ou mot de passe faux");
    }
    if (!agent.actif()) {
      seuil.refuser(agent.identifiant(), agent.role(), "Accès retiré");
      throw new DisabledException("Accès retiré");
    }
    if (empreinte.expireLe() != null && empreinte.expireLe().isBefore(OffsetDateTime.now(horloge))) {
      seuil.refuser(agent.identifiant(), agent.role(), "Mot de passe provisoire périmé");
      throw new CredentialsExpiredException("Mot de passe provisoire périmé");
    }
    return seuil.apresMotDePasse(agent);
  }

  private boolean verifie(String motDePasse, String empreinte, Provenance provenance) {
    try {
      return motsDePasse.verifie(motDePasse, empreinte, provenance.connu());
    } catch (RefusMetier encombrement) {
      throw new Encombrement(encombrement.getMessage());
    }
  }

  @Override
  public boolean supports(Class<?> genre) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(genre);
  }
}
