package fr.jalon.carnet.web;

import fr.jalon.carnet.application.RepondreAUneDemande;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.lecture.CeQuiMEstDemande;
import fr.jalon.carnet.lecture.FiltresDuCarnet;
import fr.jalon.carnet.lecture.LigneDuCarnet;
import fr.jalon.carnet.lecture.ListeDuCarnet;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What awaits the agent at work in the notebooks: her list, its spreadsheet, what she says is read or done, one by one or many at once. */
@Controller
@PreAuthorize("hasAuthority('CARNET')")
class ListeDuCarnetController {
  private static final String ADRESSE = "/carnet";
  private static final String FAITES = "faites";
  private final ListeDuCarnet liste;
  private final RepondreAUneDemande repondre;
  private final ThemesDuCarnet themes;
  private final Structures structures;
  private final Temoin temoin;
  private final Clock horloge;

  ListeDuCarnetController(ListeDuCarnet liste, RepondreAUneDemande repondre, ThemesDuCarnet themes, Structures structures, Temoin temoin,
      Clock horloge) {
    this.liste = liste;
    this.repondre = repondre;
    this.themes = themes;
    this.structures = structures;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping(ADRESSE)
  String liste(FiltresDuCarnet filtres, Model modele) {
    return afficher(filtres, List.of(), Refus.AUCUN, modele);
  }

  /** Only what awaits her, without a text: it goes with her as her file does. */
  @GetMapping(ADRESSE + "/export")
  void export(FiltresDuCarnet filtres, HttpServletResponse reponse) {
    List<LigneDuCarnet> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "carnets-" + LocalDate.now(horloge), "Carnets", List.of(
        new Colonne<>("Nom", 22, LigneDuCarnet::nom),
        new Colonne<>("Prénom", 18, LigneDuCarnet::prenom),
        new Colonne<>("Territoire", 20, LigneDuCarnet::territoire),
        new Colonne<>("Thème", 26, LigneDuCarnet::theme),
        new Colonne<>("Demandé", 20, LigneDuCarnet::quoi),
        new Colonne<>("À faire avant le", 12, LigneDuCarnet::limite),
        new Colonne<>("Par", 26, LigneDuCarnet::par),
        new Colonne<>("Pour", 26, LigneDuCarnet::pour),
        new Colonne<>("Écrit le", 12, l -> l.quand().atZoneSameInstant(horloge.getZone()).toLocalDate()),
        new Colonne<>("Lu ou fait le", 12, l -> l.faiteLe() == null ? null : l.faiteLe().atZoneSameInstant(horloge.getZone()).toLocalDate()),
        new Colonne<>("Lu ou fait par", 26, LigneDuCarnet::faitePar)),
        temoin.lignes("Carnets, %s : %s".formatted(filtres.onglet().libelle(), Francais.compte(lignes.size(), "ligne", "lignes")), lignes.stream()));
  }

  @PostMapping(ADRESSE + "/faites")
  Object faites(@RequestParam(required = false) List<Long> demandes, @RequestParam(defaultValue = "") String retour, FiltresDuCarnet filtres,
      Model modele, RedirectAttributes suite) {
    List<Long> cochees = demandes == null ? List.of() : demandes;
    try {
      List<Long> faites = repondre.executer(cochees);
      suite.addFlashAttribute(FAITES, faites);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, cochees, Refus.de(refus), modele), modele);
    }
    return "redirect:" + AdresseDePage.localeOu(retour, ADRESSE);
  }

  @PostMapping(ADRESSE + "/rouvertes")
  Object rouvertes(@RequestParam(required = false) List<Long> demandes, @RequestParam(defaultValue = "") String raison,
      @RequestParam(defaultValue = "") String retour, FiltresDuCarnet filtres, Model modele, RedirectAttributes suite) {
    List<Long> cochees = demandes == null ? List.of() : demandes;
    try {
      repondre.rouvrir(cochees, raison);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, cochees, Refus.de(refus), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(cochees.size() == 1 ? "La ligne attend de nouveau." : "Les lignes attendent de nouveau."));
    return "redirect:" + AdresseDePage.localeOu(retour, ADRESSE);
  }

  /** What is only sent, opened by its address (after a new login, by a reload): the list says where one is. */
  @GetMapping({ADRESSE + "/documents", ADRESSE + "/faites", ADRESSE + "/rouvertes", ADRESSE + "/demandes/{demande}",
      ADRESSE + "/ecrits/{entree}/reponse"})
  String parSonAdresse() {
    return "redirect:" + ADRESSE;
  }

  /** One alone, from its row or from the notebook. */
  @PostMapping(ADRESSE + "/demandes/{demande}")
  String faite(@PathVariable long demande, @RequestParam(required = false) Long personne, @RequestParam(defaultValue = "") String retour,
      RedirectAttributes suite) {
    Message.dire(suite, () -> {
      repondre.executer(demande);
      return "C'est noté.";
    });
    return "redirect:" + (personne == null ? AdresseDePage.localeOu(retour, ADRESSE) : ADRESSE + "/" + personne);
  }

  @SuppressWarnings("unchecked")
  private String afficher(FiltresDuCarnet filtres, List<Long> cochees, Refus refus, Model modele) {
    modele.addAttribute("page", new PageDeLaListe(liste.page(filtres), themes.tous(), structures.territoires(), cochees,
        (List<Long>) modele.getAttribute(FAITES), LocalDate.now(horloge), refus));
    return "carnet/liste";
  }

  /** What colleagues ask. */
  @Configuration("menuDuCarnet")
  static class Menu {
    private static final int ORDRE = 30;

    @Bean
    EntreeDeMenu menuCarnet(CeQuiMEstDemande demandes, Clock horloge) {
      return new EntreeDeMenu(Rubrique.SUIVI, ORDRE, "Carnet partagé", ADRESSE, "journal-text", "CARNET",
          () -> demandes.enRetard(LocalDate.now(horloge)));
    }
  }
}
