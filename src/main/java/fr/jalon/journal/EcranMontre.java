package fr.jalon.journal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Which screen is being answered, from where it was asked, with which filter. All {@code null} for a command of the terminal. */
final class EcranMontre {
  private static final int LONGUEUR = 500;
  private static final Set<String> DITS_AILLEURS = Set.of("page", "retour");
  /** What may be a NIR, key or not, however it is spaced, and what begins like one. */
  private static final Pattern NIR = Pattern.compile("[0-9](?:[ .\\-+\\u00a0]?[0-9ABab]){12,14}");

  private EcranMontre() {}

  private static HttpServletRequest requete() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes requete ? requete.getRequest() : null;
  }

  /** Network address asked from. */
  static String adresseIp() {
    return requete() == null ? null : requete().getRemoteAddr();
  }

  /** Address of the screen without its numbers: {@code /dossier/{id}}. */
  static String ecran() {
    return requete() == null || requete().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null ? null
        : requete().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).toString();
  }

  /** What was asked: {@code nom=durand, territoire=2}; {@code null} when nothing was. A code of access ({@code /r/…}) and a NIR are never in it. */
  static String filtre() {
    if (requete() == null || requete().getQueryString() == null) {
      return null;
    }
    String filtre = Arrays.stream(requete().getQueryString().split("&")).map(EcranMontre::decode)
        .filter(p -> p.indexOf('=') > 0 && p.indexOf('=') < p.length() - 1 && !DITS_AILLEURS.contains(p.substring(0, p.indexOf('='))))
        .map(p -> NIR.matcher(p).replaceAll("(NIR)")).collect(Collectors.joining(", "));
    return filtre.isEmpty() ? null : filtre.substring(0, Math.min(LONGUEUR, filtre.length()));
  }

  private static String decode(String parametre) {
    try {
      return URLDecoder.decode(parametre, StandardCharsets.UTF_8).replace("\0", "");
    } catch (IllegalArgumentException illisible) {
      return "";
    }
  }
}
