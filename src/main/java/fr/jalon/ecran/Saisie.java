package fr.jalon.ecran;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was typed in a form that could not be recorded for a reason that will pass: given back by the page of errors, which offers to send
 * it again. Empty for a mere reading, a file, or more than a page should carry.
 *
 * @param adresse path the form was sent to; empty when there is nothing to send again
 * @param champs  names and values, as they were received
 */
public record Saisie(String adresse, Map<String, List<String>> champs) {
  private static final int LIMITE = 200_000;
  /** Passwords and codes are typed there, under names of every kind: nothing of these forms is ever written in a page. */
  private static final List<String> SECRETES = List.of("/connexion", "/mon-compte", "/modeles-de-courrier/envoi");
  private static final Saisie RIEN = new Saisie("", Map.of());

  static Saisie de(HttpServletRequest requete) {
    String adresse = String.valueOf(requete.getAttribute("jakarta.servlet.error.request_uri"));
    String genre = String.valueOf(requete.getContentType());
    if (!"POST".equals(PagesDErreur.methode(requete)) || !genre.startsWith("application/x-www-form-urlencoded")
        || !adresse.matches("/[^/\\\\].*") || SECRETES.stream().anyMatch(adresse::startsWith)) {
      return RIEN;
    }
    Map<String, List<String>> champs = new LinkedHashMap<>();
    int taille = 0;
    for (Map.Entry<String, String[]> champ : requete.getParameterMap().entrySet()) {
      String nom = champ.getKey().toLowerCase(Locale.ROOT);
      if (nom.contains("mot_de_passe") || nom.contains("secret") || nom.contains("jeton")) {
        return RIEN;
      }
      if (!nom.equals("_csrf")) {
        champs.put(champ.getKey(), List.of(champ.getValue()));
        taille += champ.getKey().length() + String.join("", champ.getValue()).length();
      }
    }
    return taille > LIMITE ? RIEN : new Saisie(adresse, champs);
  }

  /** A page without a form: nothing to send again. */
  public static Saisie rien() {
    return RIEN;
  }
}
