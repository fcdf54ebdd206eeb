package fr.jalon.ecran;

import fr.jalon.socle.Nir;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a search of persons is sent, from whatever page: read here, then asked of the page by its address, which can be kept and shared. A
 * number that has the form of a NIR is taken out: it would stay in the history of the browser and in the logs of the network.
 */
@Controller
class RechercheController {
  private static final int LONGUEUR = 2000;
  private static final String LISTE = "/allocataires";
  /** Name of the field that says which page searches. */
  private static final String VERS = "vers";
  private static final Pattern PAGE = Pattern.compile("([^?#]{1,200})(#[\\w-]+)?");
  private static final Pattern NOM = Pattern.compile("\\w+");

  /** @param champs what is typed and the filters, as the page {@code vers} takes them in its address */
  @PostMapping("/recherche")
  String chercher(@RequestParam Map<String, String> champs, RedirectAttributes suite) {
    Map<String, String> parametres = new LinkedHashMap<>();
    champs.forEach((nom, valeur) -> {
      if (NOM.matcher(nom).matches() && !nom.equals(VERS) && !nom.equals("_csrf")) {
        parametres.put(nom, Nir.masquer(valeur).replace(Nir.MASQUE, "").strip());
      }
    });
    if (parametres.keySet().stream().anyMatch(nom -> !champs.get(nom).equals(Nir.masquer(champs.get(nom))))) {
      suite.addFlashAttribute(Message.CLE,
          Message.information("Jalon ne cherche pas par numéro de sécurité sociale, et n'a pas gardé celui que vous avez tapé. "
          + "Cherchez par le nom, la date de naissance, le numéro de demande ou d'allocataire."));
    }
    Matcher page = PAGE.matcher(AdresseDePage.localeOu(champs.get(VERS), LISTE));
    if (!page.matches()) {
      return "redirect:" + LISTE;
    }
    String adresse = new AdresseDePage(page.group(1), parametres).toString();
    // longer than any search, and than what a server writes in a header: the page as if nothing were typed
    return "redirect:" + (adresse.length() > LONGUEUR ? page.group(1) : adresse) + (page.group(2) == null ? "" : page.group(2));
  }
}
