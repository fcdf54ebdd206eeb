package fr.jalon.carnet.web;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.NoterLaLecture;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.CarnetDUnePersonne;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.Filtres;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import fr.jalon.journal.Journal;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notebook of a person: read, answered. */
@Controller
@PreAuthorize("hasAuthority('CARNET')")
class CarnetController {
  private final CarnetDUnePersonne carnet;
  private final LecteursDuCarnet lecteurs;
  private final PersonneVisible personnes;
  private final ThemesDuCarnet themes;
  private final EcrireDansLeCarnet ecrire;
  private final NoterLaLecture lecture;
  private final Journal journal;
  private final Clock horloge;

  CarnetController(CarnetDUnePersonne carnet, LecteursDuCarnet lecteurs, PersonneVisible personnes, ThemesDuCarnet themes,
      EcrireDansLeCarnet ecrire, NoterLaLecture lecture, Journal journal, Clock horloge) {
    this.carnet = carnet;
    this.lecteurs = lecteurs;
    this.personnes = personnes;
    this.themes = themes;
    this.ecrire = ecrire;
    this.lecture = lecture;
    this.journal = journal;
    this.horloge = horloge;
  }

  @GetMapping("/carnet/{personne}")
  String carnet(@PathVariable long personne, @RequestParam(required = false) String theme, @RequestParam(required = false) Long ecrit,
      @RequestParam(required = false) Integer page, Model modele) {
    Identite qui = personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return afficher(qui, themes.theme(theme).orElse(null), ecrit, Filtres.page(page), null, Refus.AUCUN, modele);
  }

  @PostMapping("/carnet/ecrits/{entree}/reponse")
  Object repondre(@RequestParam long personne, @PathVariable long entree, @RequestParam(defaultValue = "") String texte,
      @RequestParam(defaultValue = "") String cle, Model modele, RedirectAttributes suite) {
    String propre = FormulaireDEcrit.propre(texte);
    String numero = CleDeFormulaire.de(cle);
    try {
      ecrire.repondre(entree, propre, UUID.fromString(numero));
      suite.addFlashAttribute(Message.CLE, Message.fait("Votre réponse est écrite. Si c'est à un collègue, il en est prévenu."));
      return "redirect:/carnet/" + personne + "?ecrit=" + entree;
    } catch (RefusMetier refus) {
      Optional<Identite> qui = personnes.de(personne);
      if (qui.isEmpty() || "ECRIT_PLUS_LISIBLE".equals(refus.code())) {
        return Refus.page(TexteGarde.montrer(refus, propre, modele), modele);
      }
      var saisie = new PageDuCarnet.Reponse(entree, propre, refus instanceof FormulaireDejaServi ? CleDeFormulaire.de(null) : numero);
      return Refus.page(afficher(qui.get(), null, entree, 1, saisie, Refus.de(refus, champ -> champ + "-" + entree), modele), modele);
    }
  }

  private String afficher(Identite qui, Theme theme, Long ecrit, int page, PageDuCarnet.Reponse reponse, Refus refus, Model modele) {
    OffsetDateTime quand = OffsetDateTime.now(horloge);
    CarnetDUnePersonne.Page lue = carnet.page(qui.id(), theme == null ? null : theme.code(), ecrit, page);
    if (!lue.ecrits().isEmpty()) {
      journal.annoncer("CONSULTATION", qui.id(), null, "Carnet partagé");
      lecture.executer(qui.id(), lue.montres(), quand);
    }
    AdresseDePage adresse = new AdresseDePage("/carnet/" + qui.id(), theme == null ? Map.of() : Map.of("theme", theme.code()));
    modele.addAttribute("page", new PageDuCarnet(qui, lue.ecrits(), new Pagination(lue.total(), page, CarnetDUnePersonne.PAR_PAGE, adresse),
        carnet.themesEcrits(qui.id()), theme, ecrit != null, lecteurs.oppositions(qui.id()), reponse, LocalDate.now(horloge), refus));
    return "carnet/carnet";
  }
}
