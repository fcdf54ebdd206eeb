package fr.jalon.ecran;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a page whose filters are in the URL. Empty values are left out.
 *
 * @param chemin     path without query
 * @param parametres names and values, in the order written
 */
public record AdresseDePage(String chemin, Map<String, String> parametres) {
  private static final Pattern LOCALE = Pattern.compile("/(?![/\\\\])[^\\\\{}\\p{Cc}\\p{Zl}\\p{Zp}]*");

  /** Copies the parameters, without the empty ones. */
  public AdresseDePage {
    Map<String, String> pleins = new LinkedHashMap<>();
    parametres.forEach((nom, valeur) -> {
      if (valeur != null && !valeur.isBlank()) {
        pleins.put(nom, valeur);
      }
    });
    parametres = pleins;
  }

  /**
   * True for an address of this site alone: a path, without anything that a browser or a proxy reads as another site
   * ({@code //host}, {@code /\\host}) nor a control character that would end the header it is written in, nor a brace that a redirect would fill.
   */
  public static boolean locale(String adresse) {
    return adresse != null && LOCALE.matcher(adresse).matches();
  }

  /** The address when it is of this site alone, else the other one. */
  public static String localeOu(String adresse, String autre) {
    return locale(adresse) ? adresse : autre;
  }

  /** The address with this parameter set, or removed when the value is empty. */
  public AdresseDePage avec(String nom, String valeur) {
    Map<String, String> suite = new LinkedHashMap<>(parametres);
    suite.put(nom, valeur);
    return new AdresseDePage(chemin, suite);
  }

  /** The address without this parameter. */
  public AdresseDePage sans(String nom) {
    return avec(nom, "");
  }

  /** The same parameters under another path. */
  public AdresseDePage vers(String autreChemin) {
    return new AdresseDePage(autreChemin, parametres);
  }

  /** The URL, encoded. */
  @Override
  public String toString() {
    return parametres.isEmpty() ? chemin : chemin + "?" + parametres.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
  }
}
