package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.ChangerLesCoordonnees;
import fr.jalon.allocataires.application.ChangerLesCoordonnees.Connues;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.Coordonnees;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of the telephone number and the e-mail address of a person. */
@Controller
@PreAuthorize("hasAuthority('DOSSIERS') and hasAuthority('RENDEZ_VOUS')")
class CoordonneesController {
  private static final Fiche FICHE = Fiche.de("COORDONNEES", "ces coordonnées").champ("telephone", "Téléphone", Coordonnees::lisible)
      .champ("courriel", "Courriel").sansAuteur();
  private final ChangerLesCoordonnees changer;
  private final Versions versions;

  CoordonneesController(ChangerLesCoordonnees changer, Versions versions) {
    this.changer = changer;
    this.versions = versions;
  }

  @GetMapping("/dossier/{id}/coordonnees")
  String formulaire(@PathVariable long id, Model modele) {
    Connues c = connues(id);
    return afficher(new PageDesCoordonnees(id, c, c.telephone(), c.courriel(), Refus.AUCUN), modele);
  }

  @PostMapping("/dossier/{id}/coordonnees")
  Object enregistrer(@PathVariable long id, @RequestParam(defaultValue = "") String telephone, @RequestParam(defaultValue = "") String courriel,
      Model modele, RedirectAttributes suite) {
    Connues connues = connues(id);
    try {
      Fautes fautes = new Fautes();
      String numero = fautes.lire("telephone", () -> telephone.isBlank() ? null : Coordonnees.unTelephone(telephone.strip()));
      String adresse = fautes.lire("courriel", () -> courriel.isBlank() ? null : Coordonnees.unCourriel(courriel.strip()));
      fautes.lever();
      versions.ecrire(FICHE, id, new FormulaireDeCoordonnees(numero, adresse), () -> changer.pourChanger(id).map(FormulaireDeCoordonnees::de),
          f -> changer.executer(id, f.telephone(), f.courriel()));
      suite.addFlashAttribute(Message.CLE, Message.fait("Coordonnées enregistrées. Les prochains messages les prendront."));
      return "redirect:/dossier/" + id;
    } catch (ChangeEntreTemps change) {
      FormulaireDeCoordonnees f = change.formulaire(FormulaireDeCoordonnees.class);
      return change.page(afficher(new PageDesCoordonnees(id, connues(id), f.telephone(), f.courriel(), Refus.AUCUN), modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(new PageDesCoordonnees(id, connues, telephone, courriel, Refus.de(refus)), modele), modele);
    }
  }

  private String afficher(PageDesCoordonnees page, Model modele) {
    modele.addAttribute("page", page).addAttribute("version",
        versions.enFormulaire(FICHE, page.personneId(), FormulaireDeCoordonnees.de(page.connues())));
    return "allocataires/coordonnees";
  }

  private Connues connues(long id) {
    return changer.de(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
