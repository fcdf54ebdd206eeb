package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.habilitations.porte.Scelles.Usage;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Component;

/**
 * The challenge that a passkey signs to come in, in a sealed cookie for five minutes: who only asks for challenges makes the server keep
 * nothing. A challenge whose signature was accepted is remembered until it is past: it serves once.
 */
@Component
class DefisDesCles implements PublicKeyCredentialRequestOptionsRepository {
  private static final Duration DUREE = Duration.ofMinutes(5);
  private final TemoinsScelles temoins;
  private final Clock horloge;
  private final EssaisPartages essais;

  DefisDesCles(TemoinsScelles temoins, EssaisPartages essais, Clock horloge) {
    this.temoins = temoins;
    this.essais = essais;
    this.horloge = horloge;
  }

  @Override
  public void save(HttpServletRequest requete, HttpServletResponse reponse, PublicKeyCredentialRequestOptions options) {
    if (options == null) {
      temoins.reprendre(Usage.CLE, requete, reponse);
    } else {
      temoins.donner(Usage.CLE, DUREE, options.getChallenge().toBase64UrlString() + "\n" + options.getRpId(), requete, reponse);
    }
  }

  @Override
  public PublicKeyCredentialRequestOptions load(HttpServletRequest requete) {
    return temoins.lire(Usage.CLE, requete).map(lu -> lu.split("\n", 2))
        .map(lu -> PublicKeyCredentialRequestOptions.builder().challenge(Bytes.fromBase64(lu[0]))
        .rpId(lu[1]).timeout(DUREE).allowCredentials(List.of()).userVerification(UserVerificationRequirement.REQUIRED).build()).orElse(null);
  }

  /** Notes that the signature of this challenge was accepted. @return false when it already was, on whatever server */
  boolean servir(Bytes defi) {
    return essais.servir("défi d'une clé", defi.toBase64UrlString(), horloge.instant().plus(DUREE));
  }
}
