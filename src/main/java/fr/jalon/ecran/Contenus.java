package fr.jalon.ecran;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A template whose name is only known when the page is made: the panel that a room adds to the page of another. */
@Component
public class Contenus {
  private final TemplateEngine gabarits;

  Contenus(TemplateEngine gabarits) {
    this.gabarits = gabarits;
  }

  /**
   * The template as a content to put in another.
   *
   * @param gabarit name without extension
   * @param modele  what it shows, under the name {@code modele}
   * @param ecran   given to it under the name {@code ecran} if it asks for it
   */
  public Content de(String gabarit, Object modele, Ecran ecran) {
    Map<String, Object> parametres = new HashMap<>();
    parametres.put("modele", modele);
    parametres.put("ecran", ecran);
    return sortie -> gabarits.render(gabarit + ".jte", parametres, sortie);
  }
}
