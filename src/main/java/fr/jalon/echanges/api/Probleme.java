package fr.jalon.echanges.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal of the API that no rule of the trade gave: a field that does not exist, a person out of the perimeter. Answered as
 * {@code application/problem+json} with a code that does not change and a French sentence that says what to do.
 */
public final class Probleme extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus statut;
  private final String code;
  private final transient Map<String, String> champs;

  private Probleme(HttpStatus statut, String code, String phrase, Map<String, String> champs) {
    super(phrase);
    this.statut = statut;
    this.code = code;
    this.champs = champs;
  }

  /** The person does not exist, or is not of the perimeter: the same answer, so that nothing is learnt. */
  public static Probleme personneInconnue() {
    return new Probleme(HttpStatus.NOT_FOUND, "PERSONNE_INCONNUE", "Aucune personne de ce numéro dans votre périmètre.", Map.of());
  }

  /** Something else that this application does not have. */
  public static Probleme introuvable(String phrase) {
    return new Probleme(HttpStatus.NOT_FOUND, "INTROUVABLE", phrase, Map.of());
  }

  /** What was sent cannot be read. @param champs sentence by field; may be empty */
  public static Probleme demandeIncorrecte(String code, String phrase, Map<String, String> champs) {
    return new Probleme(HttpStatus.BAD_REQUEST, code, phrase, new LinkedHashMap<>(champs));
  }

  /** Somebody changed it since the application read it ({@code If-Match}). */
  public static Probleme change(String phrase) {
    return new Probleme(HttpStatus.PRECONDITION_FAILED, "CHANGE_ENTRE_TEMPS", phrase, Map.of());
  }

  /** As answered. */
  public ProblemDetail detail() {
    return detail(statut, code, getMessage(), champs);
  }

  /** The shape of every refusal. */
  public static ProblemDetail detail(HttpStatus statut, String code, String phrase, Map<String, String> champs) {
    ProblemDetail p = ProblemDetail.forStatusAndDetail(statut, phrase);
    p.setType(URI.create("about:blank"));
    p.setTitle(titre(statut));
    p.setProperty("code", code);
    if (champs != null && !champs.isEmpty()) {
      p.setProperty("champs", champs);
    }
    return p;
  }

  private static String titre(HttpStatus statut) {
    return switch (statut) {
      case NOT_FOUND -> "Introuvable";
      case UNPROCESSABLE_CONTENT -> "Refusé par une règle";
      case TOO_MANY_REQUESTS -> "Trop d'appels";
      case PRECONDITION_FAILED -> "Changé entre-temps";
      case FORBIDDEN -> "Portée insuffisante";
      case INTERNAL_SERVER_ERROR -> "Une erreur est survenue";
      default -> "Demande incorrecte";
    };
  }
}
