package fr.jalon.ecran;

import fr.jalon.socle.AdresseEnJournal;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A value of the address or of the form that nothing can be: a date after the end of the calendar, a number too big, a character that no
 * text holds, a form cut short. It is the request that is wrong, not Jalon: 400 and what to do, whatever the page. Rooms that answer
 * otherwise (the API) do it before.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ValeursImpossibles {
  private static final Logger LOG = LoggerFactory.getLogger(ValeursImpossibles.class);
  /** SQL states of PostgreSQL: text too long, number or date out of range, unreadable value, character that cannot be kept, page before
   * the first (a number of page so big that its rank is negative). */
  private static final Set<String> ETATS = Set.of("22001", "22003", "22007", "22008", "22021", "22P02", "22P03", "22P05",
      "2201W", "2201X");

  @ExceptionHandler(DataAccessException.class)
  ModelAndView base(DataAccessException e, HttpServletRequest requete) {
    if (est(e)) {
      return refuser(e, requete);
    }
    throw e;
  }

  /** True when PostgreSQL refused a value that nothing can be, as the request gave it. */
  public static boolean est(Exception e) {
    return NestedExceptionUtils.getRootCause(e) instanceof SQLException sql && ETATS.contains(String.valueOf(sql.getSQLState()));
  }

  @ExceptionHandler({DateTimeException.class, ArithmeticException.class, MultipartException.class})
  ModelAndView calcul(RuntimeException e, HttpServletRequest requete) {
    return refuser(e, requete);
  }

  private static ModelAndView refuser(RuntimeException e, HttpServletRequest requete) {
    // the first line only: what follows may quote the values of a row
    LOG.warn("Valeur impossible sur {} {} : {} {}", requete.getMethod(), AdresseEnJournal.de(requete.getRequestURI()), e.getClass().getSimpleName(),
        String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()).lines().findFirst().orElse(""));
    return new ModelAndView("ecran/erreur", java.util.Map.of("titre", "Demande incomplète", "texte",
        "Une valeur de l'adresse ou du formulaire ne peut pas être lue : une date, un nombre ou un caractère impossible, ou un envoi coupé. "
            + "Rien n'a été enregistré. "
            + "Revenez à la page précédente, corrigez-la et recommencez.", "reference", "", "envoyee", !"GET".equals(requete.getMethod())),
                    HttpStatus.BAD_REQUEST);
  }
}
