package fr.jalon.courriers.web;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.AbandonnerDesMessages;
import fr.jalon.courriers.application.CoordonneesDuJour;
import fr.jalon.courriers.application.LettresDUnLot;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.courriers.lecture.ListeDesLots;
import fr.jalon.courriers.lecture.UnMessage;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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

/** One message: what was written, what became of it, and what can be done with it. */
@Controller
@PreAuthorize("hasAuthority('COURRIERS')")
class MessagesController {
  private final UnMessage messages;
  private final ListeDesLots lots;
  private final Modeles modeles;
  private final LettresDUnLot lettres;
  private final LettresEnPdf pdf;
  private final SuivreUnMessage suivre;
  private final RenvoyerUnMessage renvoyer;
  private final AbandonnerDesMessages abandonner;
  private final CoordonneesDuJour coordonnees;
  private final Temoin temoin;
  private final Clock horloge;

  MessagesController(UnMessage messages, ListeDesLots lots, Modeles modeles, LettresDUnLot lettres, LettresEnPdf pdf, SuivreUnMessage suivre,
      RenvoyerUnMessage renvoyer, AbandonnerDesMessages abandonner, CoordonneesDuJour coordonnees, Temoin temoin, Clock horloge) {
    this.messages = messages;
    this.lots = lots;
    this.modeles = modeles;
    this.lettres = lettres;
    this.pdf = pdf;
    this.suivre = suivre;
    this.renvoyer = renvoyer;
    this.abandonner = abandonner;
    this.coordonnees = coordonnees;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/courriers/messages/{id}")
  String message(@PathVariable long id, Model modele) {
    UnMessage.Lu lu = un(id);
    return afficher(lu, renvoyer.propose(lu.ligne().personneId(), lu.ligne().canal()), "", null, modele);
  }

  @GetMapping("/courriers/messages/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    coordonnees.executer("m.id = :id", Map.of("id", id));
    UnMessage.Lu lu = un(id);
    Lettre lettre = lettres.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire(lettre.objet(), List.of(lettre), sortie);
    temoin.exporter("PDF de la lettre n° " + lu.ligne().numero(), lu.ligne());
    return CourriersController.enPdf(sortie.toByteArray(), "lettre-" + lu.ligne().numero() + ".pdf");
  }

  @PostMapping("/courriers/messages/{id}/renvoyer")
  Object renvoyer(@PathVariable long id, @RequestParam(defaultValue = "") String adresse, @RequestParam(defaultValue = "") String codePostal,
      @RequestParam(defaultValue = "") String ville, @RequestParam(defaultValue = "") String vers,
      @RequestParam(defaultValue = "") String raison, Model modele,
      RedirectAttributes suite) {
    UnMessage.Lu lu = un(id);
    RenvoyerUnMessage.Vers ou = new RenvoyerUnMessage.Vers(adresse, codePostal, ville, vers);
    try {
      long nouveau = renvoyer.executer(id, ou, raison);
      suite.addFlashAttribute(Message.CLE, Message.fait("Courrier écrit à nouveau : il attend d'être "
          + (lu.ligne().canal() == Canal.LETTRE ? "imprimé." : "envoyé.")));
      return "redirect:/courriers/messages/" + nouveau;
    } catch (RefusMetier refus) {
      return Refus.page(afficher(lu, ou, raison, refus.getMessage(), modele), modele);
    }
  }

  @PostMapping("/courriers/messages/{id}/remis")
  String remis(@PathVariable long id, @RequestParam(required = false) LocalDate le, RedirectAttributes suite) {
    return agir(id, suite, () -> suivre.remisEnMain(id, le), "C'est noté : remis en main propre.");
  }

  @PostMapping("/courriers/messages/{id}/pas-revenue")
  String pasRevenue(@PathVariable long id, RedirectAttributes suite) {
    return agir(id, suite, () -> suivre.pasRevenue(id), "Le retour est retiré.");
  }

  @PostMapping("/courriers/messages/{id}/reessayer")
  String reessayer(@PathVariable long id, RedirectAttributes suite) {
    return agir(id, suite, () -> suivre.reessayer(id), "Le message attend d'être envoyé.");
  }

  @PostMapping("/courriers/messages/{id}/abandonner")
  String abandonner(@PathVariable long id, @RequestParam(defaultValue = "") String raison, RedirectAttributes suite) {
    return agir(id, suite, () -> abandonner.un(id, raison), "Ce courrier ne partira pas.");
  }

  private String agir(long id, RedirectAttributes suite, Runnable acte, String fait) {
    un(id);
    Message.dire(suite, () -> {
      acte.run();
      return fait;
    });
    return "redirect:/courriers/messages/" + id;
  }

  private String afficher(UnMessage.Lu lu, RenvoyerUnMessage.Vers vers, String raison, String refus, Model modele) {
    EtatMessage etat = lu.ligne().etat();
    modele.addAttribute("page", new PageDUnMessage(lu, modeles.libelle(lu.ligne().modele()), vers, raison, refus, LocalDate.now(horloge),
        etat != EtatMessage.A_ENVOYER && etat != EtatMessage.EN_COURS && etat != EtatMessage.ECHEC,
        lu.ligne().lotId() != null && lots.un(lu.ligne().lotId()).isPresent()));
    return "courriers/message";
  }

  private UnMessage.Lu un(long id) {
    return messages.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
