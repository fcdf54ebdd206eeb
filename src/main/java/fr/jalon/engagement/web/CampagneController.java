package fr.jalon.engagement.web;

import fr.jalon.ecran.Regard;
import fr.jalon.engagement.lecture.CampagneDesContrats;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The campaign of those who were followed before the law. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class CampagneController {
  private final CampagneDesContrats campagne;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Regard regard;

  CampagneController(CampagneDesContrats campagne, Structures structures, MaFiche maFiche, Regard regard) {
    this.campagne = campagne;
    this.structures = structures;
    this.maFiche = maFiche;
    this.regard = regard;
  }

  @GetMapping("/contrats/campagne")
  String campagne(@RequestParam(required = false) Integer territoire, Model modele) {
    boolean miennes = maFiche.referent().isPresent() && !regard.peut("VALIDATIONS");
    modele.addAttribute("page", new PageDeLaCampagne(campagne.lire(territoire, miennes).orElse(null), miennes, structures.territoires(), territoire));
    return "engagement/campagne";
  }
}
