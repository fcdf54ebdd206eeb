package fr.jalon.sorties.web;

import fr.jalon.ecran.Refus;
import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.journal.Journal;
import fr.jalon.sorties.application.RepondreSansCompte;
import fr.jalon.sorties.application.RepondreSansCompte.Lien;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the person, without an account nor a script: one question. Not to be found by search engines; nothing of her is shown. */
@Controller
class LienDeRappelController {
  private final RepondreSansCompte lien;
  private final Journal journal;
  private final Debit faux;
  private final Debit lectures;

  LienDeRappelController(RepondreSansCompte lien, Journal journal, EssaisPartages essais,
      @Value("${jalon.lien-public.codes-faux-par-adresse:20}") int nombre, @Value("${jalon.lien-public.fenetre:15m}") Duration fenetre,
      @Value("${jalon.lien-public.lectures-par-heure:20}") int parHeure) {
    this.lien = lien;
    this.journal = journal;
    faux = new Debit(essais, "liens de rappel faux", nombre, fenetre, false);
    lectures = new Debit(essais, "lectures d'un lien de rappel", parHeure, Duration.ofHours(1), false);
  }

  @GetMapping("/r/rappel/{code}")
  Object lire(@PathVariable String code, Model modele, HttpServletRequest requete, HttpServletResponse reponse) {
    reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
    return afficher(code, null, modele, requete);
  }

  /** @param reponse what she touched */
  @PostMapping("/r/rappel/{code}")
  Object repondre(@PathVariable String code, @RequestParam(defaultValue = "") String reponse, Model modele, HttpServletRequest requete) {
    ReponseAuRappel choisie = FormulaireDeSortie.parmi(ReponseAuRappel.class, reponse);
    if (choisie == null) {
      return afficher(code, "Choisissez une réponse.", modele, requete);
    }
    if (!faux.attendre(Debit.reseau(requete.getRemoteAddr())).isZero()) {
      return ferme(HttpStatus.TOO_MANY_REQUESTS, modele);
    }
    lien.repondre(code, choisie);
    return "redirect:/r/rappel/" + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8);
  }

  private Object afficher(String code, String erreur, Model modele, HttpServletRequest requete) {
    String adresse = Debit.reseau(requete.getRemoteAddr());
    if (!faux.attendre(adresse).isZero()) {
      return ferme(HttpStatus.TOO_MANY_REQUESTS, modele);
    }
    Lien ouvre = lien.lire(code);
    if (ouvre == Lien.FERME) {
      if (RepondreSansCompte.plausible(code)) {
        faux.essayer(adresse);
      }
      return ferme(HttpStatus.NOT_FOUND, modele);
    }
    if (lectures.essayer(code).permis()) {
      journal.annoncer("LIEN_DE_RAPPEL_OUVERT", lien.personne(code), null, null);
    }
    modele.addAttribute("repondu", ouvre == Lien.REPONDU).addAttribute("code", code).addAttribute("erreur", erreur);
    return erreur == null ? "sorties/lien" : Refus.page("sorties/lien", modele);
  }

  private static Object ferme(HttpStatus statut, Model modele) {
    return new ModelAndView("sorties/lien-ferme", modele.asMap(), statut);
  }
}
