package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.orientation.application.AffecterEnFond;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.LongueListe;
import fr.jalon.socle.RefusMetier;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Undoes the assignment just made: everyone of it waits again. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
public class AnnulationDeListeController {
  /** Name under which the next page finds what may be undone. */
  static final String FAITE = "listeFaite";
  private final AnnulerOrientation annuler;
  private final AffecterEnFond enFond;

  AnnulationDeListeController(AnnulerOrientation annuler, AffecterEnFond enFond) {
    this.annuler = annuler;
    this.enFond = enFond;
  }

  /** The follow-ups of a list just recorded. */
  public record ListeFaite(List<Long> suivis) implements Serializable {
    /** As a form carries them. */
    public String enTexte() {
      return suivis.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /** @param suivis numbers with commas between them; what is not one is left out */
  @PostMapping("/orientations/affectation/annuler")
  String annuler(@RequestParam(defaultValue = "") String suivis, @RequestParam(defaultValue = "") String raison,
      @RequestParam(defaultValue = "") String retour,
      RedirectAttributes suite) {
    List<Long> lesquels = Arrays.stream(suivis.split(",")).filter(s -> s.matches("\\d{1,18}")).limit(ChoixDeLaListe.LIMITE)
        .map(Long::valueOf).toList();
    dire(suite, lesquels, raison, () -> annuler.executer(lesquels, raison).size());
    return "redirect:" + AdresseDePage.localeOu(retour, "/nouveaux-entrants");
  }

  /** The same of a list recorded behind the screen. */
  @PostMapping("/orientations/affectation/longue/{id}/annuler")
  String annulerLaLongue(@PathVariable long id, @RequestParam(defaultValue = "") String raison, RedirectAttributes suite) {
    List<Long> lesquels = enFond.le(id).map(LongueListe::suivis).orElse(List.of());
    dire(suite, lesquels, raison, () -> {
      int combien = annuler.executer(lesquels, raison).size();
      enFond.annulee(id);
      return combien;
    });
    return "redirect:/orientations/affectation/longue/" + id;
  }

  private static void dire(RedirectAttributes suite, List<Long> suivis, String raison, java.util.function.IntSupplier acte) {
    try {
      if (suivis.isEmpty() || raison.isBlank()) {
        throw new RefusMetier("RIEN_A_ANNULER", suivis.isEmpty() ? "Cette liste n'est plus gardée : annulez chaque orientation depuis le dossier."
            : "Dites pourquoi la liste est annulée, en quelques mots.");
      }
      int combien = acte.getAsInt();
      suite.addFlashAttribute(Message.CLE, Message.fait("La liste est annulée : %s de nouveau%s.".formatted(Francais.compte(combien,
          "personne attend", "personnes attendent"),
          combien == suivis.size() ? "" : " ; %s changé depuis et ne bougent pas".formatted(Francais.compte(suivis.size() - combien,
          "autre orientation a", "autres orientations ont")))));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      suite.addFlashAttribute(FAITE, new ListeFaite(suivis));
    }
  }
}
