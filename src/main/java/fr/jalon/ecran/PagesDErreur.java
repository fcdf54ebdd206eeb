package fr.jalon.ecran;

import fr.jalon.socle.AdresseEnJournal;
import fr.jalon.socle.PanneDeLaBase;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages 403, 404, "the database does not answer" and "something broke". A failure shows a reference that is also in the log, and nothing of
 * the inside.
 */
@Component
public class PagesDErreur implements ErrorViewResolver {
  /** Request attribute: the sentence to show instead of the one of the status, given by whoever refused the request. */
  public static final String PHRASE = PagesDErreur.class.getName() + ".phrase";
  private static final Logger LOG = LoggerFactory.getLogger(PagesDErreur.class);
  private final SecureRandom hasard = new SecureRandom();

  @Override
  public ModelAndView resolveErrorView(HttpServletRequest requete, HttpStatus statut, Map<String, Object> modele) {
    if (requete.getAttribute(PanneDeLaBase.CLE) instanceof PanneDeLaBase panne) {
      return new ModelAndView("ecran/erreur", Map.of("titre", panne.titre(), "texte", panne.phrase(), "reference", "",
          "saisie", Saisie.de(requete), "envoyee", envoyee(requete)), HttpStatus.valueOf(panne.statut()));
    }
    if (requete.getAttribute(PHRASE) instanceof String phrase && !phrase.isEmpty()) {
      return new ModelAndView("ecran/erreur", Map.of("titre", "Demande refusée", "texte", phrase, "reference", "", "envoyee", envoyee(requete)),
              statut);
    }
    if (!statut.is5xxServerError()) {
      String texte = switch (statut) {
        case FORBIDDEN -> "Votre rôle n'ouvre pas cette page, ou elle est restée ouverte trop longtemps. Revenez à l'accueil ; si vous "
            + "devriez y avoir accès, demandez-le à la personne qui gère les habilitations.";
        case NOT_FOUND -> "Cette page n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter. Vérifiez l'adresse, ou "
            + "cherchez la personne par son nom.";
        case METHOD_NOT_ALLOWED, BAD_REQUEST -> "L'adresse ou le formulaire reçu n'est pas complet. Revenez à la page précédente et "
            + "recommencez.";
        case CONTENT_TOO_LARGE -> "Le fichier envoyé est trop gros. Compressez-le (.zip ou .gz) ou chargez-le en ligne de commande.";
        default -> "La demande n'a pas pu être traitée. Revenez à la page précédente et recommencez.";
      };
      String titre = switch (statut) {
        case FORBIDDEN -> "Accès refusé";
        case NOT_FOUND -> "Page introuvable";
        default -> "Demande incomplète";
      };
      return new ModelAndView("ecran/erreur", Map.of("titre", titre, "texte", texte, "reference", "", "envoyee", envoyee(requete)), statut);
    }
    byte[] octets = new byte[4];
    hasard.nextBytes(octets);
    String reference = HexFormat.of().withUpperCase().formatHex(octets);
    Throwable cause = (Throwable) requete.getAttribute("jakarta.servlet.error.exception");
    LOG.error("Erreur {} sur {} {}", reference, methode(requete),
        // the code of a person's link is a secret: it does not go to the log
        AdresseEnJournal.de(requete.getAttribute("jakarta.servlet.error.request_uri")), cause);
    return new ModelAndView("ecran/erreur", Map.of("titre", "Une erreur est survenue",
        "texte", (envoyee(requete) ? "Rien n'a été enregistré. " : "")
                + "Recommencez dans un instant ; si l'erreur revient, donnez cette référence à l'assistance.",
        "reference", reference, "envoyee", envoyee(requete)), statut);
  }

  /** True when a form was refused; false for a page that failed to be shown: what was written before it is kept. */
  private static boolean envoyee(HttpServletRequest requete) {
    return !Set.of("GET", "HEAD").contains(methode(requete));
  }

  /** How the page was asked: the dispatch to the error page is a GET of its own (Servlet 6.1). */
  static String methode(HttpServletRequest requete) {
    return requete.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String methode ? methode : requete.getMethod();
  }
}
