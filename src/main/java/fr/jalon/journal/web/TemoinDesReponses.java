package fr.jalon.journal.web;

import fr.jalon.ecran.Temoin;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The answers that are not pages (the API's JSON): whoever they speak of is in the journal before they leave. */
@ControllerAdvice
class TemoinDesReponses implements ResponseBodyAdvice<Object> {
  private final Temoin temoin;

  TemoinDesReponses(Temoin temoin) {
    this.temoin = temoin;
  }

  @Override
  public boolean supports(MethodParameter retour, Class<? extends HttpMessageConverter<?>> ecriture) {
    return true;
  }

  @Override
  public Object beforeBodyWrite(Object corps, MethodParameter retour, MediaType format, Class<? extends HttpMessageConverter<?>> ecriture,
      ServerHttpRequest requete,
      ServerHttpResponse reponse) {
    // a refusal shows nobody
    if (!(corps instanceof ProblemDetail)) {
      temoin.montrer(corps);
    }
    return corps;
  }
}
