package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.AgentConnecte;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/** Spring Security's operations on passkeys, with our rules around: made at the first use, for local accounts only, traced. */
record SiteDesCles(Supplier<WebAuthnRelyingPartyOperations> operations, ApplicationEventPublisher evenements)
    implements WebAuthnRelyingPartyOperations {

  @Override
  public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(PublicKeyCredentialCreationOptionsRequest demande) {
    // a passkey would outlive the account the identity provider closed
    if (!(demande.getAuthentication().getPrincipal() instanceof AgentConnecte agent) || agent.jeton() != null) {
      throw new AccessDeniedException("Clés d'accès : comptes locaux seulement");
    }
    return operations.get().createPublicKeyCredentialCreationOptions(demande);
  }

  @Override
  public CredentialRecord registerCredential(RelyingPartyRegistrationRequest demande) {
    CredentialRecord cle = operations.get().registerCredential(demande);
    evenements.publishEvent(new ActeSurCompte("CLE_ACCES_AJOUTEE", "Compte " + demande.getCreationOptions().getUser().getName()));
    return cle;
  }

  @Override
  public PublicKeyCredentialRequestOptions createCredentialRequestOptions(PublicKeyCredentialRequestOptionsRequest demande) {
    return operations.get().createCredentialRequestOptions(demande);
  }

  @Override
  public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest demande) {
    return operations.get().authenticate(demande);
  }
}
