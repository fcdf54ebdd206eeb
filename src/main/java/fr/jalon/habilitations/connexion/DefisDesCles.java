package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.porte.Scelles.Usage;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Component;

/**
 * The challenge that a passkey signs to come in, in a sealed cookie for five minutes: who only asks for challenges makes the server keep
 * nothing. A challenge whose signature was accepted is remembered until it is past: it serves once on this server.
 */
@Component
class DefisDesCles implements PublicKeyCredentialRequestOptionsRepository {
  private static final Duration DUREE = Duration.ofMinutes(5);
  private static final int GARDES = 10_000;
  private final TemoinsScelles temoins;
  private final Clock horloge;
  private final Map<String, Instant> servis = new LinkedHashMap<>();

  DefisDesCles(TemoinsScelles temoins, Clock horloge) {
    this.temoins = temoins;
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
    return temoins.lire(Usage.CLE, requete).map(lu -> lu.split("\n", 2)).map(lu -> PublicKeyCredentialRequestOptions.builder().challenge(Bytes.fromBase64(lu[0]))
        .rpId(lu[1]).timeout(DUREE).allowCredentials(List.of()).userVerification(UserVerificationRequirement.REQUIRED).build()).orElse(null);
  }

  /** Notes that the signature of this challenge was accepted. @return false when it already was */
  synchronized boolean servir(Bytes defi) {
    Instant maintenant = horloge.instant();
    servis.values().removeIf(jusqua -> jusqua.isBefore(maintenant));
    if (servis.size() >= GARDES) {
      servis.remove(servis.keySet().iterator().next());
    }
    return servis.putIfAbsent(defi.toBase64UrlString(), maintenant.plus(DUREE)) == null;
  }
}
