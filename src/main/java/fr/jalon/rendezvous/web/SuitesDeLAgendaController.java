package fr.jalon.rendezvous.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Pagination;
import fr.jalon.rendezvous.lecture.EntretiensANoter;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the agenda leaves to do: interviews past and not noted, appointments whose person changed. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class SuitesDeLAgendaController {
  private final EntretiensANoter aNoter;
  private final RendezVousARevoir aRevoir;

  SuitesDeLAgendaController(EntretiensANoter aNoter, RendezVousARevoir aRevoir) {
    this.aNoter = aNoter;
    this.aRevoir = aRevoir;
  }

  @GetMapping("/agenda/a-noter")
  String aNoter(@RequestParam(defaultValue = "1") int page, Model modele) {
    Pagination pages = pages(aNoter.compter(), page, "/agenda/a-noter");
    modele.addAttribute("lignes", aNoter.page(pages.page(), Pagination.TAILLE)).addAttribute("pages", pages);
    return "rendezvous/a-noter";
  }

  @GetMapping("/agenda/a-revoir")
  String aRevoir(@RequestParam(defaultValue = "1") int page, Model modele) {
    RendezVousARevoir.Part part = aRevoir.page(page, Pagination.TAILLE);
    if (part.lignes().isEmpty() && page > 1) {
      return "redirect:/agenda/a-revoir";
    }
    modele.addAttribute("part", part).addAttribute("pages", pages(part.total(), page, "/agenda/a-revoir"));
    return "rendezvous/a-revoir";
  }

  private static Pagination pages(int total, int demandee, String adresse) {
    AdresseDePage ici = new AdresseDePage(adresse, Map.of());
    return new Pagination(total, Math.clamp(demandee, 1, new Pagination(total, 1, Pagination.TAILLE, ici).nombre()), Pagination.TAILLE, ici);
  }
}
