package fr.jalon.echanges.api.web;

import fr.jalon.demarrage.Pannes;
import fr.jalon.ecran.ValeursImpossibles;
import fr.jalon.echanges.api.Probleme;
import fr.jalon.socle.PanneDeLaBase;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every refusal of the API in one shape: {@code application/problem+json}, a code, a French sentence, the article, the fields. */
@RestControllerAdvice(basePackages = "fr.jalon.echanges.api.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReponsesDeRefus {
  private static final Logger LOG = LoggerFactory.getLogger(ReponsesDeRefus.class);

  @ExceptionHandler(RefusMetier.class)
  ResponseEntity<ProblemDetail> refus(RefusMetier refus) {
    if ("PERSONNE_INCONNUE".equals(refus.code())) {
      return repondre(Probleme.personneInconnue().detail());
    }
    ProblemDetail p = Probleme.detail(HttpStatus.UNPROCESSABLE_CONTENT, refus.code(), refus.getMessage(), Map.of());
    if (refus.article() != null) {
      p.setProperty("article", refus.article());
    }
    return repondre(p);
  }

  @ExceptionHandler(Probleme.class)
  ResponseEntity<ProblemDetail> probleme(Probleme p) {
    return repondre(p.detail());
  }

  @ExceptionHandler(MethodArgumentNotValidException.class)
  ResponseEntity<ProblemDetail> champs(MethodArgumentNotValidException e) {
    Map<String, String> champs = new LinkedHashMap<>();
    e.getBindingResult().getFieldErrors().forEach(f -> champs.putIfAbsent(f.getField(), f.getDefaultMessage()));
    return incorrecte("CHAMPS", "Des champs manquent ou ne vont pas : " + String.join(", ", champs.keySet()) + ".", champs);
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<ProblemDetail> illisible(HttpMessageNotReadableException e) {
    return switch (e.getCause()) {
      case UnrecognizedPropertyException inconnu -> incorrecte("CHAMP_INCONNU", "Le champ « %s » n'existe pas. Champs connus : %s."
          .formatted(chemin(inconnu), inconnu.getKnownPropertyIds() == null ? "voir la documentation"
              : inconnu.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))),
              Map.of(chemin(inconnu), "Champ inconnu"));
      case InvalidFormatException format -> incorrecte("VALEUR",
          "La valeur du champ « %s » ne va pas%s.".formatted(chemin(format), attendu(format.getTargetType())),
          Map.of(chemin(format), "Valeur incorrecte"));
      case null, default -> incorrecte("JSON", "Le corps de la demande n'est pas le JSON attendu. Comparez-le à l'exemple de la documentation.",
          Map.of());
    };
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ProblemDetail> type(MethodArgumentTypeMismatchException e) {
    if (e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
      return repondre(Probleme.introuvable("Il n'y a rien à cette adresse.").detail());
    }
    return incorrecte("VALEUR", "La valeur du paramètre « %s » ne va pas%s.".formatted(e.getName(), attendu(e.getRequiredType())),
        Map.of(e.getName(), "Valeur incorrecte"));
  }

  @ExceptionHandler({ServletRequestBindingException.class, HandlerMethodValidationException.class})
  ResponseEntity<ProblemDetail> parametres(Exception e) {
    return incorrecte("PARAMETRES", "Un paramètre manque ou ne va pas : voyez la documentation de cette route.", Map.of());
  }

  @ExceptionHandler(HttpMediaTypeException.class)
  ResponseEntity<ProblemDetail> format(HttpMediaTypeException e) {
    return incorrecte("FORMAT", "L'API reçoit et rend du JSON : envoyez « Content-Type: application/json ».", Map.of());
  }

  @ExceptionHandler(AccessDeniedException.class)
  ResponseEntity<ProblemDetail> portee(AccessDeniedException e) {
    ProblemDetail p = Probleme.detail(HttpStatus.FORBIDDEN, "PORTEE_INSUFFISANTE",
        "Ce jeton n'a pas la portée de cette route. Demandez-la avec le jeton, ou à l'administration de Jalon si l'application ne l'a pas.",
        Map.of());
    return ResponseEntity.status(HttpStatus.FORBIDDEN).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"")
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE).body(p);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> panne(Exception e, HttpServletRequest requete) {
    var deLaBase = Pannes.dans(e);
    if (deLaBase.isPresent()) {
      PanneDeLaBase panne = deLaBase.get();
      LOG.warn("{} sur {} {}", panne, requete.getMethod(), requete.getRequestURI());
      return ResponseEntity.status(panne.statut()).header(HttpHeaders.RETRY_AFTER, Integer.toString(panne.attente()))
          .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
          .body(Probleme.detail(HttpStatus.valueOf(panne.statut()), "BASE_" + panne.name(), panne.phrase() + " Rien n'a été enregistré.", Map.of()));
    }
    if (ValeursImpossibles.est(e) || e instanceof DateTimeException) {
      return incorrecte("VALEUR", "Une valeur ne peut pas être lue : une date, un nombre ou un caractère impossible. Rien n'a été enregistré.",
          Map.of());
    }
    String reference = HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.error("Erreur {} sur {} {}", reference, requete.getMethod(), requete.getRequestURI(), e);
    ProblemDetail p = Probleme.detail(HttpStatus.INTERNAL_SERVER_ERROR, "PANNE",
        "Rien n'a été enregistré. Recommencez dans un instant ; si l'erreur revient, donnez la référence " + reference + " à l'assistance.",
        Map.of());
    p.setProperty("reference", reference);
    return repondre(p);
  }

  private static ResponseEntity<ProblemDetail> incorrecte(String code, String phrase, Map<String, String> champs) {
    return repondre(Probleme.demandeIncorrecte(code, phrase, champs).detail());
  }

  private static ResponseEntity<ProblemDetail> repondre(ProblemDetail p) {
    return ResponseEntity.status(p.getStatus()).header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE).body(p);
  }

  private static String chemin(JacksonException e) {
    return e.getPath().stream().map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String attendu(Class<?> type) {
    if (type != null && type.isEnum()) {
      return " ; valeurs admises : " + List.of(type.getEnumConstants()).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return java.time.LocalDate.class.equals(type) ? " ; une date s'écrit 2025-09-08" : "";
  }
}
