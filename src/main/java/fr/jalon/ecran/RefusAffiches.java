package fr.jalon.ecran;

import fr.jalon.socle.RefusMetier;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * A refusal that its controller did not show at the top of its own form gets a page of its own: the sentence, the article, 422; 409 when somebody
 * changed the thing meanwhile.
 */
@ControllerAdvice
class RefusAffiches {
  @ExceptionHandler(RefusMetier.class)
  ModelAndView refus(RefusMetier refus) {
    Map<String, Object> modele = new HashMap<>(Map.of("texte", refus.getMessage()));
    modele.put("article", refus.article());
    return new ModelAndView("ecran/refus", modele, refus instanceof ChangeEntreTemps ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What PostgreSQL itself does not let this agent write: a place, a session, an act of another territory or organisation. Nothing was written. */
  @ExceptionHandler(BadSqlGrammarException.class)
  ModelAndView horsDuPerimetre(BadSqlGrammarException echec) {
    if (!HorsDuPerimetre.est(echec)) {
      throw echec;
    }
    return refus(new RefusMetier("HORS_PERIMETRE",
        "Rien n'est enregistré : ce que vous écrivez serait tenu par un autre territoire ou une autre organisation que les vôtres. "
        + "Revenez à la page précédente et choisissez le vôtre, ou demandez-le à qui tient les habilitations."));
  }
}
