package fr.jalon.habilitations.jetons;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a call that may not go on receives: the header of RFC 6750, and the same in a French sentence ({@code application/problem+json}). */
final class RefusDesAppels implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final String PROBLEME = """
      {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}""";

  @Override
  public void commence(HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException e) throws IOException {
    String porte = "Bearer";
    int statut = HttpServletResponse.SC_UNAUTHORIZED;
    // no token: nothing more is said (RFC 6750 § 3.1); Spring's own handler would name a metadata page that is not there
    if (e instanceof OAuth2AuthenticationException refus) {
      OAuth2Error erreur = refus.getError();
      porte += " error=\"" + erreur.getErrorCode() + "\""
          + (erreur.getDescription() == null ? "" : ", error_description=\"" + erreur.getDescription() + "\"");
      statut = erreur instanceof BearerTokenError b ? b.getHttpStatus().value() : statut;
    }
    reponse.setHeader(HttpHeaders.WWW_AUTHENTICATE, porte);
    ecrire(reponse, statut, "Jeton refusé", "JETON_REFUSE",
        "Cet appel n'a pas de jeton valable. Demandez-en un à POST /oauth2/token, puis envoyez-le : « Authorization: Bearer … ».");
  }

  @Override
  public void handle(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException e) throws IOException {
    reponse.setHeader(HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"insufficient_scope\", error_description=\"The request requires higher privileges than provided by the access token.\"");
    ecrire(reponse, HttpServletResponse.SC_FORBIDDEN, "Portée insuffisante", "PORTEE_INSUFFISANTE",
        "Ce jeton n'a pas la portée de cette route. Demandez-la avec le jeton, ou à l'administration de Jalon si l'application ne l'a pas.");
  }

  private static void ecrire(HttpServletResponse reponse, int statut, String titre, String code, String phrase) throws IOException {
    reponse.setStatus(statut);
    reponse.setContentType("application/problem+json");
    reponse.getOutputStream().write(PROBLEME.formatted(titre, statut, phrase, code).getBytes(StandardCharsets.UTF_8));
  }
}
