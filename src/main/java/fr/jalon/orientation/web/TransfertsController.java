package fr.jalon.orientation.web;

import fr.jalon.courriers.Courriers;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.application.TransfererUnPortefeuille;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.Passee;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A convention ends: the persons an organisation follows pass to another in one act, behind the screen, and come back when it was a mistake. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS') and hasAuthority('REORIENTATIONS')")
class TransfertsController {
  private static final int MONTRES = 100;
  private static final String REDIRIGER = "redirect:" + TransfererUnPortefeuille.PAGE;
  private final TransfererUnPortefeuille transferer;
  private final Transferts transferts;
  private final Portefeuilles portefeuilles;
  private final Courriers courriers;
  private final Temoin temoin;
  private final Clock horloge;

  TransfertsController(TransfererUnPortefeuille transferer, Transferts transferts, Portefeuilles portefeuilles, Courriers courriers, Temoin temoin,
      Clock horloge) {
    this.transferer = transferer;
    this.transferts = transferts;
    this.portefeuilles = portefeuilles;
    this.courriers = courriers;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/transferts")
  String tous(Model modele) {
    modele.addAttribute("transferts", transferts.derniers(MONTRES));
    return "orientation/transferts";
  }

  @GetMapping("/transferts/nouveau")
  @Transactional(readOnly = true)
  public String nouveau(@RequestParam(required = false) Integer de, @RequestParam(required = false) Integer vers,
      @RequestParam(required = false) Parcours parcours, Model modele) {
    return afficher(FormulaireDeTransfert.vide(de, vers, parcours, LocalDate.now(horloge).toString()), Refus.AUCUN, modele);
  }

  @PostMapping("/transferts/nouveau")
  Object demander(@ModelAttribute FormulaireDeTransfert f, Model modele) {
    try {
      return REDIRIGER + transferer.demander(f.demande());
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, Refus.de(refus).dansLOrdre("de", "vers", "choix", "raison", "le"), modele), modele);
    }
  }

  @GetMapping("/transferts/{id}")
  String un(@PathVariable long id, Model modele) {
    return afficher(id, "", Refus.AUCUN, modele);
  }

  /** The part of the page that moves. */
  @GetMapping("/transferts/{id}/avancement")
  String avancement(@PathVariable long id, Model modele) {
    afficher(id, "", Refus.AUCUN, modele);
    return "orientation/transfert-avancement";
  }

  @PostMapping("/transferts/{id}/reprendre")
  String reprendre(@PathVariable long id, RedirectAttributes suite) {
    try {
      transferer.reprendre(id);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return REDIRIGER + id;
  }

  @PostMapping("/transferts/{id}/annuler")
  Object annuler(@PathVariable long id, @RequestParam(defaultValue = "") String raison, Model modele) {
    try {
      transferer.annuler(id, raison);
      return REDIRIGER + id;
    } catch (RefusMetier refus) {
      return Refus.page(afficher(id, raison, Refus.de(refus), modele), modele);
    }
  }

  @GetMapping("/transferts/{id}/export")
  @PreAuthorize("hasAuthority('ORIENTATIONS') and hasAuthority('REORIENTATIONS') and hasAuthority('EXPORTS')")
  void export(@PathVariable long id, HttpServletResponse reponse) {
    Transfert t = lire(id);
    List<Passee> lignes = transferts.passees(id, null);
    Classeur.telecharger(reponse, "transfert-" + id, "Transfert", List.of(
        new Colonne<>("Nom", 22, Passee::nom),
        new Colonne<>("Prénom", 18, Passee::prenom),
        new Colonne<>("Référent avant", 28, Passee::avant),
        new Colonne<>("Référent depuis", 28, Passee::apres),
        new Colonne<>("Aujourd'hui", 34, p -> p.encore() ? t.vers() : "retour, ou autre suivi depuis")),
        temoin.lignes("Transfert de %s à %s : %d personnes".formatted(t.de(), t.vers(), lignes.size()), lignes.stream()));
  }

  private String afficher(FormulaireDeTransfert f, Refus refus, Model modele) {
    List<Organisation> choix = transferer.organisations().stream().sorted(Comparator.comparing(Organisation::nom)).toList();
    Organisation de = parmi(choix, f.de());
    Organisation vers = f.vers() != null && f.vers().equals(f.de()) ? null : parmi(choix, f.vers());
    List<Candidat> candidats = vers == null ? List.of() : portefeuilles.candidats().stream().filter(c -> c.organisation().id() == vers.id())
        .sorted(Comparator.comparing(c -> c.referent().nom())).toList();
    modele.addAttribute("page", new PageDeTransfert(f, choix, de, vers, de == null ? List.of() : transferts.portefeuilles(de.id(), f.parcours()),
        candidats, de == null ? 0 : transferts.horsRsa(de.id()), de == null || vers == null ? List.of()
        : transferer.nonPris(transferts.parParcours(de.id(), f.parcours(), LocalDate.now(horloge)), vers), LocalDate.now(horloge), refus));
    return "orientation/transfert-nouveau";
  }

  private String afficher(long id, String raison, Refus refus, Model modele) {
    Transfert t = lire(id);
    modele.addAttribute("page", new PageDUnTransfert(t, transferts.passees(id, MONTRES), transferts.restees(t),
        t.etat().bouge() ? null : courriers.lettres("DECISION_REORIENTATION", transferts.reorientations(id)), raison, refus));
    return "orientation/transfert";
  }

  private Transfert lire(long id) {
    return transferts.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Organisation parmi(List<Organisation> choix, Integer id) {
    return choix.stream().filter(o -> id != null && o.id() == id).findFirst().orElse(null);
  }
}
