package fr.jalon.orientation.web;

import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.PersonnesAConvoquer;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Convokes one new entrant or three hundred to an information collective: the proposal, then what the agent decided, all or nothing. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class ConvocationController {
  /** One list at a time: more is hard to read, and a form has its limits. */
  static final int LIMITE = 400;
  private final ListeDesEntrees entrees;
  private final PersonnesAConvoquer personnes;
  private final Convoquer convoquer;
  private final CeQuiEstPrevu prevu;
  private final Courriers courriers;

  ConvocationController(ListeDesEntrees entrees, PersonnesAConvoquer personnes, Convoquer convoquer, CeQuiEstPrevu prevu, Courriers courriers) {
    this.courriers = courriers;
    this.entrees = entrees;
    this.personnes = personnes;
    this.convoquer = convoquer;
    this.prevu = prevu;
  }

  /** One person, from her dossier. */
  @GetMapping("/nouveaux-entrants/convocation")
  String une(@RequestParam long personne, @RequestParam(defaultValue = "") String retour, Model modele) {
    return afficher(new FormulaireDeConvocation(List.of(personne), false, "", List.of(), retour.isBlank() ? "/dossier/" + personne : retour, false),
        List.of(personne), Map.of(), null, 0, modele);
  }

  /** The proposal; with choices, what they would do. */
  @PostMapping("/nouveaux-entrants/convocation/proposition")
  Object proposer(@ModelAttribute FormulaireDeConvocation f, Model modele, RedirectAttributes suite) {
    List<Long> ids = ids(f);
    if (ids.isEmpty()) {
      suite.addFlashAttribute(Message.CLE, Message.refus(f.tous() ? "Dans cette liste, tout le monde est déjà convoqué ou venu."
          : "Cochez au moins une personne à convoquer."));
      return "redirect:" + f.retourSur();
    }
    return afficher(f, ids.stream().limit(LIMITE).toList(), Map.of(), null, Math.max(0, ids.size() - LIMITE), modele);
  }

  @PostMapping("/nouveaux-entrants/convocation")
  Object enregistrer(@ModelAttribute FormulaireDeConvocation f, Model modele, RedirectAttributes suite) {
    List<Long> ids = List.copyOf(f.choisies().keySet());
    Map<Long, PersonnesAConvoquer.Ligne> connues = personnes.lire(ids).stream().collect(Collectors.toMap(l -> l.personne().id(), l -> l));
    List<AConvoquer> demandes = new ArrayList<>();
    f.choisies().forEach((personne, v) -> {
      if (v != null) {
        demandes.add(new AConvoquer(personne, v.session(), v.enAttente(), connues.containsKey(personne) ? connues.get(personne).personne()
            .limite() : null, f.malgre()));
      }
    });
    if (demandes.isEmpty()) {
      return Refus.page(afficher(f, ids, Map.of(), "Choisissez une session pour au moins une personne.", 0, modele), modele);
    }
    Convoquer.Bilan bilan;
    try {
      bilan = convoquer.executer(demandes);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, ids, Map.of(), refus.getMessage(), 0, modele), modele);
    }
    if (!bilan.refus().isEmpty()) {
      return Refus.page(afficher(f, ids, bilan.refus(), "Rien n'est enregistré : %s. Corrigez, ou laissez ces personnes à convoquer."
          .formatted(Francais.compte(bilan.refus().size(), "ligne ne peut pas l'être", "lignes ne peuvent pas l'être")), 0, modele), modele);
    }
    suite.addFlashAttribute(LettresDUnActe.CLE, courriers.lettres(Convoquer.LETTRE, bilan.convocations()));
    suite.addFlashAttribute(Message.CLE, Message.fait("%s à %s%s%s.".formatted(Francais.compte(bilan.convoquees(), "personne convoquée",
        "personnes convoquées"),
        Francais.compte(bilan.sessions(), "session", "sessions"),
        bilan.enAttente() == 0 ? "" : ", %s en liste d'attente".formatted(Francais.nombre(bilan.enAttente())),
        bilan.deja() ? " (déjà enregistré)" : "")));
    return "redirect:" + f.retourSur();
  }

  private List<Long> ids(FormulaireDeConvocation f) {
    if (!f.tous()) {
      return f.choix().isEmpty() ? f.personnes().stream().distinct().toList() : List.copyOf(f.choisies().keySet());
    }
    return entrees.toutes(FiltresDAdresse.lire(f.filtres())).stream().filter(LigneDEntree::aConvoquer)
        .map(LigneDEntree::personneId).distinct().toList();
  }

  private String afficher(FormulaireDeConvocation f, List<Long> ids, Map<Long, String> refus, String erreur, int laissees, Model modele) {
    List<PersonnesAConvoquer.Ligne> lues = personnes.lire(ids);
    modele.addAttribute("page", PageDeConvocation.de(lues, convoquer.proposer(lues.stream().map(PersonnesAConvoquer.Ligne::personne).toList()), f,
        refus, erreur, laissees)).addAttribute("prevus", prevu.pour(ids).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream().filter(x -> x.nature().individuel()).toList())));
    return "orientation/convocation";
  }
}
