package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.InscrireHorsRsa;
import fr.jalon.allocataires.application.SuivreHorsRsa;
import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.allocataires.enregistrement.FichesSemblables.Semblable;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a person whom no file makes known; those who look like her are shown first. */
@Controller
@PreAuthorize("hasAuthority('HORS_RSA')")
class InscriptionController {
  private final InscrireHorsRsa inscrire;
  private final SuivreHorsRsa suivre;
  private final ComposerLInscription composer;

  InscriptionController(InscrireHorsRsa inscrire, SuivreHorsRsa suivre, ComposerLInscription composer) {
    this.inscrire = inscrire;
    this.suivre = suivre;
    this.composer = composer;
  }

  @GetMapping("/hors-rsa/inscrire")
  String formulaire(Model modele) {
    return afficher(FormulaireDInscription.nouveau(composer.suivi()), List.of(), Refus.AUCUN, modele);
  }

  @PostMapping("/hors-rsa/inscrire")
  Object inscrire(@ModelAttribute FormulaireDInscription f, Model modele, RedirectAttributes suite) {
    NouvelleInscription elle = f.inscription();
    NouveauSuivi suivi = f.suivi().suivi();
    try {
      inscrire.verifier(elle, suivi);
      if (f.cElle() != null) {
        suivre.ajouter(f.cElle(), suivi);
        suite.addFlashAttribute(Message.CLE,
            Message.fait("C'est elle : ce public est ajouté à son dossier. Son identité et ses coordonnées n'ont pas changé."));
        return "redirect:/dossier/" + f.cElle();
      }
      List<Semblable> semblables = inscrire.semblables(elle);
      if (semblables.stream().anyMatch(s -> !f.vue(s.id())) && !inscrire.deja(suivi.cle())) {
        return afficher(f, semblables, Refus.AUCUN, modele);
      }
      long id = inscrire.executer(elle, suivi);
      suite.addFlashAttribute(Message.CLE, Message.fait("Cette personne est inscrite. Son dossier est ouvert à qui la suit."));
      return "redirect:/dossier/" + id;
    } catch (RefusMetier refus) {
      return Refus.page(afficher(refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f, List.of(), Refus.de(refus)
          .dansLOrdre("civilite", "nom", "prenom", "nomNaissance", "naissance", "lignes",
          "codePostal", "commune", "telephone", "courriel", "publicSuivi", "cohorte", "depuis", "destination", "informee"), modele), modele);
    }
  }

  private String afficher(FormulaireDInscription f, List<Semblable> semblables, Refus refus, Model modele) {
    modele.addAttribute("page", composer.inscription(f, semblables, refus));
    return "allocataires/hors-rsa-inscrire";
  }
}
