package fr.jalon.structures.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Commune;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Site;
import fr.jalon.structures.Structures;
import fr.jalon.structures.TenirLesSites;
import fr.jalon.structures.TenirLesStructures;
import fr.jalon.structures.Territoire;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the structures: organisations and their référents, territories and their communes. */
@Controller
@PreAuthorize("hasAuthority('STRUCTURES')")
class StructuresController {
  private final Structures structures;
  private final TenirLesStructures tenir;
  private final TenirLesSites tenirLesSites;
  private final Versions versions;
  private final FichesDesStructures fiches;
  private final ReferentDuCompte comptes;
  private final Regard regard;

  StructuresController(Structures structures, TenirLesStructures tenir, TenirLesSites tenirLesSites, Versions versions, FichesDesStructures fiches,
      ReferentDuCompte comptes, Regard regard) {
    this.comptes = comptes;
    this.regard = regard;
    this.structures = structures;
    this.tenir = tenir;
    this.tenirLesSites = tenirLesSites;
    this.versions = versions;
    this.fiches = fiches;
  }

  @GetMapping("/structures")
  String page(Model modele) {
    modele.addAttribute("page", new PageDesStructures(structures.departementConnu().orElse(new Departement("", "")), structures.territoires(),
        structures.communesParTerritoire(), structures.communes(null).size(),
        structures.organisations().stream().sorted(Comparator.comparing((Organisation o) -> !o.active()).thenComparing(Organisation::nom)).toList(),
        structures.referents().stream().sorted(Comparator.comparing((Referent r) -> !r.actif()).thenComparing(Referent::nom))
            .collect(Collectors.groupingBy(Referent::organisationId))));
    return "structures/structures";
  }

  @GetMapping("/structures/organisations/nouvelle")
  String nouvelleOrganisation(Model modele) {
    return organisation(FormulaireDOrganisation.vide(), null, modele);
  }

  @GetMapping("/structures/organisations/{id}")
  String organisation(@PathVariable int id, Model modele) {
    return organisation(FormulaireDOrganisation.de(structures.organisation(id).orElseThrow(StructuresController::absente)), null, modele);
  }

