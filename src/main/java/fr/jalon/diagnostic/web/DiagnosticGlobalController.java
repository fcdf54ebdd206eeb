package fr.jalon.diagnostic.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.diagnostic.application.BrouillonsGlobaux;
import fr.jalon.diagnostic.application.DiagnosticGlobalChange;
import fr.jalon.diagnostic.application.EnregistrerDiagnosticGlobal;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.parametres.Metier;
import fr.jalon.parametres.Metiers;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The global diagnostic of a person: one page for all the themes, kept as it is typed, and what changed between two days. */
@Controller
@PreAuthorize("hasAuthority('DIAGNOSTICS')")
class DiagnosticGlobalController {
  /** The day of the interview, kept with what is typed. */
  private static final Rubrique JOUR = new Rubrique("le", "Jour de l'entretien", false, false, null, null, false, List.of(), Map.of());
  private static final int PROPOSES = 12;
  private final FaitsDeLaCaisse personnes;
  private final ThemesDuDiagnostic themes;
  private final DiagnosticGlobal diagnostics;
  private final NiveauxDejaDits dejaDits;
  private final EnregistrerDiagnosticGlobal enregistrer;
  private final BrouillonsGlobaux brouillons;
  private final ActionsDUnePersonne actions;
  private final Regard regard;
  private final Clock horloge;

  DiagnosticGlobalController(FaitsDeLaCaisse personnes, ThemesDuDiagnostic themes, DiagnosticGlobal diagnostics, NiveauxDejaDits dejaDits,
      EnregistrerDiagnosticGlobal enregistrer, BrouillonsGlobaux brouillons,
      ActionsDUnePersonne actions, Regard regard, Clock horloge) {
    this.personnes = personnes;
    this.themes = themes;
    this.diagnostics = diagnostics;
    this.dejaDits = dejaDits;
    this.enregistrer = enregistrer;
    this.brouillons = brouillons;
    this.actions = actions;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** The métiers that answer to some letters, as they are chosen: nothing is said of anybody. */
  @GetMapping("/diagnostic-global/metiers")
  ResponseEntity<List<String>> metiers(@RequestParam(defaultValue = "") String q) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
        .body(Metiers.connus().chercher(q, PROPOSES).stream().map(Metier::enClair).toList());
  }

