package fr.jalon.courriers.web;

import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.lecture.LettresDesObjets;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.socle.RefusMetier;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Imprimer les lettres » of what was just done: one batch of those letters alone. */
@Controller
@PreAuthorize("hasAuthority('COURRIERS')")
class LettresDUnActeController {
  /** As many as one act may write. */
  private static final int AU_PLUS = 6_000;
  private final LettresDesObjets lettres;
  private final PreparerUnLot preparer;
  private final ImprimerEnFond imprimer;
  private final Modeles modeles;

  LettresDUnActeController(LettresDesObjets lettres, PreparerUnLot preparer, ImprimerEnFond imprimer, Modeles modeles) {
    this.lettres = lettres;
    this.preparer = preparer;
    this.imprimer = imprimer;
    this.modeles = modeles;
  }

  /** @param objets numbers with commas between them; what is not one is left out */
  @PostMapping("/courriers/lots/acte")
  String imprimer(@RequestParam(defaultValue = "") String modele, @RequestParam(defaultValue = "") String objets,
      @RequestParam(defaultValue = "") String rectoVerso,
      RedirectAttributes suite) {
    List<Long> lesquels = Arrays.stream(objets.split(",")).filter(o -> o.matches("\\d{1,18}")).limit(AU_PLUS).map(Long::valueOf).toList();
    try {
      List<Long> messages = modeles.existe(modele) ? lettres.aImprimer(modele, lesquels) : List.of();
      if (messages.isEmpty()) {
        throw new RefusMetier("RIEN_A_IMPRIMER", "Aucune de ces lettres n'attend d'être imprimée : elles sont peut-être déjà dans un lot.");
      }
      long lot = preparer.executer(messages.stream().limit(PreparerUnLot.LETTRES_AU_PLUS).toList(),
          "%s, %s".formatted(modeles.libelle(modele),
          Francais.compte(Math.min(messages.size(), PreparerUnLot.LETTRES_AU_PLUS), "lettre d'un même acte", "lettres d'un même acte")),
          rectoVerso.equals("oui"));
      imprimer.lancer(lot);
      return "redirect:/courriers/lots/" + lot;
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:/courriers";
    }
  }
}
