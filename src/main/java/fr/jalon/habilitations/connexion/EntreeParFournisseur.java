package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentConnecte;
import fr.jalon.habilitations.comptes.Comptes;
import fr.jalon.habilitations.porte.Scelles;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Coming in through an identity provider (ProConnect or any OpenID Connect). The provider says who the person is; what she may see is the
 * account's. An account is found by the provider's subject, else, at the first login, by a verified e-mail.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnExpression("!'${jalon.oidc.issuer:}'.isBlank()")
public class EntreeParFournisseur {
  private static final Duration LE_TEMPS_DE_LIRE = Duration.ofMinutes(10);
  private static final int COURRIEL_AU_PLUS = 254;
  private static final Logger LOG = LoggerFactory.getLogger(EntreeParFournisseur.class);
  private final ReglagesOidc reglages;
  private final FournisseurDIdentite fournisseur;
  private final DemandesAuFournisseur demandes;
  private final Scelles scelles;
  private final Comptes comptes;
  private final Seuil seuil;
  private final LimiteDesEssais limite;
  private final Arrivee arrivee;
  private final ApplicationEventPublisher evenements;
  private final OidcUserService identites = new OidcUserService();

  EntreeParFournisseur(ReglagesOidc reglages, Comptes comptes, Seuil seuil, LimiteDesEssais limite, Arrivee arrivee, Suites suites, Scelles scelles,
      TemoinsScelles temoins, ApplicationEventPublisher evenements) {
    this.reglages = reglages;
    this.fournisseur = new FournisseurDIdentite(reglages);
    this.demandes = new DemandesAuFournisseur(temoins, suites, fournisseur);
    this.scelles = scelles;
    this.comptes = comptes;
    this.seuil = seuil;
    this.limite = limite;
    this.arrivee = arrivee;
    this.evenements = evenements;
    RestTemplate http = new RestTemplate(FournisseurDIdentite.liaison());
    http.getInterceptors().add(fournisseur::lireLeJeton);
    DefaultOAuth2UserService lecture = new DefaultOAuth2UserService();
    lecture.setRestOperations(http);
    identites.setOauth2UserService(lecture);
    identites.setRetrieveUserInfo(d -> d.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
  }

  /** Identity tokens are accepted under one signature only. */
  @Bean
  static JwtDecoderFactory<ClientRegistration> jetonsDIdentite(ReglagesOidc reglages) {
    OidcIdTokenDecoderFactory lecture = new OidcIdTokenDecoderFactory();
    lecture.setJwsAlgorithmResolver(_ -> SignatureAlgorithm.from(reglages.algorithme()));
    return lecture;
  }

  /** The e-mail of the page of a person the provider knows and Jalon does not, from the parameter that led there. */
  public Optional<String> courriel(String qui) {
    return scelles.ouvrir(Scelles.Usage.INCONNU, qui).filter(c -> !c.isEmpty());
  }

  /** True when the provider answers. */
  public boolean repond() {
    try {
      fournisseur.inscription();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Le fournisseur d'identité {} ne répond pas : {}", reglages.issuer(), e.getMessage());
      return false;
    }
  }

  /** Address that starts the round trip. */
  public String depart() {
    return "/oauth2/authorization/" + FournisseurDIdentite.NUMERO;
  }

  /** Scheme and host of the provider. */
  String origine() {
    URI adresse = URI.create(reglages.issuer());
    return adresse.getScheme() + "://" + adresse.getAuthority();
  }

  void brancher(HttpSecurity http) {
    DefaultOAuth2AuthorizationRequestResolver demande = new DefaultOAuth2AuthorizationRequestResolver(fournisseur, "/oauth2/authorization");
    if (!reglages.acrValues().isBlank()) {
      demande.setAuthorizationRequestCustomizer(d -> d.additionalParameters(Map.of("acr_values", reglages.acrValues())));
    }
    OidcClientInitiatedLogoutSuccessHandler sortie = new OidcClientInitiatedLogoutSuccessHandler(fournisseur);
    sortie.setPostLogoutRedirectUri("{baseUrl}/connexion");
    sortie.setDefaultTargetUrl("/connexion?sortie");
    try {
      http.oauth2Login(o -> o.loginPage("/connexion").clientRegistrationRepository(fournisseur)
          .authorizedClientRepository(new AucunJetonGarde())
          .tokenEndpoint(t -> t.accessTokenResponseClient(FournisseurDIdentite.echange()))
          .authorizationEndpoint(a -> a.authorizationRequestResolver(demande).authorizationRequestRepository(demandes))
          .userInfoEndpoint(u -> u.oidcUserService(this::agent))
          .successHandler(this::accueillir).failureHandler(this::refuser));
      http.logout(l -> l.logoutSuccessHandler(sortie));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OidcUser agent(OidcUserRequest demande) {
    OidcUser identite = identites.loadUser(demande);
    Agent agent = comptes.parSujetOidc(identite.getSubject()).or(() -> rattacher(identite)).filter(Agent::actif)
        .orElseThrow(() -> new AgentInconnu(identite.getEmail()));
    AgentConnecte connecte = seuil.principal(agent);
    return new AgentConnecte(agent.id(), connecte.version(), connecte.alerte(), connecte.perimetre(), identite.getIdToken());
  }

  private Optional<Agent> rattacher(OidcUser identite) {
    boolean verifie = Boolean.TRUE.equals(identite.getEmailVerified()) || reglages.courrielsVerifies() && identite.getEmailVerified() == null;
    if (identite.getEmail() == null || !verifie) {
      return Optional.empty();
    }
    Optional<Agent> agent = comptes.parCourrielNonLie(identite.getEmail()).filter(a -> comptes.lier(a.id(), identite.getSubject()));
    agent.ifPresent(a -> evenements.publishEvent(new ActeSurCompte("AGENT_LIE", "Compte " + a.identifiant() + " lié à " + reglages.nom())));
    return agent;
  }

  private void accueillir(HttpServletRequest requete, HttpServletResponse reponse, Authentication auth) throws IOException, ServletException {
    AgentConnecte connecte = (AgentConnecte) auth.getPrincipal();
    comptes.parId(connecte.id()).ifPresent(a -> seuil.noter(a, "par " + reglages.nom()));
    arrivee.onAuthenticationSuccess(requete, reponse, auth);
  }

  private void refuser(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException e) throws IOException {
    boolean aNoter = limite.aNoter(requete.getRemoteAddr());
    if (e instanceof AgentInconnu inconnu) {
      if (aNoter) {
        seuil.refuser("inconnu", null, "Agent connu de " + reglages.nom() + ", sans compte ouvert dans Jalon");
      }
      String courriel = inconnu.courriel() == null || inconnu.courriel().length() > COURRIEL_AU_PLUS ? "" : inconnu.courriel();
      reponse.sendRedirect(requete.getContextPath() + "/connexion/inconnu?qui=" + scelles.sceller(Scelles.Usage.INCONNU, LE_TEMPS_DE_LIRE, courriel));
      return;
    }
    if (aNoter) {
      // anyone may write the error of the address that brings back from the provider
      String raison = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
      LOG.warn("Connexion par {} refusée : {}", reglages.nom(), raison.substring(0, Math.min(200, raison.length())));
      seuil.refuser("inconnu", null, "Échec de la connexion par " + reglages.nom());
    }
    reponse.sendRedirect(requete.getContextPath() + "/connexion?refus=fournisseur");
  }
}
