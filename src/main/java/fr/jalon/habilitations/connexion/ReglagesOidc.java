package fr.jalon.habilitations.connexion;

import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.socle.Destination;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;

/**
 * The identity provider, as the environment gives it: {@code JALON_OIDC_ISSUER}, {@code JALON_OIDC_CLIENT_ID},
 * {@code JALON_OIDC_CLIENT_SECRET}, {@code JALON_OIDC_NOM}, and for ProConnect {@code JALON_OIDC_ACR_VALUES=eidas1} and
 * {@code JALON_OIDC_COURRIELS_VERIFIES=true} (it checks e-mails and does not repeat it in each answer). Absent without an issuer.
 *
 * @param issuer            address of the provider
 * @param client            client id
 * @param secret            client secret
 * @param nom               name on the button
 * @param scopes            scopes asked
 * @param acrValues         level of authentication asked, or an empty text
 * @param courrielsVerifies true when every e-mail the provider gives is verified, even without the claim {@code email_verified}
 * @param algorithme        signature of identity tokens
 */
@Component
@ConditionalOnExpression("!'${jalon.oidc.issuer:}'.isBlank()")
record ReglagesOidc(@Value("${jalon.oidc.issuer}") String issuer, @Value("${jalon.oidc.client-id:}") String client,
    @Value("${jalon.oidc.client-secret:}") String secret, @Value("${jalon.oidc.nom:ProConnect}") String nom,
    @Value("${jalon.oidc.scopes:openid,email}") Set<String> scopes, @Value("${jalon.oidc.acr-values:}") String acrValues,
    @Value("${jalon.oidc.courriels-verifies:false}") boolean courrielsVerifies, @Value("${jalon.oidc.algorithme:RS256}") String algorithme) {

  ReglagesOidc {
    if (client.isBlank() || secret.isBlank()) {
      throw new DemarrageImpossible("JALON_OIDC_ISSUER est donné sans JALON_OIDC_CLIENT_ID ou sans JALON_OIDC_CLIENT_SECRET : donnez les trois, "
          + "ou aucun pour ne garder que les comptes de Jalon.");
    }
    if (SignatureAlgorithm.from(algorithme) == null) {
      throw new DemarrageImpossible("JALON_OIDC_ALGORITHME=" + algorithme
          + " n'est pas un algorithme connu. Donnez celui de votre fournisseur : RS256, PS256, ES256…");
    }
    if (Destination.web(issuer).filter(Destination::sure).isEmpty()) {
      throw new DemarrageImpossible("JALON_OIDC_ISSUER n'est pas une adresse qui commence par https:// : le secret de Jalon y partirait en clair. Corrigez-la.");
    }
  }
}
