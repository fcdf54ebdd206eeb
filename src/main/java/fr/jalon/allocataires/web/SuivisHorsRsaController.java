package fr.jalon.allocataires.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.application.SuivreHorsRsa;
import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.lecture.SuiviHorsRsa;
import fr.jalon.allocataires.lecture.SuivisHorsRsaDUnePersonne;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The publics of a person: one more, ended, reopened, taken back. */
@Controller
@PreAuthorize("hasAuthority('HORS_RSA')")
class SuivisHorsRsaController {
  private final SuivreHorsRsa suivre;
  private final SuivisHorsRsaDUnePersonne suivis;
  private final ChangerLesCoordonnees identites;
  private final ComposerLInscription composer;
  private final PublicsHorsRsa publics;
  private final Clock horloge;

  SuivisHorsRsaController(SuivreHorsRsa suivre, SuivisHorsRsaDUnePersonne suivis, ChangerLesCoordonnees identites, ComposerLInscription composer,
      PublicsHorsRsa publics, Clock horloge) {
    this.suivre = suivre;
    this.suivis = suivis;
    this.identites = identites;
    this.composer = composer;
    this.publics = publics;
    this.horloge = horloge;
  }

  @GetMapping("/hors-rsa/{personne}/ajouter")
  String ajouter(@PathVariable long personne, Model modele) {
    return montrerLAjout(personne, composer.suivi(), Refus.AUCUN, modele);
  }

  @PostMapping("/hors-rsa/{personne}/ajouter")
  Object ajouter(@PathVariable long personne, @ModelAttribute FormulaireDeSuivi f, Model modele, RedirectAttributes suite) {
    try {
      suivre.ajouter(personne, f.suivi());
      suite.addFlashAttribute(Message.CLE, Message.fait("Ce public est ajouté à son dossier."));
      return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
    } catch (RefusMetier refus) {
      return Refus.page(montrerLAjout(personne, refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f, Refus.de(refus), modele), modele);
    }
  }

  @GetMapping("/hors-rsa/suivis/{id}/fin")
  String fin(@PathVariable long id, Model modele) {
    return montrerLaFin(id, LocalDate.now(horloge).toString(), "", "", Refus.AUCUN, modele);
  }

  @PostMapping("/hors-rsa/suivis/{id}/fin")
  Object fin(@PathVariable long id, @RequestParam(defaultValue = "") String finLe, @RequestParam(defaultValue = "") String motif,
      @RequestParam(defaultValue = "") String precision, Model modele, RedirectAttributes suite) {
    try {
      long personne = suivre.terminer(id, DatesPlausibles.lireOuRien(finLe), FinDeSuivi.de(motif), precision);
      boolean vue = identites.de(personne).isPresent();
      suite.addFlashAttribute(Message.CLE, Message.fait(vue ? "Ce suivi est terminé. Son dossier reste ; il se rouvre si c'était une erreur."
          : "Ce suivi est terminé. Votre organisation ne voit plus cette personne ; un collègue de son territoire peut le rouvrir."));
      return "redirect:" + (vue ? PartieDuDossier.PARCOURS.adresse(personne) : "/hors-rsa");
    } catch (RefusMetier refus) {
      return Refus.page(montrerLaFin(id, finLe, motif, precision, Refus.de(refus), modele), modele);
    }
  }

  @PostMapping("/hors-rsa/suivis/{id}/rouvrir")
  String rouvrir(@PathVariable long id, RedirectAttributes suite) {
    long personne = un(id).personneId();
    Message.dire(suite, () -> {
      suivre.rouvrir(id);
      return "Ce suivi court de nouveau, comme s'il n'avait pas fini.";
    });
    return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
  }

  @PostMapping("/hors-rsa/suivis/{id}/retirer")
  String retirer(@PathVariable long id, RedirectAttributes suite) {
    String[] vers = {PartieDuDossier.PARCOURS.adresse(un(id).personneId())};
    Message.dire(suite, () -> {
      boolean reste = suivre.retirer(id).isPresent();
      vers[0] = reste ? vers[0] : "/hors-rsa";
      return reste ? "Ce suivi est retiré : il ne compte plus." : "Cette inscription est retirée, et sa fiche avec elle.";
    });
    return "redirect:" + vers[0];
  }

  private SuiviHorsRsa un(long id) {
    return suivis.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String montrerLAjout(long personne, FormulaireDeSuivi f, Refus refus, Model modele) {
    String nom = nom(personne);
    modele.addAttribute("page", composer.suivi(personne, nom, f, refus));
    return "allocataires/hors-rsa-ajouter";
  }

  private String montrerLaFin(long id, String finLe, String motif, String precision, Refus refus, Model modele) {
    SuiviHorsRsa s = un(id);
    modele.addAttribute("page", new PageDeFin(s, s.personneId(), nom(s.personneId()), publics.libelle(s.publicSuivi()), finLe, motif, precision,
        LocalDate.now(horloge), refus));
    return "allocataires/hors-rsa-fin";
  }

  private String nom(long personne) {
    return identites.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).nom();
  }
}
