package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.porte.Scelles.Usage;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * The round trip to the identity provider, in a sealed cookie for ten minutes, with the page to come back to. It is taken back at the
 * return; the code that the provider gives serves once, at the provider.
 */
class DemandesAuFournisseur implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final Duration DUREE = Duration.ofMinutes(10);
  private final TemoinsScelles temoins;
  private final Suites suites;
  private final FournisseurDIdentite fournisseur;

  DemandesAuFournisseur(TemoinsScelles temoins, Suites suites, FournisseurDIdentite fournisseur) {
    this.temoins = temoins;
    this.suites = suites;
    this.fournisseur = fournisseur;
  }

  @Override
  public void saveAuthorizationRequest(OAuth2AuthorizationRequest demande, HttpServletRequest requete, HttpServletResponse reponse) {
    if (demande == null) {
      temoins.reprendre(Usage.FOURNISSEUR, requete, reponse);
      return;
    }
    temoins.donner(Usage.FOURNISSEUR, DUREE, String.join("\n", demande.getState(), attribut(demande, OidcParameterNames.NONCE),
        attribut(demande, PkceParameterNames.CODE_VERIFIER), demande.getRedirectUri(), suites.page(requete).orElse("")), requete, reponse);
  }

  @Override
  public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest requete) {
    return lire(requete).map(this::demande).orElse(null);
  }

  @Override
  public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest requete, HttpServletResponse reponse) {
    Optional<String[]> lue = lire(requete);
    lue.ifPresent(l -> {
      temoins.reprendre(Usage.FOURNISSEUR, requete, reponse);
      requete.setAttribute(Suites.PAGE, l[4].isEmpty() ? null : l[4]);
    });
    return lue.map(this::demande).orElse(null);
  }

  private Optional<String[]> lire(HttpServletRequest requete) {
    String etat = requete.getParameter(OAuth2ParameterNames.STATE);
    return etat == null ? Optional.empty()
        : temoins.lire(Usage.FOURNISSEUR, requete).map(t -> t.split("\n", 5)).filter(l -> l.length == 5 && l[0].equals(etat));
  }

  private OAuth2AuthorizationRequest demande(String[] lue) {
    ClientRegistration inscription = fournisseur.inscription();
    Map<String, Object> attributs = new LinkedHashMap<>(Map.of(OAuth2ParameterNames.REGISTRATION_ID, inscription.getRegistrationId()));
    if (!lue[1].isEmpty()) {
      attributs.put(OidcParameterNames.NONCE, lue[1]);
    }
    if (!lue[2].isEmpty()) {
      attributs.put(PkceParameterNames.CODE_VERIFIER, lue[2]);
    }
    return OAuth2AuthorizationRequest.authorizationCode().clientId(inscription.getClientId())
        .authorizationUri(inscription.getProviderDetails().getAuthorizationUri()).redirectUri(lue[3]).scopes(inscription.getScopes())
        .state(lue[0]).attributes(attributs).build();
  }

  private static String attribut(OAuth2AuthorizationRequest demande, String nom) {
    return demande.getAttribute(nom) instanceof String valeur ? valeur : "";
  }
}
