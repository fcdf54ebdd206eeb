package fr.jalon.engagement.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.engagement.application.NoterLesHeures;
import fr.jalon.engagement.application.NoterUneAdaptation;
import fr.jalon.engagement.domaine.CaseDHeures;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.web.ComposerLesHeures.Saisie;
import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hours of a person: a week noted in one grid, an hour taken back, her plan adapted. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class HeuresController {
  private static final Pattern CASE = Pattern.compile("h-([A-Z_]{2,30})-([0-7])");
  private final NoterLesHeures noter;
  private final NoterUneAdaptation adapter;
  private final ComposerLesHeures page;

  HeuresController(NoterLesHeures noter, NoterUneAdaptation adapter, ComposerLesHeures page) {
    this.noter = noter;
    this.adapter = adapter;
    this.page = page;
  }

  @GetMapping("/heures/personnes/{personne}")
  String heures(@PathVariable long personne, @RequestParam(required = false) String semaine, Model modele) {
    return page.montrer(personne, page.semaine(semaine), modele);
  }

  @PostMapping("/heures/personnes/{personne}")
  Object noter(@PathVariable long personne, @RequestParam Map<String, String> champs, Model modele, RedirectAttributes suite) {
    List<CaseDHeures> cases = champs.entrySet().stream().map(e -> Map.entry(CASE.matcher(e.getKey()), e.getValue())).filter(e -> e.getKey().matches())
        .map(e -> une(e.getKey(), e.getValue())).toList();
    Map<String, String> saisies = cases.stream().collect(java.util.stream.Collectors.toMap(CaseDHeures::champ, CaseDHeures::texte));
    String motif = champs.getOrDefault("motif", "");
    Semaine semaine = Semaine.lire(champs.get("semaine")).orElse(page.semaine(null));
    return faire(personne, semaine, new Saisie("semaine", saisies, null, motif, null), modele, suite, () -> {
      int changees = noter.executer(personne, semaine, cases, champs.get("vu"), motif);
      return changees == 0 ? "Rien n'a changé." : "C'est noté : " + Francais.compte(changees, "case changée.", "cases changées.");
    });
  }

  private static CaseDHeures une(Matcher m, String texte) {
    return new CaseDHeures(m.group(1), Integer.parseInt(m.group(2)), texte == null ? "" : texte.strip());
  }

  @PostMapping("/heures/personnes/{personne}/{heure}/retrait")
  Object retirer(@PathVariable long personne, @PathVariable long heure, @RequestParam(required = false) String semaine,
      @RequestParam(required = false) String motif, Model modele, RedirectAttributes suite) {
    return faire(personne, page.semaine(semaine), new Saisie("heure-" + heure, null, null, motif, null), modele, suite, () -> {
      noter.retirer(personne, heure, motif);
      return "Cette heure ne compte plus. Elle reste lisible, avec la raison.";
    });
  }

  @PostMapping("/heures/personnes/{personne}/adaptation")
  Object adapter(@PathVariable long personne, @RequestParam(required = false) String semaine, @ModelAttribute FormulaireDAdaptation f, Model modele,
      RedirectAttributes suite) {
    return faire(personne, page.semaine(semaine), new Saisie("adaptation", null, f, null, null), modele, suite, () -> {
      adapter.executer(f.lire(personne));
      return "C'est noté : son plan est adapté, et le jour où le revoir viendra dans la journée de qui la suit.";
    });
  }

  @PostMapping("/heures/personnes/{personne}/adaptation/{adaptation}/fin")
  Object finir(@PathVariable long personne, @PathVariable long adaptation, @RequestParam(required = false) String semaine,
      @RequestParam(required = false) String finieLe, @RequestParam(required = false) String finMotif, Model modele, RedirectAttributes suite) {
    return faire(personne, page.semaine(semaine), new Saisie("fin-" + adaptation, null, null, finMotif, null), modele, suite, () -> {
      adapter.finir(personne, adaptation, DatesPlausibles.lireOuRien(finieLe), finMotif);
      return "Son plan n'est plus adapté à partir du lendemain.";
    });
  }

  @PostMapping("/heures/personnes/{personne}/adaptation/{adaptation}/retrait")
  Object retirerLAdaptation(@PathVariable long personne, @PathVariable long adaptation, @RequestParam(required = false) String semaine,
      @RequestParam(required = false) String retraitMotif, Model modele, RedirectAttributes suite) {
    return faire(personne, page.semaine(semaine), new Saisie("retrait-" + adaptation, null, null, retraitMotif, null), modele, suite, () -> {
      adapter.retirer(personne, adaptation, retraitMotif);
      return "Ce plan adapté ne compte plus. Il reste lisible, avec la raison.";
    });
  }

  /** What a form asks; refused, the page shows it again with what was typed. */
  private Object faire(long personne, Semaine semaine, Saisie saisie, Model modele, RedirectAttributes suite, Supplier<String> acte) {
    try {
      suite.addFlashAttribute(Message.CLE, Message.fait(acte.get()));
    } catch (RefusMetier refus) {
      Saisie refusee = new Saisie(saisie.quoi(), saisie.cases(), saisie.adaptation(), saisie.motif(), refus);
      return Refus.page(page.refuser(personne, semaine, refusee, modele), modele);
    }
    return "redirect:/heures/personnes/" + personne + "?semaine=" + semaine.code();
  }
}
