package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.ContactsCommences;
import fr.jalon.accompagnement.application.NoterUnContact;
import fr.jalon.accompagnement.application.RetirerUnContact;
import fr.jalon.accompagnement.lecture.SuivisEnCours;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.orientation.lecture.IdentiteDUnePersonne;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes a contact with a person, gives her next appointment in the same screen, takes a contact back. */
@Controller
@PreAuthorize("hasAuthority('ACCOMPAGNEMENT')")
class ContactsController {
  private static final int SEMAINES = 6;
  private final NoterUnContact noter;
  private final RetirerUnContact retirer;
  private final ContactsCommences commences;
  private final IdentiteDUnePersonne identites;
  private final SuivisEnCours suivis;
  private final AgendaDesEntretiens agenda;
  private final MaFiche maFiche;
  private final Regard regard;
  private final Clock horloge;

  ContactsController(NoterUnContact noter, RetirerUnContact retirer, ContactsCommences commences, IdentiteDUnePersonne identites,
      SuivisEnCours suivis, AgendaDesEntretiens agenda, MaFiche maFiche, Regard regard, Clock horloge) {
    this.noter = noter;
    this.retirer = retirer;
    this.commences = commences;
    this.identites = identites;
    this.suivis = suivis;
    this.agenda = agenda;
    this.maFiche = maFiche;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/contacts/{personne}/nouveau")
  String formulaire(@PathVariable long personne, @RequestParam(defaultValue = "") String retour, Model modele) {
    Map<String, String> commence = commences.mien(personne);
    FormulaireDeContact f = commence.isEmpty() ? new FormulaireDeContact(LocalDate.now(horloge).toString(), null, null, null, "", "", "", "",
        UUID.randomUUID().toString(), retour) : FormulaireDeContact.de(commence, retour);
    return afficher(personne, f, !commence.isEmpty(), Refus.AUCUN, modele);
  }

  /** At each pause: what is typed is kept for her, and for nobody else. */
  @PostMapping("/contacts/{personne}/saisie")
  String saisie(@PathVariable long personne, @ModelAttribute FormulaireDeContact f) {
    identites.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (f.commence()) {
      commences.garder(personne, f.champs());
    } else {
      commences.effacer(personne);
    }
    return "accompagnement/contact-garde";
  }

  @PostMapping("/contacts/{personne}/brouillon/effacer")
  String effacer(@PathVariable long personne, @RequestParam(defaultValue = "") String retour, RedirectAttributes suite) {
    commences.effacer(personne);
    suite.addFlashAttribute(Message.CLE, Message.fait("Le brouillon est effacé."));
    suite.addAttribute("retour", retour);
    return "redirect:/contacts/" + personne + "/nouveau";
  }

  @PostMapping("/contacts/{personne}")
  Object noter(@PathVariable long personne, @ModelAttribute FormulaireDeContact f, Model modele, RedirectAttributes suite) {
    try {
      noter.executer(f.contact(personne), f.creneauChoisi());
      suite.addFlashAttribute(Message.CLE, Message.fait(f.creneau()
          .isEmpty() ? "Le contact est noté." : "Le contact est noté et le rendez-vous est donné."));
      return "redirect:" + f.retourSur();
    } catch (RefusMetier refus) {
      return Refus.page(afficher(personne, refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f, false, Refus.de(refus), modele),
          modele);
    }
  }

  @PostMapping("/contacts/{contact}/retirer")
  String retirer(@PathVariable long contact, @RequestParam(defaultValue = "") String motif, @RequestParam long personne, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      retirer.executer(contact, personne, motif);
      return "Le contact est retiré : il ne compte plus. Il reste lisible, barré, avec la raison. "
          + "La présence à un rendez-vous de l'agenda se corrige dans l'agenda.";
    });
    return "redirect:" + PartieDuDossier.ECHANGES.adresse(personne);
  }

  private String afficher(long personne, FormulaireDeContact f, boolean repris, Refus refus, Model modele) {
    IdentiteDUnePersonne.Identite qui = identites.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDeContact(personne, qui.nomComplet(), suivis.de(personne, aujourdhui).orElse(null), f,
        regard.peut("RENDEZ_VOUS") ? libres(qui.territoireId(), aujourdhui) : List.of(), repris, aujourdhui, refus));
    return "accompagnement/contact";
  }

  private List<LigneDAgenda> libres(Integer territoire, LocalDate aujourdhui) {
    String moi = maFiche.referent().map(Referent::nom).orElse("");
    return agenda.libres(territoire, aujourdhui.plusWeeks(SEMAINES)).stream()
        .sorted(Comparator.comparing((LigneDAgenda l) -> !l.agent().equalsIgnoreCase(moi))).toList();
  }
}
