package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.application.DesignerLesReferents;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.lecture.ReferentsADesigner;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The persons followed whom nobody holds: a référent of their organisation is proposed to each, the whole list at once. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class ReferentsADesignerController {
  private final ReferentsADesigner liste;
  private final DesignerLesReferents designer;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Clock horloge;

  ReferentsADesignerController(ReferentsADesigner liste, DesignerLesReferents designer, Structures structures, MaFiche maFiche, Clock horloge) {
    this.maFiche = maFiche;
    this.liste = liste;
    this.designer = designer;
    this.structures = structures;
    this.horloge = horloge;
  }

  @GetMapping("/referents-a-designer")
  String liste(HttpServletRequest requete, @RequestParam(required = false) Integer territoire,
      @RequestParam(required = false) Integer organisation, Model modele) {
    return afficher(new FormulaireDeDesignation(null, LocalDate.now(horloge).toString(), "", "", "", true, maFiche.territoire(requete, territoire),
        organisation), Map.of(), null, modele);
  }

  @PostMapping("/referents-a-designer")
  Object enregistrer(@ModelAttribute FormulaireDeDesignation f, Model modele, RedirectAttributes suite) {
    Map<Long, Integer> choisis = new LinkedHashMap<>(f.choisis());
    choisis.values().removeIf(java.util.Objects::isNull);
    String manque = choisis.isEmpty() ? "Choisissez au moins un référent." : f.raison()
        .isBlank() ? "Dites pourquoi le référent change, en quelques mots."
        : f.jour() == null ? "Indiquez le jour où les référents commencent." : null;
    if (manque != null) {
      return Refus.page(afficher(f, Map.of(), manque, modele), modele);
    }
    Map<Long, String> refus = new LinkedHashMap<>();
    designer.enregistrer(choisis, f.jour(), f.raison(), Depassement.de(f.acceptePar(), f.raisonDuDepassement()), f.prevenir())
        .forEach((id, non) -> refus.put(id, phrase(non)));
    if (!refus.isEmpty()) {
      return Refus.page(afficher(f, refus, "Rien n'est enregistré : %s.".formatted(Francais.compte(refus.size(), "ligne ne peut pas l'être",
          "lignes ne peuvent pas l'être")),
          modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("%s un référent.".formatted(Francais.compte(choisis.size(), "personne a", "personnes ont"))));
    return "redirect:/referents-a-designer";
  }

  private String afficher(FormulaireDeDesignation f, Map<Long, String> refus, String erreur, Model modele) {
    modele.addAttribute("page", new PageDesReferentsADesigner(f, new LignesAConfier(
        designer.proposer(liste.lire(f.territoire(), f.organisation(), PageDesReferentsADesigner.LIMITE)), f.choisis(), null,
        refus, "Laisser à désigner"),
        liste.compter(f.territoire(), f.organisation()), structures.territoires(), structures.organisations(), LocalDate.now(horloge), erreur));
    return "orientation/referents-a-designer";
  }

  private static String phrase(RefusMetier refus) {
    return refus.getMessage() + (refus.article() == null ? "" : " (" + refus.article() + ")");
  }
}
