package fr.jalon.ecran;

import fr.jalon.socle.RefusMetier;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A refusal that its controller did not show at the top of its own form gets a page of its own: the sentence, the article, 422; 409 when somebody changed the thing meanwhile. */
@ControllerAdvice
class RefusAffiches {

  @ExceptionHandler(RefusMetier.class)
  ModelAndView refus(RefusMetier refus) {
    Map<String, Object> modele = new HashMap<>(Map.of("texte", refus.getMessage()));
    modele.put("article", refus.article());
    return new ModelAndView("ecran/refus", modele, refus instanceof ChangeEntreTemps ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
