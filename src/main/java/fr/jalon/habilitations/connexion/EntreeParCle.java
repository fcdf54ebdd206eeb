package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.porte.AdressePublique;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Coming in with a passkey. The device checks the person (finger, face, code of the device): a passkey is both factors, no code is asked
 * after it. The site it is bound to is {@code JALON_ADRESSE_PUBLIQUE}, or localhost.
 */
@Component
@ConditionalOnWebApplication
public class EntreeParCle {
  private static final JsonMapper JSON = new JsonMapper();
  private final Comptes comptes;
  private final Seuil seuil;
  private final LimiteDesEssais limite;
  private final ApplicationEventPublisher evenements;
  private final Arrivee arrivee;
  private final DefisDesCles defis;
  private final PermisDesCles permis;
  private final Environment environnement;
  private final String adressePublique;
  private final JdbcPublicKeyCredentialUserEntityRepository porteurs;
  private final JdbcUserCredentialRepository cles;
  private volatile WebAuthnRelyingPartyOperations operations;

  EntreeParCle(Comptes comptes, Seuil seuil, LimiteDesEssais limite, Arrivee arrivee, DefisDesCles defis, ApplicationEventPublisher evenements,
      Environment environnement, Clock horloge,
      AdressePublique adressePublique,
      @Qualifier("clesSource") DataSource reserve) {
    this.comptes = comptes;
    this.seuil = seuil;
    this.limite = limite;
    this.arrivee = arrivee;
    this.defis = defis;
    this.permis = new PermisDesCles(horloge);
    this.evenements = evenements;
    this.environnement = environnement;
    this.adressePublique = adressePublique.origine();
    JdbcTemplate base = new JdbcTemplate(reserve);
    this.porteurs = new JdbcPublicKeyCredentialUserEntityRepository(base);
    this.cles = new JdbcUserCredentialRepository(base);
  }

  /** The passkeys an agent registered. */
  public List<CredentialRecord> cles(String identifiant) {
    PublicKeyCredentialUserEntity porteur = porteurs.findByUsername(identifiant);
    return porteur == null ? List.of() : cles.findByUserId(porteur.getId());
  }

  /** Removes one of the agent's own passkeys; false when it is not hers. */
  public boolean retirer(String identifiant, String cle) {
    return cles(identifiant).stream().filter(c -> c.getCredentialId().toBase64UrlString().equals(cle)).findFirst().map(c -> {
      cles.delete(c.getCredentialId());
      evenements.publishEvent(new ActeSurCompte("CLE_ACCES_RETIREE", "Compte " + identifiant));
      return true;
    }).orElse(false);
  }

  /** The agent gave her password: this session may add one passkey. */
  public void permettre(HttpSession session) {
    permis.donner(session);
  }

  void brancher(HttpSecurity http, SecurityContextRepository contextes) {
    WebAuthnRelyingPartyOperations site = new SiteDesCles(this::operations, evenements);
    WebAuthnAuthenticationFilter entree = new WebAuthnAuthenticationFilter();
    entree.setRequiresAuthenticationRequestMatcher(post("/connexion/cle"));
    entree.setAuthenticationManager(demande -> verifier(site, (WebAuthnAuthenticationRequestToken) demande));
    entree.setSecurityContextRepository(contextes);
    entree.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    entree.setRequestOptionsRepository(defis);
    entree.setAuthenticationSuccessHandler(this::repondre);
    entree.setAuthenticationFailureHandler((requete, reponse, e) -> {
      if (e instanceof BadCredentialsException && limite.aNoter(requete.getRemoteAddr())) {
        seuil.refuser("inconnu", null, "Clé d'accès refusée");
      }
      reponse.setStatus(HttpStatus.UNAUTHORIZED.value());
    });

    PublicKeyCredentialRequestOptionsFilter options = new PublicKeyCredentialRequestOptionsFilter(site);
    options.setRequestMatcher(post("/connexion/cle/options"));
    options.setRequestOptionsRepository(defis);
    PublicKeyCredentialCreationOptionsFilter creation = new PublicKeyCredentialCreationOptionsFilter(site);
    creation.setRequestMatcher(post(PermisDesCles.OPTIONS));
    WebAuthnRegistrationFilter enregistrement = new WebAuthnRegistrationFilter(cles, site);
    enregistrement.setRegisterCredentialMatcher(post(PermisDesCles.AJOUT));
    enregistrement.setRemoveCredentialMatcher(_ -> false);

    http.addFilterBefore(entree, UsernamePasswordAuthenticationFilter.class);
    http.addFilterBefore(options, AuthorizationFilter.class);
    http.addFilterAfter(permis, AuthorizationFilter.class);
    http.addFilterAfter(creation, AuthorizationFilter.class);
    http.addFilterAfter(enregistrement, AuthorizationFilter.class);
  }

  private Authentication verifier(WebAuthnRelyingPartyOperations site, WebAuthnAuthenticationRequestToken demande) {
    PublicKeyCredentialUserEntity porteur;
    try {
      porteur = site.authenticate(demande.getWebAuthnRequest());
      if (!defis.servir(demande.getWebAuthnRequest().getRequestOptions().getChallenge())) {
        throw new IllegalStateException("Défi déjà servi");
      }
    } catch (DataAccessException panne) {
      // the key may well be the right one: the page says that the service is down
      throw panne;
    } catch (RuntimeException e) {
      throw new BadCredentialsException("Clé d'accès refusée", e);
    }
    Agent agent = comptes.parIdentifiant(porteur.getName()).filter(Agent::actif).orElseThrow(() -> {
      seuil.refuser(porteur.getName(), null, "Accès retiré");
      return new DisabledException("Accès retiré");
    });
    // read after the account: a key taken back since its proof opens nothing under the new version
    if (cles.findByCredentialId(demande.getWebAuthnRequest().getPublicKey().getRawId()) == null) {
      throw new BadCredentialsException("Clé d'accès reprise");
    }
    return seuil.entrer(agent, "par clé d'accès");
  }

  /** The script of the login page goes to the address it receives. */
  private void repondre(HttpServletRequest requete, HttpServletResponse reponse, Authentication auth) throws IOException {
    String page = arrivee.accueillir(requete, reponse, auth);
    reponse.setContentType("application/json");
    reponse.getOutputStream().write(JSON.writeValueAsBytes(Map.of("redirectUrl", requete.getContextPath() + page, "authenticated", true)));
  }

  /** Made at the first use: without a public address, the port of the site is known only once the server listens. */
  private WebAuthnRelyingPartyOperations operations() {
    if (operations == null) {
      String origine = adressePublique.isEmpty() ? "http://localhost:" + environnement.getProperty("local.server.port", "8080")
          : adressePublique;
      Webauthn4JRelyingPartyOperations nouvelles = new Webauthn4JRelyingPartyOperations(porteurs, cles,
          PublicKeyCredentialRpEntity.builder().id(URI.create(origine).getHost()).name("Jalon").build(), Set.of(origine));
      nouvelles.setCustomizeCreationOptions(o -> o.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
          .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build()));
      nouvelles.setCustomizeRequestOptions(o -> o.userVerification(UserVerificationRequirement.REQUIRED));
      operations = nouvelles;
    }
    return operations;
  }

  private static RequestMatcher post(String chemin) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, chemin);
  }
}
