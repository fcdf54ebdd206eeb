package fr.jalon.echanges.tableur.web;

import fr.jalon.echanges.tableur.application.ApercusDesTableurs;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.ModelesDeTableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Regard;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** "Reprise par tableur": what a former tool knew of persons, kind by kind; its pages are then those of {@link TableurController}. */
@Controller
@RequestMapping("/imports/tableur/reprises")
@PreAuthorize("hasAuthority('REPRISE')")
class ReprisesController {
  private static final String PAGE = "redirect:/imports/tableur/reprises";
  private final Tableurs tableurs;
  private final DeposerTableur deposer;
  private final ApercusDesTableurs apercus;
  private final ModelesDeTableur modeles;
  private final Regard regard;

  ReprisesController(Tableurs tableurs, DeposerTableur deposer, ApercusDesTableurs apercus, ModelesDeTableur modeles, Regard regard) {
    this.tableurs = tableurs;
    this.deposer = deposer;
    this.apercus = apercus;
    this.modeles = modeles;
    this.regard = regard;
  }

  @GetMapping
  String accueil(@RequestParam(defaultValue = "") String genre, Model modele) {
    modele.addAttribute("tableurs", tableurs.miens().stream().filter(t -> t.genre().repris()).toList());
    modele.addAttribute("genres", genres());
    modele.addAttribute("choisi", GenreDeTableur.lire(genre).orElse(null));
    return "imports/tableur/reprises";
  }

  @PostMapping(consumes = "multipart/form-data")
  String deposer(@RequestParam MultipartFile fichier, @RequestParam(defaultValue = "") String genre, RedirectAttributes suite) {
    try {
      GenreDeTableur g = lire(genre).orElseThrow(
          () -> new RefusMetier("GENRE_DE_TABLEUR", "Dites ce que contient ce tableur : choisissez dans la liste, puis déposez-le de nouveau."));
      return "redirect:/imports/tableur/" + deposer.deposer(fichier.getOriginalFilename(), g, fichier::getBytes) + "/colonnes";
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return PAGE;
    }
  }

  /** A sheet to fill in, and one that says what each column holds. */
  @GetMapping("/{genre:[a-z-]+}.xlsx")
  void modele(@PathVariable String genre, HttpServletResponse reponse) {
    GenreDeTableur g = lire(genre.toUpperCase(Locale.ROOT).replace('-', '_')).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Classeur.modele(reponse, "modele-" + genre, modeles.colonnes(g));
  }

  /** What Jalon knows may have changed since the rows were looked at. */
  @PostMapping("/{id:\\d+}/verifier")
  String verifier(@PathVariable long id) {
    apercus.oublier(tableurs.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).id());
    return "redirect:/imports/tableur/" + id;
  }

  private List<GenreDeTableur> genres() {
    return Arrays.stream(GenreDeTableur.values()).filter(g -> g.repris() && regard.peut(g.ressource())).toList();
  }

  private Optional<GenreDeTableur> lire(String nom) {
    return GenreDeTableur.lire(nom).filter(genres()::contains);
  }

  /** A little more than the spreadsheet itself: the form around it. */
  @Configuration
  static class Envois {
    @Bean
    EnvoiPermis repriseParTableur() {
      return new EnvoiPermis("/imports/tableur/reprises", "REPRISE", DataSize.ofMegabytes(51));
    }
  }
}
