package fr.jalon.rendezvous.web;

import fr.jalon.ecran.Refus;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.application.ChoisirParLeLien;
import fr.jalon.rendezvous.application.RepondreParLeLien;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of the person, without an account nor a script: she reads her appointment with the code of her message, says whether she comes.
 * Not to be found by search engines; a code that opens nothing says whom to call.
 */
@Controller
class LienController {
  private static final String TROP_DE_REPONSES =
      "Vous avez changé votre réponse de nombreuses fois. Votre dernière réponse est gardée. Pour en changer encore, attendez une heure, ou appelez-nous.";
  private final RepondreParLeLien lien;
  private final ChoisirParLeLien choix;
  private final LimiteDesCodes limite;
  private final Journal journal;

  LienController(RepondreParLeLien lien, ChoisirParLeLien choix, LimiteDesCodes limite, Journal journal) {
    this.lien = lien;
    this.choix = choix;
    this.limite = limite;
    this.journal = journal;
  }

  /** Where the code of a letter is typed. */
  @GetMapping("/r")
  String taper(HttpServletResponse reponse) {
    reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
    return "rendezvous/lien-code";
  }

  @PostMapping("/r")
  String taper(@RequestParam(defaultValue = "") String code) {
    String net = RepondreParLeLien.net(code);
    return net.matches("[A-Z0-9]{1,20}") ? "redirect:/r/" + net : "redirect:/r";
  }

  @GetMapping("/r/{code}")
  Object lire(@PathVariable String code, @RequestParam(defaultValue = "") String non, Model modele, HttpServletRequest requete,
      HttpServletResponse reponse) {
    reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
    return afficher(code, !non.isEmpty(), null, modele, requete);
  }

  /** @param vient {@code oui} or {@code non}; @param raison why she cannot, asked for when she cannot */
  @PostMapping("/r/{code}")
  Object repondre(@PathVariable String code, @RequestParam(defaultValue = "") String vient,
      @RequestParam(defaultValue = "") String raison, Model modele,
      HttpServletRequest requete) {
    Empechement motif = Empechement.de(raison);
    if (!vient.equals("oui") && motif == null) {
      return afficher(code, true, "Choisissez une raison.", modele, requete);
    }
    if (limite.atteinte(requete.getRemoteAddr())) {
      return tropDEssais(modele);
    }
    if (RepondreParLeLien.plausible(code) && !limite.repondre(RepondreParLeLien.net(code))) {
      return trop(TROP_DE_REPONSES, modele);
    }
    if (lien.lire(code).isEmpty()) {
      if (choix.lire(code).isEmpty()) {
        return inconnu(code, modele, requete);
      }
      if (motif != null) {
        choix.renoncer(code, motif);
      }
      return "redirect:/r/" + RepondreParLeLien.net(code);
    }
    lien.repondre(code, vient.equals("oui"), vient.equals("oui") ? null : motif);
    return "redirect:/r/" + RepondreParLeLien.net(code);
  }

  /** A page gone back to, or the address of the form kept: the page of the code. */
  @GetMapping("/r/{code}/creneau")
  String revenir(@PathVariable String code) {
    return "redirect:/r/" + URLEncoder.encode(RepondreParLeLien.net(code), StandardCharsets.UTF_8);
  }

  /** The slot the person chooses, or takes in place of hers. */
  @PostMapping("/r/{code}/creneau")
  Object choisir(@PathVariable String code, @RequestParam(required = false) Long creneau, Model modele, HttpServletRequest requete) {
    if (limite.atteinte(requete.getRemoteAddr())) {
      return tropDEssais(modele);
    }
    Optional<ChoisirParLeLien.Entretien> entretien = choix.lire(code);
    if (entretien.isEmpty()) {
      return inconnu(code, modele, requete);
    }
    if (!entretien.get().modifiable() && !entretien.get().reprenable()) {
      return "redirect:/r/" + RepondreParLeLien.net(code);
    }
    if (!limite.repondre(RepondreParLeLien.net(code))) {
      return trop(TROP_DE_REPONSES, modele);
    }
    try {
      if (creneau == null) {
        throw new RefusMetier("CRENEAU_ABSENT", "Choisissez un jour et une heure.");
      }
      choix.choisir(code, creneau);
    } catch (RefusMetier refus) {
      return entretien(entretien.get(), code, false, refus.getMessage(), modele);
    }
    return "redirect:/r/" + RepondreParLeLien.net(code);
  }

