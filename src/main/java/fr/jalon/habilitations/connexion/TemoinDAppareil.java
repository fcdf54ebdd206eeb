package fr.jalon.habilitations.connexion;

import fr.jalon.habilitations.comptes.Appareils;
import fr.jalon.habilitations.porte.TemoinsScelles;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie by which a device is known again. It opens nothing: a password is still asked. */
public final class TemoinDAppareil {
  private static final String NOM = "jalon_appareil";

  private TemoinDAppareil() {}

  /** What it holds, or {@code null}. */
  public static String lire(HttpServletRequest requete) {
    return requete.getCookies() == null ? null
        : Arrays.stream(requete.getCookies()).filter(c -> nom(requete).equals(c.getName())).map(Cookie::getValue).findFirst().orElse(null);
  }

  /** Makes the device known of the account, which just proved who it is. */
  public static void ecrire(Appareils appareils, long agent, HttpServletRequest requete, HttpServletResponse reponse) {
    String temoin = appareils.retenir(agent, lire(requete), nom(requete.getHeader(HttpHeaders.USER_AGENT)));
    reponse.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(nom(requete), temoin).httpOnly(true).secure(requete.isSecure())
        .sameSite("Lax").path("/")
        .maxAge(Duration.ofDays(Appareils.JOURS)).build().toString());
  }

  private static String nom(HttpServletRequest requete) {
    return TemoinsScelles.prefixe(requete) + NOM;
  }

  /** Browser and system in plain words. */
  private static String nom(String agent) {
    String a = agent == null ? "" : agent;
    String navigateur = a.contains("Edg/") ? "Edge" : a.contains("Firefox/") ? "Firefox" : a.contains("Chrome/") ? "Chrome" : a.contains("Safari/")
        ? "Safari" : "Navigateur";
    String systeme = a.contains("Windows") ? "Windows" : a.contains("Android") ? "Android" : a.contains("iPhone")
        || a.contains("iPad") ? "iPhone ou iPad"
        : a.contains("Mac OS") ? "Mac" : a.contains("Linux") ? "Linux" : "système inconnu";
    return navigateur + ", " + systeme;
  }
}
