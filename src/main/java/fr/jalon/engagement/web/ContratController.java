package fr.jalon.engagement.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.engagement.application.EcrireLeContrat;
import fr.jalon.engagement.application.PreparerUnContrat;
import fr.jalon.engagement.web.PageDuContrat.Saisie;
import fr.jalon.socle.RefusMetier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contracts of a person, and what the version being prepared says. Presented, signed and after: {@link EtapesDuContratController}. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class ContratController {
  /** The page. */
  static final String ADRESSE = "/contrats/personnes/{personne}";
  private static final String CONTRAT = ADRESSE + "/{contrat}";
  private static final String GARDE = "C'est enregistré.";
  private final PreparerUnContrat preparer;
  private final EcrireLeContrat ecrire;
  private final ComposerLaPageDuContrat page;
  private final Versions versions;

  ContratController(PreparerUnContrat preparer, EcrireLeContrat ecrire, ComposerLaPageDuContrat page, Versions versions) {
    this.preparer = preparer;
    this.ecrire = ecrire;
    this.page = page;
    this.versions = versions;
  }

  @GetMapping(ADRESSE)
  String contrats(@PathVariable long personne, Model modele) {
    return page.montrer(personne, modele);
  }

  @PostMapping(ADRESSE + "/ouverture")
  Object ouverture(@PathVariable long personne, @ModelAttribute FormulaireDeContrat f, Model modele, RedirectAttributes suite) {
    return page.faire(personne, "ouverture", f, modele, suite, () -> {
      preparer.executer(personne, f.numero());
      return "Le contrat est prêt à être relu avec la personne : changez tout ce qui ne lui va pas.";
    });
  }

  @PostMapping(CONTRAT + "/avenant")
  Object avenant(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model modele,
      RedirectAttributes suite) {
    return page.faire(personne, "avenant-" + contrat, f, modele, suite, () -> {
      preparer.amender(personne, contrat);
      return "L'avenant est à écrire. Ce qui est signé reste en vigueur jusqu'à sa signature.";
    });
  }

  @PostMapping(CONTRAT + "/renouvellement")
  Object renouvellement(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model modele,
      RedirectAttributes suite) {
    return page.faire(personne, "renouvellement-" + contrat, f, modele, suite, () -> {
      preparer.renouveler(personne, contrat);
      return "Le renouvellement est prêt à être relu : il reprend ce qui n'est pas atteint.";
    });
  }

  @PostMapping(CONTRAT + "/cadre")
  Object cadre(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeCadre f, Model modele,
      RedirectAttributes suite) {
    return ecrire(personne, "cadre-" + contrat, new Saisie(null, f, null, null), modele, suite,
        () -> versions.ecrire(ComposerLaPageDuContrat.CADRE, contrat, f, () -> ecrire.cadre(personne, contrat).map(FormulaireDeCadre::de),
            v -> ecrire.cadrer(personne, contrat, v.cadre())));
  }

  @PostMapping(CONTRAT + "/objectifs")
  Object objectif(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDObjectif f, Model modele,
      RedirectAttributes suite) {
    return ecrire(personne, "nouvel-objectif-" + contrat, new Saisie(null, null, f, null), modele, suite,
        () -> ecrire.ecrireUnObjectif(personne, contrat, 0, f.objectif(ecrire)));
  }

  @PostMapping(CONTRAT + "/objectifs/{objectif}")
  Object objectif(@PathVariable long personne, @PathVariable long contrat, @PathVariable long objectif, @ModelAttribute FormulaireDObjectif f,
      Model modele, RedirectAttributes suite) {
    return ecrire(personne, "objectif-" + objectif, new Saisie(null, null, f, null), modele, suite,
        () -> versions.ecrire(ComposerLaPageDuContrat.OBJECTIF, objectif, f, () -> ecrire.objectif(personne, objectif).map(FormulaireDObjectif::de),
            v -> ecrire.ecrireUnObjectif(personne, contrat, objectif, v.objectif(ecrire))));
  }

  @PostMapping(CONTRAT + "/objectifs/{objectif}/retrait")
  Object retraitDObjectif(@PathVariable long personne, @PathVariable long contrat, @PathVariable long objectif, Model modele,
      RedirectAttributes suite) {
    return page.faire(personne, "objectif-" + objectif, null, modele, suite, () -> {
      ecrire.retirerUnObjectif(personne, contrat, objectif);
      return "L'objectif et ses actions sont retirés.";
    });
  }

  @PostMapping(CONTRAT + "/objectifs/{objectif}/actions")
  Object action(@PathVariable long personne, @PathVariable long contrat, @PathVariable long objectif, @ModelAttribute FormulaireDActionDuContrat f,
      Model modele, RedirectAttributes suite) {
    return ecrire(personne, "nouvelle-action-" + objectif, new Saisie(null, null, null, f), modele, suite,
        () -> ecrire.ecrireUneAction(personne, contrat, objectif, 0, f.action(ecrire)));
  }

  @PostMapping(CONTRAT + "/actions/{action}")
  Object changement(@PathVariable long personne, @PathVariable long contrat, @PathVariable long action, @ModelAttribute FormulaireDActionDuContrat f,
      Model modele, RedirectAttributes suite) {
    return ecrire(personne, "action-" + action, new Saisie(null, null, null, f), modele, suite,
        () -> versions.ecrire(ComposerLaPageDuContrat.ACTION, action, f, () -> ecrire.action(personne, action).map(FormulaireDActionDuContrat::de),
            v -> ecrire.ecrireUneAction(personne, contrat, 0, action, v.action(ecrire))));
  }

  @PostMapping(CONTRAT + "/actions/{action}/retrait")
  Object retraitDAction(@PathVariable long personne, @PathVariable long contrat, @PathVariable long action, Model modele, RedirectAttributes suite) {
    return page.faire(personne, "action-" + action, null, modele, suite, () -> {
      ecrire.retirerUneAction(personne, contrat, action);
      return "L'action est retirée.";
    });
  }

  private Object ecrire(long personne, String quoi, Saisie s, Model modele, RedirectAttributes suite, Runnable acte) {
    try {
      acte.run();
    } catch (ChangeEntreTemps change) {
      Saisie voulue = s.cadre() != null ? new Saisie(null, change.formulaire(FormulaireDeCadre.class), null, null)
          : s.objectif() != null ? new Saisie(null, null, change.formulaire(FormulaireDObjectif.class), null)
          : new Saisie(null, null, null, change.formulaire(FormulaireDActionDuContrat.class));
      return change.page(page.refuser(personne, quoi, voulue, change, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, quoi, s, refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(GARDE));
    return ComposerLaPageDuContrat.retour(personne);
  }
}
