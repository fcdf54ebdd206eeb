package fr.jalon.courriers.web;

import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.LettresDUnLot;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.RevenirSurLePoste;
import fr.jalon.courriers.domaine.EtatLot;
import fr.jalon.courriers.lecture.ListeDesLots;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.courriers.lecture.LotDeLettres;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The batches of letters: their progress, their PDF, the day they were posted. */
@Controller
@PreAuthorize("hasAuthority('COURRIERS')")
class LotsController {
  private static final String LOT = "redirect:/courriers/lots/";
  private final ListeDesLots lots;
  private final ImprimerEnFond imprimer;
  private final ListeDesMessages messages;
  private final Modeles modeles;
  private final PosterUnLot poster;
  private final RevenirSurLePoste revenir;
  private final PreparerUnLot preparer;
  private final LettresDUnLot lettres;
  private final Temoin temoin;
  private final Clock horloge;

  LotsController(ListeDesLots lots, ListeDesMessages messages, Modeles modeles, ImprimerEnFond imprimer, PosterUnLot poster,
      RevenirSurLePoste revenir, PreparerUnLot preparer, LettresDUnLot lettres,
      Temoin temoin, Clock horloge) {
    this.lots = lots;
    this.imprimer = imprimer;
    this.messages = messages;
    this.modeles = modeles;
    this.poster = poster;
    this.revenir = revenir;
    this.preparer = preparer;
    this.lettres = lettres;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/courriers/lots")
  String liste(@RequestParam(defaultValue = "1") int page, Model modele) {
    int ici = Math.max(1, page);
    modele.addAttribute("lots", lots.page(Pagination.TAILLE, (ici - 1) * Pagination.TAILLE));
    modele.addAttribute("pages", new Pagination(lots.nombre(), ici, Pagination.TAILLE, new AdresseDePage("/courriers/lots", Map.of())));
    return "courriers/lots";
  }

  @GetMapping("/courriers/lots/{id}")
  String lot(@PathVariable long id, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String le, Model modele) {
    LotDeLettres lot = un(id);
    if (!le.isBlank()) {
      modele.addAttribute("le", le);
    }
    int ici = Math.max(1, page);
    modele.addAttribute("lettres", messages.duLot(id, Pagination.TAILLE, (ici - 1) * Pagination.TAILLE)).addAttribute("modeles", modeles)
        .addAttribute("pages", new Pagination(lot.lettres(), ici, Pagination.TAILLE, new AdresseDePage("/courriers/lots/" + id, Map.of())));
    return afficher(lot, modele, "courriers/lot");
  }

  @GetMapping("/courriers/lots/{id}/avancement")
  String avancement(@PathVariable long id, Model modele) {
    return afficher(un(id), modele, "courriers/lot-avancement");
  }

  @GetMapping("/courriers/lots/{id}/pdf")
  Object pdf(@PathVariable long id, RedirectAttributes suite) {
    LotDeLettres lot = un(id);
    if (lot.etat() == EtatLot.EN_PREPARATION || lot.etat() == EtatLot.DEFAIT || !imprimer.pret(id)) {
      suite.addFlashAttribute(Message.CLE, Message.refus("Le PDF de ce lot n'est pas là. Refaites-le : il sera identique."));
      return LOT + id;
    }
    temoin.exporter("PDF du lot " + id + " : " + lot.lettres() + " lettres", lettres.personnes(id));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "attachment; filename=\"lot-" + id + ".pdf\"")
        .body(new InputStreamResource(() -> imprimer.lire(id).orElseThrow(() -> new NoSuchFileException("lot-" + id + ".pdf")),
        "lot-" + id + ".pdf"));
  }

  /** Asks first: a date of posting is what delays are counted from. @param confirme {@code oui} once it was asked */
  @PostMapping("/courriers/lots/{id}/poste")
  Object poster(@PathVariable long id, @RequestParam(defaultValue = "") String le, @RequestParam(defaultValue = "") String confirme, Model modele,
      RedirectAttributes suite) {
    LotDeLettres lot = un(id);
    LocalDate jour = DatesPlausibles.lireOuRien(le);
    try {
      if (!confirme.equals("oui")) {
        poster.verifier(id, jour);
        modele.addAttribute("lot", lot).addAttribute("le", jour);
        return "courriers/lot-poste";
      }
      suite.addFlashAttribute(Message.CLE, Message.fait(Francais.compte(poster.executer(id, jour), "lettre est marquée comme postée",
          "lettres sont marquées comme postées") + " le " + Francais.longue(jour) + "."));
      return LOT + id;
    } catch (RefusMetier refus) {
      return Refus.page(refus, lot(id, 1, le, modele), modele);
    }
  }

  /** It was a mistake, said the same day. */
  @PostMapping("/courriers/lots/{id}/pas-poste")
  Object pasPoste(@PathVariable long id, @RequestParam(defaultValue = "") String raison, Model modele, RedirectAttributes suite) {
    un(id);
    try {
      suite.addFlashAttribute(Message.CLE,
          Message.fait("Le lot n'est plus marqué comme posté : %s d'être postées.".formatted(Francais.compte(revenir.executer(id, raison),
          "lettre attend", "lettres attendent"))));
      return LOT + id;
    } catch (RefusMetier refus) {
      modele.addAttribute("raison", raison);
      return Refus.page(refus, lot(id, 1, "", modele), modele);
    }
  }

  @PostMapping("/courriers/lots/{id}/refaire")
  String refaire(@PathVariable long id, RedirectAttributes suite) {
    un(id);
    return agir(id, suite, () -> {
      imprimer.relancer(id);
      return "Le PDF est en préparation.";
    });
  }

  @PostMapping("/courriers/lots/{id}/defaire")
  String defaire(@PathVariable long id, RedirectAttributes suite) {
    un(id);
    return agir(id, suite, () -> {
      preparer.defaire(id);
      return "Le lot est défait : ses lettres attendent de nouveau.";
    });
  }

  private static String agir(long id, RedirectAttributes suite, Supplier<String> acte) {
    Message.dire(suite, acte);
    return LOT + id;
  }

  private String afficher(LotDeLettres lot, Model modele, String vue) {
    modele.addAttribute("lot", lot);
    modele.addAttribute("fichier", imprimer.pret(lot.id()));
    modele.addAttribute("aujourdhui", LocalDate.now(horloge)).addAttribute("reprenable", lot.reprenable(LocalDate.now(horloge), horloge.getZone()));
    return vue;
  }

  private LotDeLettres un(long id) {
    return lots.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
