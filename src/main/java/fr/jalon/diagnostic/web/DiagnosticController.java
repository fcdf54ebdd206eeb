package fr.jalon.diagnostic.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.diagnostic.application.Brouillons;
import fr.jalon.diagnostic.application.DiagnosticChange;
import fr.jalon.diagnostic.application.EnregistrerDiagnostic;
import fr.jalon.diagnostic.application.Referentiels;
import fr.jalon.diagnostic.domaine.Recommandation;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.DiagnosticFait;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Regard;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of the entry diagnostic; each answer is kept as it is given, and the recommendation follows. */
@Controller
@PreAuthorize("hasAuthority('DIAGNOSTICS')")
class DiagnosticController {
  private final FaitsDeLaCaisse personnes;
  private final DiagnosticsDUnePersonne diagnostics;
  private final Referentiels referentiels;
  private final EnregistrerDiagnostic enregistrer;
  private final Brouillons brouillons;
  private final Journal journal;
  private final Regard regard;

  DiagnosticController(FaitsDeLaCaisse personnes, DiagnosticsDUnePersonne diagnostics, Referentiels referentiels, EnregistrerDiagnostic enregistrer,
      Brouillons brouillons, Journal journal, Regard regard) {
    this.personnes = personnes;
    this.diagnostics = diagnostics;
    this.referentiels = referentiels;
    this.enregistrer = enregistrer;
    this.brouillons = brouillons;
    this.journal = journal;
    this.regard = regard;
  }

  @GetMapping("/diagnostic/{personne}")
  String formulaire(@PathVariable long personne, Model modele) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    Referentiel referentiel = referentiels.aujourdhui();
    Reponses duFichier = referentiel.preremplir(qui.faits());
    Optional<DiagnosticFait> dernier = diagnostics.dernier(personne);
    Optional<Brouillons.Brouillon> brouillon = brouillons.mien(personne);
    Reponses reponses = brouillon.map(Brouillons.Brouillon::reponses).or(() -> dernier.map(DiagnosticFait::reponses)).orElse(duFichier);
    Long vu = brouillon.map(Brouillons.Brouillon::vu)
        .or(() -> brouillon.isPresent() ? Optional.empty() : dernier.map(DiagnosticFait::id)).orElse(null);
    Set<String> prerempli = brouillon.isPresent() || dernier.isPresent() ? Set.of() : duFichier.parCritere().keySet();
    String information =
        brouillon.map(b -> "Vous aviez commencé cette saisie le %s : la voici, là où vous l'aviez laissée.".formatted(Francais.instant(b.saisiLe())))
            .orElse(null);
    return afficher(new PageDeDiagnostic(qui, referentiel, reponses, vu, prerempli, VueDeRecommandation.de(referentiel, reponses),
        information, null, List.of(),
        regard.peut("ORIENTATIONS")), modele);
  }

  /** At each answer: kept, and the recommendation said. */
  @PostMapping("/diagnostic/{personne}/saisie")
  String saisie(@PathVariable long personne, @RequestParam Map<String, String> champs, Model modele) {
    connue(personne);
    Reponses reponses = reponses(champs);
    brouillons.garder(personne, vu(champs), reponses);
    journal.annoncer("CONSULTATION", personne, null, "Recommandation d'un diagnostic en cours de saisie");
    modele.addAttribute("vue", VueDeRecommandation.de(referentiels.aujourdhui(), reponses));
    return "diagnostic/recommandation";
  }

  @PostMapping("/diagnostic/{personne}")
  Object enregistrer(@PathVariable long personne, @RequestParam Map<String, String> champs, Model modele, RedirectAttributes suite) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    Reponses reponses = reponses(champs);
    try {
      Optional<Recommandation> recommandation = enregistrer.executer(personne, vu(champs), reponses);
      suite.addFlashAttribute(Message.CLE, Message.fait(recommandation.map(r -> "Diagnostic enregistré. " + r.phrase())
          .orElse("Diagnostic enregistré ; il reste des questions sans réponse.")));
      String dossier = PartieDuDossier.PARCOURS.adresse(personne);
      return "redirect:" + ("orienter".equals(champs.get("suite")) && regard.peut("ORIENTATIONS")
          ? "/orientations/nouvelle?personne=" + personne + "&retour=" + dossier : dossier);
    } catch (DiagnosticChange change) {
      return refuse(qui, reponses, change.dernier().id(), change.getMessage(), change.differences(), HttpStatus.CONFLICT, modele);
    } catch (RefusMetier refus) {
      return refuse(qui, reponses, vu(champs), refus.getMessage(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT, modele);
    }
  }

  private Object refuse(FaitsDeLaCaisse.Connue qui, Reponses reponses, Long vu, String phrase,
      List<DiagnosticChange.Difference> differences, HttpStatus statut,
      Model modele) {
    Referentiel referentiel = referentiels.aujourdhui();
    String vue = afficher(new PageDeDiagnostic(qui, referentiel, reponses, vu, Set.of(), VueDeRecommandation.de(referentiel, reponses), null, phrase,
        differences, regard.peut("ORIENTATIONS")), modele);
    return new ModelAndView(vue, modele.asMap(), statut);
  }

  private static String afficher(PageDeDiagnostic page, Model modele) {
    modele.addAttribute("page", page);
    return "diagnostic/diagnostic";
  }

  private FaitsDeLaCaisse.Connue connue(long personne) {
    return personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Only the criteria: the rest of the form is not an answer. */
  private Reponses reponses(Map<String, String> champs) {
    Map<String, String> reponses = new LinkedHashMap<>();
    referentiels.aujourdhui().criteres().forEach(c -> reponses.put(c.code(), champs.get(c.code())));
    return new Reponses(reponses);
  }

  private static Long vu(Map<String, String> champs) {
    String vu = champs.getOrDefault("vu", "");
    return vu.matches("\\d{1,18}") ? Long.valueOf(vu) : null;
  }
}
