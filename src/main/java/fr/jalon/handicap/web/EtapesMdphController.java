package fr.jalon.handicap.web;

import fr.jalon.courriers.LettreRemise.Feuille;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.handicap.application.FaireAvancer;
import fr.jalon.handicap.web.ComposerLaPageMdph.Saisie;
import fr.jalon.socle.RefusMetier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a disability file, one button each, and the sheet to hand to the person. */
@Controller
@PreAuthorize("hasAuthority('HANDICAP')")
class EtapesMdphController {
  private static final String DOSSIER = DossierMdphController.ADRESSE + "/{dossier}";
  private final FaireAvancer avancer;
  private final FeuilleMdph feuille;
  private final ComposerLaPageMdph page;
  private final Temoin temoin;

  EtapesMdphController(FaireAvancer avancer, FeuilleMdph feuille, ComposerLaPageMdph page, Temoin temoin) {
    this.avancer = avancer;
    this.feuille = feuille;
    this.page = page;
    this.temoin = temoin;
  }

  @PostMapping(DOSSIER + "/accord")
  Object accord(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "accord-" + dossier, f, "C'est noté : le dossier est à constituer avec elle.", modele, suite,
        () -> avancer.accepter(personne, dossier, f.jour()));
  }

  @PostMapping(DOSSIER + "/refus")
  Object refus(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "refus-" + dossier, f, "C'est noté : c'est son choix, et il ne change rien à son accompagnement.", modele, suite,
        () -> avancer.decliner(personne, dossier, f.jour()));
  }

  @PostMapping(DOSSIER + "/depot")
  Object depot(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "depot-" + dossier, f, "Le dépôt est noté : le délai de la MDPH court.", modele, suite,
        () -> avancer.deposer(personne, dossier, f.depot()));
  }

  @PostMapping(DOSSIER + "/complet")
  Object complet(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "complet-" + dossier, f, "C'est noté : le délai de la MDPH court de ce jour.", modele, suite,
        () -> avancer.completer(personne, dossier, f.jour()));
  }

  @PostMapping(DOSSIER + "/recours")
  Object recours(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "recours-" + dossier, f, "Le recours est noté : le délai de la MDPH pour y répondre court.", modele, suite,
        () -> avancer.contester(personne, dossier, f.jour()));
  }

  @PostMapping(DOSSIER + "/suites")
  Object suites(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "suites-" + dossier, f, "C'est noté : elle sait ce que la réponse change.", modele, suite,
        () -> avancer.direLesSuites(personne, dossier, f.jour()));
  }

  @PostMapping(DOSSIER + "/abandon")
  Object abandon(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "abandon-" + dossier, f, "Le dossier est arrêté. Il se reprend quand elle veut.", modele, suite,
        () -> avancer.abandonner(personne, dossier, f.jour(), f.motif()));
  }

  @PostMapping(DOSSIER + "/reprise")
  Object reprise(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, "reprise-" + dossier, f, "Le dossier est repris : il est à constituer.", modele, suite,
        () -> avancer.reprendre(personne, dossier, f.jour()));
  }

  @GetMapping(DOSSIER + "/feuille")
  ResponseEntity<byte[]> feuille(@PathVariable long personne, @PathVariable long dossier) {
    Feuille f = feuille.imprimer(personne, dossier).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    temoin.exporter("Feuille d'un dossier MDPH à remettre", f);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION,
        "inline; filename=\"votre-dossier.pdf\"")
        .header("X-Content-Type-Options", "nosniff").body(f.pdf());
  }

  private Object faire(long personne, String quoi, FormulaireMdph f, String fait, Model modele, RedirectAttributes suite, Runnable acte) {
    try {
      acte.run();
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, new Saisie(quoi, f, null, null), refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(fait));
    return "redirect:/dossiers-mdph/personnes/" + personne;
  }
}
