package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.allocataires.application.CorrigerUneInscription;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of who a person is and where she lives, as long as agents alone made her known. */
@Controller
@PreAuthorize("hasAuthority('HORS_RSA')")
class IdentiteInscriteController {
  private final CorrigerUneInscription corriger;
  private final ChangerLesCoordonnees identites;
  private final LectureDuDossier dossiers;
  private final ComposerLInscription composer;
  private final Versions versions;
  private final Fiche fiche;

  IdentiteInscriteController(CorrigerUneInscription corriger, ChangerLesCoordonnees identites, LectureDuDossier dossiers,
      ComposerLInscription composer, Structures structures, Versions versions) {
    this.corriger = corriger;
    this.identites = identites;
    this.dossiers = dossiers;
    this.composer = composer;
    this.versions = versions;
    this.fiche = Fiche.de("IDENTITE_INSCRITE", "cette identité").champ("civilite", "Civilité").champ("nom", "Nom").champ("prenom", "Prénom")
        .champ("nomNaissance", "Nom de naissance").champ("naissance", "Date de naissance").champ("lignes", "Numéro et voie")
        .champ("codePostal", "Code postal").champ("commune", "Commune", structures::nomDeCommune).sansAuteur();
  }

  @GetMapping("/hors-rsa/{personne}/identite")
  String formulaire(@PathVariable long personne, Model modele) {
    return afficher(personne, connue(personne), Refus.AUCUN, modele);
  }

  @PostMapping("/hors-rsa/{personne}/identite")
  Object enregistrer(@PathVariable long personne, @ModelAttribute FormulaireDIdentite f, Model modele, RedirectAttributes suite) {
    try {
      versions.ecrire(fiche, personne, f, () -> corriger.pourChanger(personne).map(FormulaireDIdentite::de),
          x -> corriger.executer(personne, x.inscription()));
      suite.addFlashAttribute(Message.CLE, Message.fait("Identité et adresse enregistrées."));
      return "redirect:/dossier/" + personne;
    } catch (ChangeEntreTemps change) {
      return change.page(afficher(personne, change.formulaire(FormulaireDIdentite.class), Refus.AUCUN, modele), modele);
    } catch (RefusMetier refus) {
      if (corriger.de(personne).isEmpty()) {
        // a file holds her now, perhaps under another record: nothing typed here has a place any more
        suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
        return "redirect:/dossier/" + dossiers.canonique(personne).orElse(personne);
      }
      return Refus.page(afficher(personne, f, Refus.de(refus).dansLOrdre("civilite", "nom", "prenom", "nomNaissance", "naissance", "lignes",
          "codePostal", "commune"), modele), modele);
    }
  }

  private String afficher(long personne, FormulaireDIdentite f, Refus refus, Model modele) {
    modele.addAttribute("page", new PageDIdentite(personne, nom(personne), f, composer.communes(), refus))
        .addAttribute("version", versions.enFormulaire(fiche, personne, corriger.de(personne).map(FormulaireDIdentite::de).orElse(f)));
    return "allocataires/hors-rsa-identite";
  }

  private String nom(long personne) {
    return identites.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).nom();
  }

  private FormulaireDIdentite connue(long personne) {
    return corriger.de(personne).map(FormulaireDIdentite::de).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
