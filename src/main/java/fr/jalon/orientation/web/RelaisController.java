package fr.jalon.orientation.web;

import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.orientation.application.ChangerLeReferent;
import fr.jalon.orientation.application.DesignerLesReferents;
import fr.jalon.orientation.application.PasserLeRelais;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.lecture.ReferentsADesigner;
import fr.jalon.orientation.lecture.Relais;
import fr.jalon.orientation.lecture.Relais.Passe;
import fr.jalon.orientation.lecture.RelaisAVenir;
import fr.jalon.orientation.lecture.SuiviAConfier;
import fr.jalon.orientation.web.PageDUnRelais.Retour;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/** A référent leaves, or is away, or has too many: her persons are handed to colleagues, given back, or the hand-over is undone. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class RelaisController {
  private static final int MONTRES = 100;
  private final PasserLeRelais passer;
  private final DesignerLesReferents designer;
  private final ReferentsADesigner liste;
  private final Relais relais;
  private final RelaisAVenir aVenir;
  private final Portefeuilles portefeuilles;
  private final MaFiche maFiche;
  private final Courriers courriers;
  private final Clock horloge;

  RelaisController(PasserLeRelais passer, DesignerLesReferents designer, ReferentsADesigner liste, Relais relais, RelaisAVenir aVenir,
      Portefeuilles portefeuilles, MaFiche maFiche, Courriers courriers, Clock horloge) {
    this.passer = passer;
    this.designer = designer;
    this.liste = liste;
    this.relais = relais;
    this.aVenir = aVenir;
    this.portefeuilles = portefeuilles;
    this.maFiche = maFiche;
    this.courriers = courriers;
    this.horloge = horloge;
  }

  @GetMapping("/relais")
  String tous(Model modele) {
    modele.addAttribute("relais", relais.derniers(LocalDate.now(horloge), MONTRES));
    return "orientation/relais";
  }

  @GetMapping("/relais/nouveau")
  @Transactional(readOnly = true)
  public String nouveau(@RequestParam(required = false) Integer referent, @RequestParam(required = false) Integer vers,
      @RequestParam(required = false) Parcours parcours, Model modele) {
    Integer qui = referent == null ? maFiche.referent().map(Referent::id).orElse(null) : referent;
    return afficher(FormulaireDeRelais.vide(qui, vers, parcours, LocalDate.now(horloge).toString()), Map.of(), Refus.AUCUN, modele);
  }

  @PostMapping("/relais/nouveau")
  Object enregistrer(@ModelAttribute FormulaireDeRelais f, Model modele, RedirectAttributes suite) {
    try {
      PasserLeRelais.Bilan bilan = passer.passer(f.demande());
      if (bilan.refuse()) {
        return Refus.page(afficher(f, phrases(bilan.refus()), rien(bilan, f), modele), modele);
      }
      if (relais.un(bilan.id()).filter(Passe::prevu).isPresent()) {
        suite.addFlashAttribute(Message.CLE, Message.fait(
            "Le relais est prévu pour le %s : %s. Rien ne change et personne n'est prévenu d'ici là.".formatted(
            Francais.date(DatesPlausibles.lireOuRien(f.le())),
            Francais.compte(bilan.suivis().size(), "personne changera de référent", "personnes changeront de référent"))));
        return "redirect:/relais/" + bilan.id();
      }
      if (f.prevenir()) {
        suite.addFlashAttribute(LettresDUnActe.CLE, courriers.lettres(ChangerLeReferent.LETTRE, bilan.suivis()));
      }
      suite.addFlashAttribute(Message.CLE, Message.fait("Le relais est passé : %s.".formatted(
          Francais.compte(bilan.suivis().size(), "personne change de référent", "personnes changent de référent"))));
      return "redirect:/relais/" + bilan.id();
    } catch (FormulaireDejaServi servi) {
      return Refus.page(afficher(f.sousUneAutreCle(), Map.of(), Refus.de(servi), modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(f, Map.of(), Refus.de(refus).dansLOrdre("choix", "raison", "le", "retourLe"), modele), modele);
    }
  }

  @GetMapping("/relais/{id}")
  String un(@PathVariable long id, Model modele) {
    return afficher(id, new Retour(LocalDate.now(horloge).toString(), true, null, null, null), Map.of(), Refus.AUCUN, modele);
  }

  @PostMapping("/relais/{id}/rendre")
  Object rendre(@PathVariable long id, @ModelAttribute Retour f, Model modele, RedirectAttributes suite) {
    return finir(id, f, () -> passer.rendre(id, DatesPlausibles.lireOuRien(f.le()), Depassement.de(f.acceptePar(), f.raisonDuDepassement()),
        f.prevenir()), _ -> f.prevenir(), "Le relais est rendu : %s.", modele, suite);
  }

  @PostMapping("/relais/{id}/annuler")
  Object annuler(@PathVariable long id, @ModelAttribute Retour f, Model modele, RedirectAttributes suite) {
    return finir(id, f, () -> passer.annuler(id, f.raison()), fini -> !fini.jamaisCommence(), "Le relais est annulé : %s.", modele, suite);
  }

  /** @param ecrit what leaves letters, and @param phrase what is said, of what was really done: it may have begun while the page was open */
  private Object finir(long id, Retour f, Supplier<PasserLeRelais.Bilan> acte, Predicate<Passe> ecrit, String phrase, Model modele,
      RedirectAttributes suite) {
    try {
      PasserLeRelais.Bilan bilan = acte.get();
      if (bilan.refuse()) {
        return Refus.page(afficher(id, f, phrases(bilan.refus()), rien(bilan), modele), modele);
      }
      Passe fini = relais.un(id).orElseThrow();
      if (ecrit.test(fini)) {
        suite.addFlashAttribute(LettresDUnActe.CLE, courriers.lettres(ChangerLeReferent.LETTRE, bilan.suivis()));
      }
      suite.addFlashAttribute(Message.CLE, Message.fait(
          (fini.jamaisCommence() ? "Le relais prévu est annulé. Personne n'avait été prévenu." : phrase).formatted(
              Francais.compte(bilan.suivis().size(), "personne retrouve son référent", "personnes retrouvent leur référent"))));
      return "redirect:/relais/" + id;
    } catch (RefusMetier refus) {
      return Refus.page(afficher(id, f, Map.of(), Refus.de(refus), modele), modele);
    }
  }

  private String afficher(FormulaireDeRelais f, Map<Long, String> refus, Refus page, Model modele) {
    Map<Integer, Candidat> tous = portefeuilles.parReferent();
    List<Referent> choix = passer.equipe(tous.values().stream().map(Candidat::referent).toList()).stream()
        .filter(r -> r.actif() || tous.get(r.id()).charge() > 0).sorted(Comparator.comparing(Referent::nom)).toList();
    Referent de = choix.stream().filter(r -> f.referent() != null && r.id() == f.referent()).findFirst().orElse(null);
    List<Candidat> collegues = de == null ? List.of() : tous.values().stream().filter(c -> c.referent().actif() && c.referent().id() != de.id()
        && c.referent().organisationId() == de.organisationId()).sorted(Comparator.comparing(c -> c.referent().nom())).toList();
    modele.addAttribute("page", new PageDeRelais(f, choix, de, collegues, de == null ? null : new LignesAConfier(
        designer.proposer(liste.du(de.id(), f.parcours()), de.id()), LignesAConfier.choisis(f.choix()), f.vers(), refus, "Garder " + de.nom()),
        de == null ? 0 : liste.horsRsa(de.id()), LocalDate.now(horloge), page));
    return "orientation/relais-passer";
  }

  private String afficher(long id, Retour saisie, Map<Long, String> lignes, Refus refus, Model modele) {
    Passe passe = relais.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    modele.addAttribute("page", new PageDUnRelais(passe, relais.personnes(id), aVenir.personnes(id), saisie, lignes, LocalDate.now(horloge), refus));
    return "orientation/relais-un";
  }

  private static Refus rien(PasserLeRelais.Bilan bilan) {
    return Refus.de("Rien n'est enregistré : %s.".formatted(
        Francais.compte(bilan.refus().size(), "ligne ne peut pas l'être", "lignes ne peuvent pas l'être")));
  }

  /** Who has left the list meanwhile has no line any more: why is said at the top. */
  private Refus rien(PasserLeRelais.Bilan bilan, FormulaireDeRelais f) {
    Set<Long> montres = liste.du(f.referent(), f.parcours()).stream().map(SuiviAConfier::suiviId).collect(Collectors.toSet());
    String parties = phrases(bilan.refus()).entrySet().stream().filter(r -> !montres.contains(r.getKey())).map(Map.Entry::getValue).distinct()
        .collect(Collectors.joining(" "));
    return parties.isEmpty() ? rien(bilan) : Refus.de(rien(bilan).phrase() + " " + parties);
  }

  private static Map<Long, String> phrases(Map<Long, RefusMetier> refus) {
    Map<Long, String> phrases = new HashMap<>();
    refus.forEach((suivi, non) -> phrases.put(suivi, non.getMessage() + (non.article() == null ? "" : " (" + non.article() + ")")));
    return phrases;
  }

  /** After the référents to be named. */
  @Configuration("menuDesRelais")
  static class Menu {
    @Bean
    EntreeDeMenu menuRelais(Relais relais, Clock horloge) {
      return new EntreeDeMenu(Rubrique.ORIENTATION, 36, "Passages de relais", "/relais", "people", "ORIENTATIONS",
          () -> relais.aRegler(LocalDate.now(horloge)));
    }
  }
}
