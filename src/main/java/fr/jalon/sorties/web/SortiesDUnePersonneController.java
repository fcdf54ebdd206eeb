package fr.jalon.sorties.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.application.CompleterUneSortie;
import fr.jalon.sorties.application.DireUneSortie;
import fr.jalon.sorties.domaine.SourceDeSortie;
import fr.jalon.sorties.web.ComposerLesSorties.Saisie;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The exits of a person: told, completed, corrected, set aside; and their calls. */
@Controller
@PreAuthorize("hasAuthority('SORTIES')")
class SortiesDUnePersonneController {
  private static final String ADRESSE = "/sorties/personnes/{personne}";
  private final DireUneSortie dire;
  private final CompleterUneSortie completer;
  private final ActesDeRappel actes;
  private final ComposerLesSorties page;
  private final Versions versions;

  SortiesDUnePersonneController(DireUneSortie dire, CompleterUneSortie completer, ActesDeRappel actes, ComposerLesSorties page, Versions versions) {
    this.dire = dire;
    this.completer = completer;
    this.actes = actes;
    this.page = page;
    this.versions = versions;
  }

  @GetMapping(ADRESSE)
  String sorties(@PathVariable long personne, Model modele) {
    return page.montrer(personne, modele);
  }

  @PostMapping(ADRESSE + "/nouvelle")
  @PreAuthorize("hasAuthority('RAPPELS')")
  Object nouvelle(@PathVariable long personne, @ModelAttribute FormulaireDeSortie f, Model modele, RedirectAttributes suite) {
    return faire(personne, new Saisie("nouvelle", f, null), modele, suite, () -> {
      dire.executer(personne, f.sortie(), f.numero());
      return "La sortie est notée. La suite se lit dessous.";
    });
  }

  @PostMapping(ADRESSE + "/{sortie}/completer")
  @PreAuthorize("hasAuthority('RAPPELS')")
  Object completer(@PathVariable long personne, @PathVariable long sortie, @ModelAttribute FormulaireDeSortie f, Model modele,
      RedirectAttributes suite) {
    String quoi = "completer-" + sortie;
    try {
      versions.ecrire(ComposerLesSorties.SORTIE, sortie, f, () -> completer.pourChanger(personne, sortie).map(FormulaireDeSortie::de),
          v -> completer.executer(personne, sortie, v.sortie(SourceDeSortie.REFERENT)));
    } catch (ChangeEntreTemps change) {
      FormulaireDeSortie voulue = change.formulaire(FormulaireDeSortie.class);
      return change.page(page.refuser(personne, new Saisie(quoi, voulue, null), change, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, new Saisie(quoi, f, null), refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("C'est enregistré."));
    return retour(personne);
  }

  @PostMapping(ADRESSE + "/{sortie}/ecarter")
  @PreAuthorize("hasAuthority('RAPPELS')")
  Object ecarter(@PathVariable long personne, @PathVariable long sortie, @ModelAttribute FormulaireDeSortie f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, new Saisie("ecarter-" + sortie, f, null), modele, suite, () -> {
      completer.ecarter(personne, sortie, f.motif());
      return "Cette sortie ne compte plus. Elle reste lisible, avec la raison.";
    });
  }

  @PostMapping(ADRESSE + "/rappels/{rappel}/{acte:essai|reponse|retour}")
  @PreAuthorize("hasAuthority('RAPPELS')")
  Object rappel(@PathVariable long personne, @PathVariable long rappel, @PathVariable String acte, @ModelAttribute FormulaireDeRappel f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, new Saisie(acte + "-" + rappel, null, f), modele, suite, () -> actes.faire(acte, rappel, f));
  }

  /** What a form asks; refused, the page shows it again with what was typed. */
  private Object faire(long personne, Saisie saisie, Model modele, RedirectAttributes suite, Supplier<String> acte) {
    try {
      suite.addFlashAttribute(Message.CLE, Message.fait(acte.get()));
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, saisie, refus, modele), modele);
    }
    return retour(personne);
  }

  private static String retour(long personne) {
    return "redirect:/sorties/personnes/" + personne;
  }
}
