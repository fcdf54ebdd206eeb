package fr.jalon.habilitations.porte;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Sealed values kept in cookies, one a usage: read by no script, sent to this site only. Over https their name begins with
 * {@code __Host-}: another site of the same domain can neither write nor replace them.
 */
@Component
public class TemoinsScelles {
  private final Scelles scelles;

  TemoinsScelles(Scelles scelles) {
    this.scelles = scelles;
  }

  /** Gives the browser a value to keep; it replaces the one of the same usage. */
  public void donner(Scelles.Usage usage, Duration duree, String texte, HttpServletRequest requete, HttpServletResponse reponse) {
    ecrire(usage, scelles.sceller(usage, duree, texte), duree, requete, reponse);
  }

  /** Gives the browser a value to keep until it is closed. @param duree how long it opens all the same */
  public void confier(Scelles.Usage usage, Duration duree, String texte, HttpServletRequest requete, HttpServletResponse reponse) {
    ecrire(usage, scelles.sceller(usage, duree, texte), Duration.ofSeconds(-1), requete, reponse);
  }

  /** The value the browser brings back, when it is ours and its time is not past. */
  public Optional<String> lire(Scelles.Usage usage, HttpServletRequest requete) {
    String nom = nom(usage, requete);
    return requete.getCookies() == null ? Optional.empty() : Arrays.stream(requete.getCookies())
        .filter(c -> c.getName().equals(nom)).map(Cookie::getValue)
        .findFirst().flatMap(v -> scelles.ouvrir(usage, v));
  }

  /** Takes the value back. */
  public void reprendre(Scelles.Usage usage, HttpServletRequest requete, HttpServletResponse reponse) {
    ecrire(usage, "", Duration.ZERO, requete, reponse);
  }

  /** How the name of a cookie of this site begins: over https, a browser lets no other site of the same domain write it. */
  public static String prefixe(HttpServletRequest requete) {
    return requete.isSecure() ? "__Host-" : "";
  }

  private static void ecrire(Scelles.Usage usage, String valeur, Duration duree, HttpServletRequest requete, HttpServletResponse reponse) {
    reponse.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(nom(usage, requete), valeur).httpOnly(true)
        .secure(requete.isSecure()).sameSite("Lax")
        .path("/").maxAge(duree).build().toString());
  }

  private static String nom(Scelles.Usage usage, HttpServletRequest requete) {
    return prefixe(requete) + "jalon-" + usage.name().toLowerCase(Locale.ROOT);
  }
}
