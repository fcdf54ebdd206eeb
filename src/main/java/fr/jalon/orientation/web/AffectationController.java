package fr.jalon.orientation.web;

import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.application.AffecterUneListe.Bilan;
import fr.jalon.orientation.application.AffecterUneListe.Plan;
import fr.jalon.orientation.application.AffecterUneListe;
import fr.jalon.orientation.application.NotificationParCourrier;
import fr.jalon.orientation.application.ProposerReferents;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.Rencontres;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives référents: the best ones for a person, or a whole list at once. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class AffectationController {
  private final AffecterUneListe affecter;
  private final ProposerReferents proposer;
  private final ListeDesEntrees entrees;
  private final Rencontres rencontres;
  private final NotificationParCourrier notification;
  private final Structures structures;
  private final Journal journal;
  private final Clock horloge;

  AffectationController(AffecterUneListe affecter, ProposerReferents proposer, ListeDesEntrees entrees, Rencontres rencontres,
      NotificationParCourrier notification,
      Structures structures, Journal journal, Clock horloge) {
    this.rencontres = rencontres;
    this.notification = notification;
    this.journal = journal;
    this.affecter = affecter;
    this.proposer = proposer;
    this.entrees = entrees;
    this.structures = structures;
    this.horloge = horloge;
  }

  /** A part of the form of the orientation, asked for when the pathway is chosen. */
  @GetMapping("/orientations/referents")
  String referents(@RequestParam long personne, @RequestParam(required = false) Parcours parcours, Model modele) {
    var propositions = parcours == null ? List.of() : proposer.pour(personne, parcours);
    if (!propositions.isEmpty()) {
      journal.annoncer("CONSULTATION", personne, null, "Référents proposés");
    }
    modele.addAttribute("parcours", parcours).addAttribute("propositions", propositions);
    return "orientation/referents-proposes";
  }

  @GetMapping("/orientations/affectation")
  String choisir(FiltresDEntrees f, Model modele) {
    return choisir(f.sansNom(), null, null, modele);
  }

  /** The proposal; with choices, what they would do. */
  @PostMapping("/orientations/affectation/proposition")
  Object proposer(@ModelAttribute FormulaireDAffectation saisie, @RequestParam Map<String, String> champs, Model modele) {
    return proposer(saisie.avecMotifs(champs), modele);
  }

  private Object proposer(FormulaireDAffectation f, Model modele) {
    String manque = f.personnes().isEmpty() ? "Cochez au moins une personne." : f.parcoursChoisi() == null ? "Choisissez le parcours de la liste."
        : f.personnes().size() > ChoixDeLaListe.LIMITE ? "Une liste tient au plus %d personnes.".formatted(ChoixDeLaListe.LIMITE) : null;
    if (manque != null) {
      return Refus.page(choisir(FiltresDAdresse.lire(f.retour()), f, manque, modele), modele);
    }
    return afficher(f, Map.of(), null, modele);
  }

  @PostMapping("/orientations/affectation")
  Object enregistrer(@ModelAttribute FormulaireDAffectation saisie, @RequestParam Map<String, String> champs, Model modele,
      RedirectAttributes suite) {
    FormulaireDAffectation f = saisie.avecMotifs(champs);
    if (f.parcoursChoisi() == null || f.personnes().isEmpty() || f.personnes().size() > ChoixDeLaListe.LIMITE) {
      return proposer(f, modele);
    }
    if (f.jour() == null) {
      return Refus.page(afficher(f, Map.of(), "Indiquez le jour où les orientations sont notifiées.", modele), modele);
    }
    List<NouvelleOrientation> orientations = f.orientations(affecter.parcours(f.personnes(), f.parcoursDeLaListe()));
    if (orientations.isEmpty()) {
      return Refus.page(afficher(f, Map.of(), "Aucune personne n'a de référent dans cette liste.", modele), modele);
    }
    Bilan bilan = affecter.enregistrer(orientations);
    if (!bilan.refus().isEmpty()) {
      return Refus.page(afficher(f, bilan.refus(), "Rien n'est enregistré : %s. Corrigez, ou laissez ces personnes en attente."
          .formatted(Francais.compte(bilan.refus().size(), "ligne ne peut pas l'être", "lignes ne peuvent pas l'être")), modele), modele);
    }
    suite.addFlashAttribute(LettresDUnActe.CLE, notification.lettres(bilan.suivis()));
    suite.addFlashAttribute(AnnulationDeListeController.FAITE, new AnnulationDeListeController.ListeFaite(bilan.suivis()));
    suite.addFlashAttribute(Message.CLE, Message.fait("%s à %s%s.".formatted(Francais.compte(bilan.enregistrees(),
        "personne confiée", "personnes confiées"),
        Francais.compte(bilan.referents(), "référent", "référents"), bilan.deja() ? " (déjà enregistré)" : "")));
    return "redirect:" + f.retourSur();
  }

  private String choisir(FiltresDEntrees filtres, FormulaireDAffectation saisie, String erreur, Model modele) {
    List<LigneDEntree> toutes = entrees.toutes(filtres).stream().filter(LigneDEntree::aOrienter).toList();
    List<LigneDEntree> lignes = toutes.stream().limit(ChoixDeLaListe.LIMITE).toList();
    modele.addAttribute("page", new ChoixDeLaListe(filtres, lignes, rencontres.de(lignes), toutes.size(), structures.territoires(),
        LocalDate.now(horloge), saisie, erreur));
    return "orientation/affectation-choix";
  }

  private String afficher(FormulaireDAffectation f, Map<Long, String> refus, String erreur, Model modele) {
    Plan plan = affecter.proposer(f.personnes(), f.parcoursDeLaListe(), f.publicChoisi());
    modele.addAttribute("page", PageDAffectation.de(plan, f, refus, erreur, LocalDate.now(horloge).toString()));
    return "orientation/affectation";
  }
}