  @PostMapping("/structures/organisations")
  Object enregistrerOrganisation(@ModelAttribute FormulaireDOrganisation f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiches.organisation, f.id(), f, () -> structures.organisationPourChanger(f.id()).map(FormulaireDOrganisation::de),
          g -> tenir.organisation(g.id(), g.nom(), g.nature(), g.cadre(), g.commune(), g.territoires(), g.parcours(), g.active()));
      return fait("%s est enregistrée.".formatted(f.nom()), suite);
    } catch (ChangeEntreTemps change) {
      return change.page(organisation(change.formulaire(FormulaireDOrganisation.class), null, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(organisation(f, Refus.de(refus), modele), modele);
    }
  }

  @PostMapping("/structures/sites")
  Object enregistrerSite(@ModelAttribute FormulaireDeSite f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    FormulaireDOrganisation organisation = FormulaireDOrganisation.de(structures.organisation(f.organisation())
        .orElseThrow(StructuresController::absente));
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiches.site, f.id(), f, () -> structures.sitePourChanger(f.id()).map(FormulaireDeSite::de),
          g -> tenirLesSites.site(g.id(), g.organisation(), g.nom(), g.adresse(), g.commune(), g.telephone(), g.actif()));
      suite.addFlashAttribute(Message.CLE, Message.fait("Le site %s est enregistré.".formatted(f.nom())));
      return "redirect:/structures/organisations/" + f.organisation();
    } catch (ChangeEntreTemps change) {
      String vue = organisation(organisation, null, modele);
      return change.page(sites(change.formulaire(FormulaireDeSite.class), null, vue, modele), modele);
    } catch (RefusMetier refus) {
      String vue = organisation(organisation, null, modele);
      return Refus.page(sites(f, Refus.de(refus, f::champ), vue, modele), modele);
    }
  }

  @GetMapping("/structures/referents/nouveau")
  String nouveauReferent(@RequestParam int organisation, Model modele) {
    return referent(FormulaireDeReferent.vide(organisation), null, modele);
  }

  @GetMapping("/structures/referents/{id}")
  String referent(@PathVariable int id, Model modele) {
    return referent(FormulaireDeReferent.de(structures.referent(id).orElseThrow(StructuresController::absente)), null, modele);
  }

  @PostMapping("/structures/referents")
  Object enregistrerReferent(@ModelAttribute FormulaireDeReferent f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      versions.ecrire(fiches.referent, f.id(), f, () -> structures.referentPourChanger(f.id()).map(FormulaireDeReferent::de),
          g -> tenir.referent(g.saisie()));
      return fait("%s est enregistré.".formatted(f.nom()), suite);
    } catch (ChangeEntreTemps change) {
      return change.page(referent(change.formulaire(FormulaireDeReferent.class), null, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(referent(f, Refus.de(refus), modele), modele);
    }
  }

  @GetMapping("/structures/territoires/{id}")
  String territoire(@PathVariable int id, Model modele) {
    Territoire territoire = structures.territoires().stream().filter(t -> t.id() == id).findFirst().orElseThrow(StructuresController::absente);
    return territoire(territoire, structures.communes(id), modele);
  }

  @GetMapping("/structures/communes-sans-territoire")
  String communesSansTerritoire(Model modele) {
    return territoire(null, structures.communes(null), modele);
  }

  @PostMapping("/structures/communes")
  String deplacer(@RequestParam(defaultValue = "") List<String> communes, @RequestParam int territoire, @RequestParam(defaultValue = "0") int depuis,
      RedirectAttributes suite) {
    if (communes.isEmpty()) {
      suite.addFlashAttribute(Message.CLE, Message.refus("Cochez au moins une commune."));
      return "redirect:/structures";
    }
    Message.dire(suite, () -> {
      versions.agir(fiches.communes, depuis, () -> Optional.of(new FichesDesStructures.Rattachement(structures.territoiresPourChanger(communes))),
          r -> r.territoires().equals(List.of(territoire)), () -> tenir.deplacer(communes, territoire));
      return "Communes déplacées : les personnes qui y vivent changent de territoire avec elles.";
    });
    return "redirect:/structures/territoires/" + territoire;
  }

  private String organisation(FormulaireDOrganisation f, Refus refus, Model modele) {
    modele.addAttribute("f", f).addAttribute("territoires", structures.territoires()).addAttribute("communes", structures.communes())
        .addAttribute("version", versions.enFormulaire(fiches.organisation, f.id(), f));
    if (refus != null) {
      modele.addAttribute(Refus.CLE, refus);
    }
    return f.id() == null ? "structures/organisation" : sites(FormulaireDeSite.vide(f.id()), null, "structures/organisation", modele);
  }

  /** The sites of an organisation as kept, but the one typed. */
  private String sites(FormulaireDeSite saisi, Refus refus, String vue, Model modele) {
    modele.addAttribute("nouveau", saisi.id() == null ? new FormulaireDeSite.Affiche(saisi, null)
        : new FormulaireDeSite.Affiche(FormulaireDeSite.vide(saisi.organisation()), null))
        .addAttribute("sites", structures.sites().stream().filter(s -> s.organisationId() == saisi.organisation()).map(FormulaireDeSite::de)
            .map(s -> s.id().equals(saisi.id()) ? new FormulaireDeSite.Affiche(saisi, versions.enFormulaire(fiches.site, s.id(), s))
                : new FormulaireDeSite.Affiche(s, versions.enFormulaire(fiches.site, s.id(), s))).toList());
    if (refus != null) {
      modele.addAttribute(Refus.CLE, refus);
    }
    return vue;
  }

  private String referent(FormulaireDeReferent f, Refus refus, Model modele) {
    modele.addAttribute("f", f).addAttribute("organisations", structures.organisations()).addAttribute("communes", structures.communes())
        .addAttribute("version", versions.enFormulaire(fiches.referent, f.id(), f))
        .addAttribute("sites", structures.sites().stream().collect(Collectors.groupingBy(Site::organisationId)))
        .addAttribute("periodes", f.id() == null ? List.of() : structures.periodes(f.id()));
    if (f.id() != null && regard.peut("HABILITATIONS")) {
      structures.referent(f.id()).ifPresent(r -> modele.addAttribute("compte", comptes.duReferent(r)));
    }
    if (refus != null) {
      modele.addAttribute(Refus.CLE, refus);
    }
    return "structures/referent";
  }

  private String territoire(Territoire territoire, List<Commune> communes, Model modele) {
    modele.addAttribute("territoire", territoire == null ? new Territoire(0, "", "Communes sans territoire", 0) : territoire)
        .addAttribute("version", versions.enFormulaire(fiches.communes, territoire == null ? 0 : territoire.id(),
        new FichesDesStructures.Rattachement(territoire == null ? List.of() : List.of(territoire.id()))))
        .addAttribute("communes", communes).addAttribute("territoires", structures.territoires());
    return "structures/territoire";
  }

  private static String fait(String phrase, RedirectAttributes suite) {
    suite.addFlashAttribute(Message.CLE, Message.fait(phrase));
    return "redirect:/structures";
  }

  private static ResponseStatusException absente() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** The entry of the menu. */
  @Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuStructures() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 30, "Structures et référents", "/structures", "diagram-3", "STRUCTURES");
    }
  }
}