  @GetMapping("/r/{code}/autre")
  String revenirALaReponse(@PathVariable String code) {
    return revenir(code);
  }

  /** Another session, in place of the one she cannot come to. */
  @PostMapping("/r/{code}/autre")
  Object autre(@PathVariable String code, @RequestParam(required = false) Long session, Model modele, HttpServletRequest requete) {
    if (limite.atteinte(requete.getRemoteAddr())) {
      return tropDEssais(modele);
    }
    Optional<RepondreParLeLien.Convocation> convocation = lien.lire(code);
    if (convocation.isEmpty()) {
      return inconnu(code, modele, requete);
    }
    if (convocation.get().etat() != EtatConvocation.DECLINEE) {
      return "redirect:/r/" + RepondreParLeLien.net(code);
    }
    try {
      if (session == null) {
        throw new RefusMetier("SESSION_ABSENTE", "Choisissez un jour.");
      }
      lien.reprendre(code, session);
    } catch (RefusMetier refus) {
      return afficher(code, false, refus.getMessage(), modele, requete);
    }
    return "redirect:/r/" + RepondreParLeLien.net(code);
  }

  private Object entretien(ChoisirParLeLien.Entretien e, String code, boolean nePeutPas, String erreur, Model modele) {
    tracer(code);
    modele.addAttribute("e", e).addAttribute("code", RepondreParLeLien.net(code)).addAttribute("nePeutPas", nePeutPas)
        .addAttribute("libres", choix.libres(code).stream()
        .collect(Collectors.groupingBy(ChoisirParLeLien.Libre::jour, LinkedHashMap::new, Collectors.toList())))
        .addAttribute("jusqua", choix.jusqua()).addAttribute("numeros", e.telephone() == null ? lien.numeros() : List.of());
    if (erreur != null) {
      modele.addAttribute("erreur", erreur);
      return Refus.page("rendezvous/lien-entretien", modele);
    }
    return "rendezvous/lien-entretien";
  }

  private Object afficher(String code, boolean nePeutPas, String erreur, Model modele, HttpServletRequest requete) {
    if (limite.atteinte(requete.getRemoteAddr())) {
      return tropDEssais(modele);
    }
    Optional<RepondreParLeLien.Convocation> convocation = lien.lire(code);
    if (convocation.isEmpty()) {
      Optional<ChoisirParLeLien.Entretien> entretien = choix.lire(code);
      return entretien.isEmpty() ? inconnu(code, modele, requete) : entretien(entretien.get(), code, nePeutPas, erreur, modele);
    }
    tracer(code);
    modele.addAttribute("convocation", convocation.get()).addAttribute("code", RepondreParLeLien.net(code)).addAttribute("nePeutPas", nePeutPas)
        .addAttribute("autres", convocation.get().etat() == EtatConvocation.DECLINEE ? lien.autres(code) : List.of());
    if (erreur != null) {
      modele.addAttribute("erreur", erreur);
      return Refus.page("rendezvous/lien", modele);
    }
    return "rendezvous/lien";
  }

  /** Whoever opens the link, agent or not, leaves a trace on the person. */
  private void tracer(String code) {
    LimiteDesCodes.Trace trace = limite.ouvrir(RepondreParLeLien.net(code));
    if (trace != LimiteDesCodes.Trace.AUCUNE) {
      journal.annoncer("LIEN_CONSULTE", lien.personne(code), null,
          trace == LimiteDesCodes.Trace.DERNIERE ? "Ouvert de nombreuses fois en une heure : les ouvertures suivantes ne sont pas écrites" : null);
    }
  }

  /** What cannot be a code is a slip, not a guess. */
  private Object inconnu(String code, Model modele, HttpServletRequest requete) {
    if (RepondreParLeLien.plausible(code)) {
      limite.compter(requete.getRemoteAddr());
    }
    modele.addAttribute("numeros", lien.numeros());
    return new ModelAndView("rendezvous/lien-inconnu", modele.asMap(), HttpStatus.NOT_FOUND);
  }

  private Object tropDEssais(Model modele) {
    return trop("Trop de codes faux ont été essayés. Attendez un quart d'heure, ou appelez-nous.", modele);
  }

  private Object trop(String phrase, Model modele) {
    modele.addAttribute("numeros", lien.numeros()).addAttribute("trop", phrase);
    return new ModelAndView("rendezvous/lien-inconnu", modele.asMap(), HttpStatus.TOO_MANY_REQUESTS);
  }
}
