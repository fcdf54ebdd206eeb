package fr.jalon.courriers.web;

import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.RefusMetier;
import java.util.Arrays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters that came back: typed or scanned one after the other, then handled. */
@Controller
@PreAuthorize("hasAuthority('COURRIERS')")
class RetoursController {
  private static final String MOTIF = "motif";
  private final ListeDesMessages liste;
  private final SuivreUnMessage suivre;
  private final Modeles modeles;

  RetoursController(ListeDesMessages liste, SuivreUnMessage suivre, Modeles modeles) {
    this.liste = liste;
    this.suivre = suivre;
    this.modeles = modeles;
  }

  @GetMapping("/courriers/retours")
  String retours(Model modele) {
    return afficher("", (MotifDeRetour) modele.getAttribute(MOTIF), Refus.AUCUN, modele);
  }

  @PostMapping("/courriers/retours")
  Object noter(@RequestParam(defaultValue = "") String numero, @RequestParam(name = MOTIF, defaultValue = "") String choisi, Model modele,
      RedirectAttributes suite) {
    MotifDeRetour motif = Arrays.stream(MotifDeRetour.values()).filter(m -> m.name().equals(choisi)).findFirst().orElse(null);
    try {
      SuivreUnMessage.Revenue revenue = suivre.revenue(numero, motif);
      suite.addFlashAttribute(Message.CLE, Message.fait("Lettre de %s : %s. Passez à la suivante.".formatted(revenue.personne(), motif.libelle()
          .toLowerCase(java.util.Locale.FRENCH))));
      suite.addFlashAttribute(MOTIF, motif);
      return "redirect:/courriers/retours";
    } catch (RefusMetier refus) {
      return Refus.page(afficher(numero, motif, Refus.de(refus), modele), modele);
    }
  }

  private String afficher(String numero, MotifDeRetour motif, Refus refus, Model modele) {
    modele.addAttribute("numero", numero);
    modele.addAttribute("choisi", motif);
    modele.addAttribute(Refus.CLE, refus);
    modele.addAttribute("revenues", liste.revenues());
    modele.addAttribute("modeles", modeles);
    return "courriers/retours";
  }
}
