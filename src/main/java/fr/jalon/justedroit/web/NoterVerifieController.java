package fr.jalon.justedroit.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Message;
import fr.jalon.justedroit.application.NoterVerifie;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Vérifié »: who looked at a difference, when, what was found; and back. */
@Controller
@PreAuthorize("hasAuthority('VERIFICATIONS')")
class NoterVerifieController {
  private final NoterVerifie noter;

  NoterVerifieController(NoterVerifie noter) {
    this.noter = noter;
  }

  /** @param mois {@code 2025-10}; @param ecart as it was shown */
  @PostMapping("/verifier/verifies")
  String noter(@RequestParam(defaultValue = "0") long foyer, @RequestParam(defaultValue = "") String mois,
      @RequestParam(defaultValue = "") String ecart,
      @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String retour, RedirectAttributes suite) {
    return dire(suite, retour, "C'est noté : ce foyer n'est plus dans la liste, tant que son écart ne change pas.",
        () -> noter.executer(foyer, mois(mois), montant(ecart), note));
  }

  @PostMapping("/verifier/verifies/{id}/annuler")
  String annuler(@PathVariable long id, @RequestParam(defaultValue = "") String retour, RedirectAttributes suite) {
    return dire(suite, retour, "La vérification est annulée : ce foyer est de nouveau dans la liste.", () -> noter.annuler(id));
  }

  private static String dire(RedirectAttributes suite, String retour, String fait, Runnable acte) {
    Message.dire(suite, () -> {
      acte.run();
      return fait;
    });
    return "redirect:" + AdresseDePage.localeOu(retour, "/verifier");
  }

  private static YearMonth mois(String texte) {
    try {
      return YearMonth.parse(texte);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static BigDecimal montant(String texte) {
    return texte.matches("-?\\d{1,6}(\\.\\d{1,4})?") ? new BigDecimal(texte) : null;
  }
}
