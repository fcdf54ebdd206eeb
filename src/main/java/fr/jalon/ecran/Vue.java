package fr.jalon.ecran;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/**
 * A jte template rendered whole in memory before the first byte leaves: a failure gives the page of errors, never half a page. Whoever is on
 * the page is in the journal before: every page and every fragment passes here.
 */
class Vue implements View {
  private final TemplateEngine gabarits;
  private final String gabarit;
  private final Composition composition;
  private final Temoin temoin;

  Vue(TemplateEngine gabarits, String gabarit, Composition composition, Temoin temoin) {
    this.gabarits = gabarits;
    this.gabarit = gabarit;
    this.composition = composition;
    this.temoin = temoin;
  }

  @Override
  public String getContentType() {
    return MediaType.TEXT_HTML_VALUE;
  }

  @Override
  public void render(Map<String, ?> modele, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
    Map<String, Object> parametres = new HashMap<>(modele);
    parametres.put("ecran", composition.pour(requete, modele.get(Message.CLE) instanceof Message m ? m : null));
    Utf8ByteOutput sortie = new Utf8ByteOutput();
    gabarits.render(gabarit, parametres, sortie);
    // a page of the shell (refusal, failure) shows nobody, and must not need the database
    if (!gabarit.startsWith("ecran/")) {
      temoin.montrer(modele);
    }
    reponse.setContentType("text/html;charset=UTF-8");
    reponse.setContentLength(sortie.getContentLength());
    sortie.writeTo(reponse.getOutputStream());
  }
}
