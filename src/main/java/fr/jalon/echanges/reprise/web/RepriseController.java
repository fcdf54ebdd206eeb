package fr.jalon.echanges.reprise.web;

import fr.jalon.echanges.reprise.application.ReprendreDesStructures;
import fr.jalon.echanges.reprise.application.Reprise.Cree;
import fr.jalon.echanges.reprise.application.Reprise;
import fr.jalon.echanges.reprise.application.Reprises;
import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.EtatReprise;
import fr.jalon.ecran.FichierCsv;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Organisations, sites and référents from a spreadsheet: drop it, match its columns, look at it, record it, undo it. */
@Controller
@RequestMapping("/structures/reprise")
@PreAuthorize("hasAuthority('STRUCTURES')")
class RepriseController {
  private static final String PAGE = "redirect:/structures/reprise";
  private final Reprises reprises;
  private final ReprendreDesStructures reprendre;

  RepriseController(Reprises reprises, ReprendreDesStructures reprendre) {
    this.reprises = reprises;
    this.reprendre = reprendre;
  }

  @GetMapping
  String accueil(Model modele) {
    modele.addAttribute("reprises", reprises.toutes());
    return "structures/reprise/accueil";
  }

  @PostMapping(consumes = "multipart/form-data")
  String deposer(@RequestParam MultipartFile fichier, RedirectAttributes suite) throws IOException {
    try {
      return PAGE + "/" + reprendre.deposer(fichier.getOriginalFilename(), fichier.getBytes());
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.code()
          .equals("SANS_LIGNE")
          ? "Ce tableur ne contient aucune ligne : il faut une ligne de titres, puis une ligne par référent, par site ou par organisation."
          : refus.getMessage()));
      return PAGE;
    }
  }

  @GetMapping("/modele.csv")
  void modele(HttpServletResponse reponse) throws IOException {
    try (FichierCsv csv = FichierCsv.telecharger(reponse, "modele-structures")) {
      csv.ligne(Arrays.stream(ChampDeStructure.values()).map(ChampDeStructure::libelle).toList());
      for (int rang = 0; rang < ChampDeStructure.EXEMPLES; rang++) {
        int n = rang;
        csv.ligne(Arrays.stream(ChampDeStructure.values()).map(c -> c.exemple(n)).toList());
      }
    }
  }

  @GetMapping("/{id:\\d+}")
  String page(@PathVariable long id, Model modele) {
    Reprise r = lire(id);
    boolean complete = r.colonnes().containsKey(ChampDeStructure.ORGANISATION);
    modele.addAttribute("page", new PageDeReprise(r, r.etat() == EtatReprise.A_CONFIRMER && complete ? reprendre.lignes(r) : List.of()));
    return "structures/reprise/reprise";
  }

  @PostMapping("/{id:\\d+}/colonnes")
  Object associer(@PathVariable long id, @RequestParam(defaultValue = "") List<String> champ, Model modele) {
    Reprise r = lire(id);
    List<ChampDeStructure> champs = champ.stream().map(ChampDeStructure::lire).toList();
    try {
      reprendre.associer(r, champs);
      return PAGE + "/" + id;
    } catch (RefusMetier refus) {
      modele.addAttribute(Message.CLE, Message.refus(refus.getMessage()));
      modele.addAttribute("page", new PageDeReprise(r.avec(champs), List.of()));
      return Refus.page("structures/reprise/reprise", modele);
    }
  }

  @PostMapping("/{id:\\d+}/enregistrer")
  String enregistrer(@PathVariable long id, RedirectAttributes suite) {
    return agir(id, suite, () -> {
      Cree cree = reprendre.enregistrer(id);
      return "Créés : %s, %s et %s.".formatted(Francais.compte(cree.organisations().size(), "organisation", "organisations"),
          Francais.compte(cree.sites().size(), "site", "sites"), Francais.compte(cree.referents().size(), "référent", "référents"));
    });
  }

  @PostMapping("/{id:\\d+}/defaire")
  String defaire(@PathVariable long id, RedirectAttributes suite) {
    return agir(id, suite, () -> {
      List<String> reste = reprendre.defaire(id);
      return reste.isEmpty() ? "Tout ce que ce fichier avait créé est retiré." : "Ce que ce fichier avait créé est retiré, sauf ce qui a déjà servi.";
    });
  }

  @PostMapping("/{id:\\d+}/abandonner")
  String abandonner(@PathVariable long id, RedirectAttributes suite) {
    reprises.abandonner(id);
    suite.addFlashAttribute(Message.CLE, Message.fait("Ce fichier est effacé ; rien n'en a été enregistré."));
    return PAGE;
  }

  private static String agir(long id, RedirectAttributes suite, java.util.function.Supplier<String> acte) {
    Message.dire(suite, acte);
    return PAGE + "/" + id;
  }

  private Reprise lire(long id) {
    return reprises.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A little more than the spreadsheet itself: the form around it. */
  @Configuration
  static class Envois {
    @Bean
    EnvoiPermis depotDeStructures() {
      return new EnvoiPermis("/structures/reprise", "STRUCTURES", DataSize.ofBytes(ReprendreDesStructures.TAILLE_MAXIMALE + (1 << 20)));
    }
  }
}
