package fr.jalon.engagement.web;

import fr.jalon.engagement.application.CodesDeSignature;
import fr.jalon.engagement.application.PresenterLeContrat;
import fr.jalon.engagement.application.RefuserLeContrat;
import fr.jalon.engagement.application.SignerLeContrat;
import fr.jalon.engagement.application.SuivreLeContrat;
import fr.jalon.engagement.application.ValiderLeContrat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a contract, one button each: presented, signed, refused, what became of it, its end. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class EtapesDuContratController {
  private static final String CONTRAT = ContratController.ADRESSE + "/{contrat}";
  private final ValiderLeContrat valider;
  private final PresenterLeContrat presenter;
  private final SignerLeContrat signer;
  private final CodesDeSignature codes;
  private final RefuserLeContrat refuser;
  private final SuivreLeContrat suivre;
  private final ComposerLaPageDuContrat page;

  EtapesDuContratController(ValiderLeContrat valider, PresenterLeContrat presenter, SignerLeContrat signer, CodesDeSignature codes,
      RefuserLeContrat refuser, SuivreLeContrat suivre, ComposerLaPageDuContrat page) {
    this.valider = valider;
    this.presenter = presenter;
    this.signer = signer;
    this.codes = codes;
    this.refuser = refuser;
    this.suivre = suivre;
    this.page = page;
  }

  @PostMapping(CONTRAT + "/validation")
  Object validation(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
          RedirectAttributes suite) {
    return faire(personne, "validation-" + contrat, f, "La validation est demandée à votre responsable.", m, suite,
        () -> valider.demander(personne, contrat));
  }

  @PostMapping(CONTRAT + "/validation/accord")
  Object accord(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "accord-" + contrat, f, "Le contrat est validé : il peut être présenté à la signature.", m, suite,
        () -> valider.accorder(personne, contrat));
  }

  @PostMapping(CONTRAT + "/validation/renvoi")
  Object renvoi(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "renvoi-" + contrat, f, "Le contrat est renvoyé au référent, avec ce qui est à revoir.", m, suite,
        () -> valider.renvoyer(personne, contrat, f.motif()));
  }

  @PostMapping(CONTRAT + "/presentation")
  Object presentation(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
      RedirectAttributes suite) {
    return faire(personne, "presentation-" + contrat, f,
            "Le contrat est présenté : son texte ne change plus. Il reste à le signer, tous les deux.", m,
        suite, () -> presenter.executer(personne, contrat));
  }

  @PostMapping(CONTRAT + "/reprise")
  Object reprise(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "reprise-" + contrat, f, "Le texte peut changer de nouveau ; une signature déjà donnée ne compte plus.", m, suite,
        () -> presenter.reprendre(personne, contrat));
  }

  @PostMapping(CONTRAT + "/abandon")
  Object abandon(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "abandon-" + contrat, f, "La version en préparation est abandonnée. Ce qui était signé n'a pas changé.", m, suite,
        () -> presenter.abandonner(personne, contrat));
  }

  @PostMapping(CONTRAT + "/dessin")
  Object dessin(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "dessin-" + contrat, f, "La signature de la personne est gardée.", m, suite,
        () -> signer.dessiner(personne, contrat, f.dessin()));
  }

  @PostMapping(CONTRAT + "/code")
  Object code(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return page.faire(personne, "code-" + contrat, f, m, suite,
        () -> "Un code est parti vers le téléphone qui finit par %s. Demandez-le à la personne.".formatted(codes.envoyer(personne, contrat)));
  }

  @PostMapping(CONTRAT + "/code/verification")
  Object verification(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
      RedirectAttributes suite) {
    return faire(personne, "verification-" + contrat, f, "Le code est le bon : la signature de la personne est gardée.", m, suite,
        () -> codes.signer(personne, contrat, f.code()));
  }

  @PostMapping(CONTRAT + "/signature")
  Object signature(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
          RedirectAttributes suite) {
    return faire(personne, "signature-" + contrat, f, "Votre signature est gardée.", m, suite,
        () -> signer.signerPourLOrganisme(personne, contrat));
  }

  @PostMapping(CONTRAT + "/annulation")
  Object annulation(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
      RedirectAttributes suite) {
    return faire(personne, "annulation-" + contrat, f, "La signature est reprise : le contrat est de nouveau à signer.", m, suite,
        () -> signer.annuler(personne, contrat, f.motif()));
  }

  @PostMapping(CONTRAT + "/refus")
  Object refus(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "refus-" + contrat, f, "Le refus est noté, avec ce qu'elle en dit. Rien d'autre n'en découle ici.", m, suite,
        () -> refuser.executer(personne, contrat, f.jour(), f.precisions()));
  }

  @PostMapping(CONTRAT + "/refus/retrait")
  Object retrait(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "retrait-" + contrat, f, "Le refus est retiré : le contrat est là où il en était.", m, suite,
        () -> refuser.retirer(personne, contrat, f.motif()));
  }

  @PostMapping(CONTRAT + "/objectifs/{objectif}/resultat")
  Object resultat(@PathVariable long personne, @PathVariable long contrat, @PathVariable long objectif, @ModelAttribute FormulaireDeContrat f,
          Model m,
      RedirectAttributes suite) {
    return faire(personne, "resultat-" + objectif, f, "C'est noté.", m, suite,
        () -> suivre.direLeResultat(personne, contrat, objectif, f.resultatDit(), f.pourquoi()));
  }

  @PostMapping(CONTRAT + "/cloture")
  Object cloture(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "cloture-" + contrat, f, "Le contrat est clos.", m, suite, () -> suivre.clore(personne, contrat, f.jour(), f.motif()));
  }

  @PostMapping(CONTRAT + "/reouverture")
  Object reouverture(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m,
      RedirectAttributes suite) {
    return faire(personne, "reouverture-" + contrat, f, "Le contrat est là où il en était avant d'être clos.", m, suite,
        () -> suivre.rouvrir(personne, contrat, f.motif()));
  }

  @PostMapping(CONTRAT + "/erreur")
  Object erreur(@PathVariable long personne, @PathVariable long contrat, @ModelAttribute FormulaireDeContrat f, Model m, RedirectAttributes suite) {
    return faire(personne, "erreur-" + contrat, f, "Ce contrat ne compte plus. Il reste lisible, avec la raison.", m, suite,
        () -> suivre.ecarter(personne, contrat, f.motif()));
  }

  private Object faire(long personne, String quoi, FormulaireDeContrat f, String fait, Model modele, RedirectAttributes suite, Runnable acte) {
    return page.faire(personne, quoi, f, modele, suite, () -> {
      acte.run();
      return fait;
    });
  }
}