  @GetMapping("/diagnostic-global/{personne}")
  String formulaire(@PathVariable long personne, Model modele) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    EtatDuDiagnostic present = diagnostics.au(personne, aujourdhui());
    Map<String, Reponses> commences = brouillons.miens(personne);
    Reponses jour = commences.remove(JOUR.code());
    Map<String, String> niveaux = dejaDits.de(qui, referentiel());
    Map<String, Reponses> valeurs = initiales(present, niveaux);
    valeurs.putAll(commences);
    niveaux.keySet().removeIf(theme -> present.constats().containsKey(theme) || commences.containsKey(theme));
    return afficher(new PageDeDiagnosticGlobal(qui, referentiel(), jour == null ? aujourdhui().toString() : jour.a(JOUR.code()), valeurs, present,
        niveaux.keySet(), regard.peut("SANTE"),
        actions.au(personne, aujourdhui()), commences.isEmpty() ? null : "Vous aviez commencé cette saisie : la voici, là où vous l'aviez laissée.",
        Refus.AUCUN, List.of()), modele);
  }

  /** At each answer: what changed is kept. */
  @PostMapping("/diagnostic-global/{personne}/saisie")
  String saisie(@PathVariable long personne, @RequestParam MultiValueMap<String, String> recus, Model modele) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    Map<String, Reponses> connues = initiales(diagnostics.au(personne, aujourdhui()), dejaDits.de(qui, referentiel()));
    connues.putAll(brouillons.miens(personne));
    Map<String, Reponses> champs = LectureDeSaisieGlobale.champs(demandees(), recus);
    demandees().stream().filter(r -> !champs.get(r.code()).equals(connues.get(r.code())))
        .forEach(r -> brouillons.garder(personne, r, champs.get(r.code())));
    String le = recus.getFirst(JOUR.code());
    if (DatesPlausibles.lireOuRien(le) != null && !aujourdhui().toString().equals(le)) {
      brouillons.garder(personne, JOUR, new Reponses(Map.of(JOUR.code(), le)));
    }
    modele.addAttribute("personne", qui);
    return "diagnostic/global-garde";
  }

  @PostMapping("/diagnostic-global/{personne}")
  Object enregistrer(@PathVariable long personne, @RequestParam MultiValueMap<String, String> recus, Model modele, RedirectAttributes suite) {
    FaitsDeLaCaisse.Connue qui = connue(personne);
    String le = recus.getFirst("le") == null ? "" : recus.getFirst("le");
    Map<String, Reponses> champs = LectureDeSaisieGlobale.champs(demandees(), recus);
    try {
      int fait = enregistrer.executer(personne, LectureDeSaisieGlobale.saisie(demandees(), le, champs));
      suite.addFlashAttribute(Message.CLE,
          Message.fait("Diagnostic global enregistré : " + Francais.compte(fait, "changement", "changements") + "."));
      return "redirect:" + PartieDuDossier.PARCOURS.adresse(personne);
    } catch (DiagnosticGlobalChange change) {
      EtatDuDiagnostic present = diagnostics.au(personne, aujourdhui());
      Map<String, Reponses> surLePresent = new LinkedHashMap<>();
      demandees().forEach(r -> surLePresent.put(r.code(), LectureDeSaisieGlobale.surLePresent(r, champs.get(r.code()),
          vues(personne, champs.get(r.code())), present)));
      return refuse(qui, le, surLePresent, present, Refus.de(change), change.changements(), HttpStatus.CONFLICT, modele);
    } catch (RefusMetier refus) {
      return refuse(qui, le, champs, diagnostics.au(personne, aujourdhui()), Refus.de(refus), List.of(), HttpStatus.UNPROCESSABLE_CONTENT, modele);
    }
  }

  @GetMapping("/diagnostic-global/{personne}/differences")
  String differences(@PathVariable long personne, @RequestParam(defaultValue = "") String du, @RequestParam(defaultValue = "") String au,
      Model modele) {
    LocalDate un = DatesPlausibles.lireOuRien(au) == null ? aujourdhui() : DatesPlausibles.lireOuRien(au);
    LocalDate autre = DatesPlausibles.lireOuRien(du) == null ? un.minusMonths(3) : DatesPlausibles.lireOuRien(du);
    LocalDate debut = un.isBefore(autre) ? un : autre;
    LocalDate fin = un.isBefore(autre) ? autre : un;
    modele.addAttribute("page", new PageDesDifferences(connue(personne), referentiel(), diagnostics.au(personne, debut),
        diagnostics.au(personne, fin), actions.au(personne, debut), actions.au(personne, fin), regard.peut("SANTE")));
    return "diagnostic/differences";
  }

  private Object refuse(FaitsDeLaCaisse.Connue qui, String le, Map<String, Reponses> valeurs, EtatDuDiagnostic present, Refus refus,
      List<String> changements, HttpStatus statut, Model modele) {
    String vue = afficher(new PageDeDiagnosticGlobal(qui, referentiel(), le, valeurs, present, Set.of(), regard.peut("SANTE"),
        actions.au(qui.id(), aujourdhui()), null, refus, changements), modele);
    return new ModelAndView(vue, modele.asMap(), statut);
  }

  private Reponses vues(long personne, Reponses champs) {
    Long vu = LectureDeSaisieGlobale.vu(champs);
    return vu == null ? Reponses.AUCUNE : diagnostics.reponsesDe(personne, vu);
  }

  private static String afficher(PageDeDiagnosticGlobal page, Model modele) {
    modele.addAttribute("page", page);
    return "diagnostic/global";
  }

  /** What the form shows when nothing was typed: what there is, else the level that is known from elsewhere. */
  private Map<String, Reponses> initiales(EtatDuDiagnostic present, Map<String, String> niveaux) {
    Map<String, Reponses> valeurs = new HashMap<>();
    for (Rubrique r : demandees()) {
      Reponses dites = LectureDeSaisieGlobale.champs(r, present);
      valeurs.put(r.code(), present.constats().containsKey(r.code()) || !niveaux.containsKey(r.code()) ? dites
          : dites.avec(Rubrique.NIVEAU, niveaux.get(r.code())));
    }
    return valeurs;
  }

  private List<Rubrique> demandees() {
    return referentiel().rubriques().stream().filter(r -> !r.sante() || regard.peut("SANTE")).toList();
  }

  private Themes referentiel() {
    return themes.au(aujourdhui());
  }

  private LocalDate aujourdhui() {
    return LocalDate.now(horloge);
  }

  private FaitsDeLaCaisse.Connue connue(long personne) {
    return personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
