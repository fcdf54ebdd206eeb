package fr.jalon.handicap.web;

import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.handicap.application.CorrigerUnDossier;
import fr.jalon.handicap.application.DemanderLesPapiers;
import fr.jalon.handicap.application.NoterLesReponses;
import fr.jalon.handicap.application.OuvrirUnDossier;
import fr.jalon.handicap.application.TenirLaConstitution;
import fr.jalon.handicap.web.ComposerLaPageMdph.Saisie;
import fr.jalon.socle.RefusMetier;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The disability files of a person: begun, their papers, their answers, corrected. Their steps are in {@link EtapesMdphController}. */
@Controller
@PreAuthorize("hasAuthority('HANDICAP')")
class DossierMdphController {
  /** The page. */
  static final String ADRESSE = "/dossiers-mdph/personnes/{personne}";
  private final OuvrirUnDossier ouvrir;
  private final TenirLaConstitution constitution;
  private final DemanderLesPapiers demander;
  private final NoterLesReponses noter;
  private final CorrigerUnDossier corriger;
  private final ComposerLaPageMdph page;
  private final Versions versions;

  DossierMdphController(OuvrirUnDossier ouvrir, TenirLaConstitution constitution, DemanderLesPapiers demander, NoterLesReponses noter,
      CorrigerUnDossier corriger, ComposerLaPageMdph page, Versions versions) {
    this.ouvrir = ouvrir;
    this.constitution = constitution;
    this.demander = demander;
    this.noter = noter;
    this.corriger = corriger;
    this.page = page;
    this.versions = versions;
  }

  @GetMapping(ADRESSE)
  String dossiers(@PathVariable long personne, Model modele) {
    return page.montrer(personne, modele);
  }

  @PostMapping(ADRESSE + "/ouverture")
  Object ouverture(@PathVariable long personne, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, new Saisie("ouverture", f, null, null), modele, suite, () -> {
      ouvrir.executer(f.dossier(personne));
      return "Le dossier est ouvert. La suite se lit dessous.";
    });
  }

  @PostMapping(ADRESSE + "/{dossier}/constitution")
  Object constitution(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireDeConstitution f, Model modele,
      RedirectAttributes suite) {
    String quoi = "constitution-" + dossier;
    try {
      versions.ecrire(ComposerLaPageMdph.CONSTITUTION, dossier, f,
          () -> constitution.pourChanger(personne, dossier).map(FormulaireDeConstitution::de), v -> constitution.executer(personne, dossier,
              v.constitution()));
    } catch (ChangeEntreTemps change) {
      FormulaireDeConstitution voulue = change.formulaire(FormulaireDeConstitution.class);
      return change.page(page.refuser(personne, new Saisie(quoi, null, voulue, null), change, modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(page.refuser(personne, new Saisie(quoi, null, f, null), refus, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("C'est enregistré."));
    return retour(personne);
  }

  @PostMapping(ADRESSE + "/{dossier}/papiers")
  @PreAuthorize("hasAuthority('HANDICAP') and hasAuthority('PAPIERS')")
  Object papiers(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, new Saisie("papiers-" + dossier, f, null, null), modele, suite, () -> {
      int demandes = demander.executer(personne, dossier, f.jourDesPapiers());
      return demandes == 0 ? "Rien à demander : ces papiers sont déjà vus ou déjà demandés."
          : Francais.compte(demandes, "papier est demandé", "papiers sont demandés") + ", sans dire pour quel dossier.";
    });
  }

  @PostMapping(ADRESSE + "/{dossier}/reponses")
  Object reponses(@PathVariable long personne, @PathVariable long dossier, @RequestParam Map<String, String> champs, Model modele,
      RedirectAttributes suite) {
    FormulaireDeReponses f = new FormulaireDeReponses(champs.get("decideeLe"), champs);
    return faire(personne, new Saisie("reponses-" + dossier, null, null, f), modele, suite, () -> {
      noter.executer(personne, dossier, f.jour(), f.reponses());
      return "La réponse est notée. Ce qu'elle change se lit dessous : dites-le à la personne.";
    });
  }

  @PostMapping(ADRESSE + "/{dossier}/reponses/{reponse}/retrait")
  Object retrait(@PathVariable long personne, @PathVariable long dossier, @PathVariable long reponse, @ModelAttribute FormulaireMdph f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, new Saisie("retrait-" + reponse, f, null, null), modele, suite, () -> {
      noter.retirer(personne, dossier, reponse, f.motif());
      return "La réponse est retirée : le dossier l'attend de nouveau.";
    });
  }

  @PostMapping(ADRESSE + "/{dossier}/retour")
  Object retour(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, new Saisie("retour-" + dossier, f, null, null), modele, suite, () -> {
      corriger.revenir(personne, dossier, f.etatVu(), f.motif());
      return "La dernière étape est défaite. Elle reste lisible dans l'histoire du dossier.";
    });
  }

  @PostMapping(ADRESSE + "/{dossier}/erreur")
  Object erreur(@PathVariable long personne, @PathVariable long dossier, @ModelAttribute FormulaireMdph f, Model modele, RedirectAttributes suite) {
    return faire(personne, new Saisie("erreur-" + dossier, f, null, null), modele, suite, () -> {
      corriger.ecarter(personne, dossier, f.motif());
      return "Ce dossier ne compte plus. Il reste lisible, avec la raison.";
    });
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
    return "redirect:/dossiers-mdph/personnes/" + personne;
  }
}
