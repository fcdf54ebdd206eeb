package fr.jalon.carnet.web;

import fr.jalon.ecran.Refus;
import fr.jalon.socle.RefusMetier;
import org.springframework.ui.Model;

/** The page of what was typed about a person who left the agent's perimeter meanwhile: nothing of her is shown any more, the text is given back. */
final class TexteGarde {
  private TexteGarde() {}

  static String montrer(RefusMetier refus, String texte, Model modele) {
    modele.addAttribute("texte", texte).addAttribute(Refus.CLE, Refus.de(refus));
    return "carnet/texte-garde";
  }
}
