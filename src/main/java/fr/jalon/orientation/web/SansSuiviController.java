package fr.jalon.orientation.web;

import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.ExpliquerSansSuivi;
import fr.jalon.orientation.lecture.FiltresSansSuivi;
import fr.jalon.orientation.lecture.PersonneSansSuivi;
import fr.jalon.orientation.lecture.PersonnesSansSuivi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list that must be empty: persons soumises whom nobody follows and who do not wait. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class SansSuiviController {
  private final PersonnesSansSuivi liste;
  private final ExpliquerSansSuivi expliquer;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  SansSuiviController(PersonnesSansSuivi liste, ExpliquerSansSuivi expliquer, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.maFiche = maFiche;
    this.liste = liste;
    this.expliquer = expliquer;
    this.structures = structures;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/sans-suivi")
  String liste(FiltresSansSuivi f, HttpServletRequest requete, Model modele) {
    return afficher(new FiltresSansSuivi(maFiche.territoire(requete, f.territoire()), f.page()), null, null, modele);
  }

  @PostMapping("/sans-suivi")
  Object expliquer(FormulaireSansSuivi f, FiltresSansSuivi filtres, Model modele, RedirectAttributes suite) {
    try {
      expliquer.executer(f.raisonSansSuivi());
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, f, refus.getMessage(), modele), modele);
    }
    suite.addFlashAttribute(Message.CLE,
        Message.fait("La raison est écrite : la personne revient dans la liste le %s.".formatted(fr.jalon.ecran.Francais.date(f.jour()))));
    return "redirect:" + filtres.ici();
  }

  @GetMapping("/sans-suivi/export")
  @PreAuthorize("hasAuthority('ORIENTATIONS') and hasAuthority('EXPORTS')")
  void export(FiltresSansSuivi filtres, HttpServletResponse reponse) {
    List<PersonneSansSuivi> lignes = liste.toutes(filtres.territoire());
    Classeur.telecharger(reponse, "sans-suivi-" + LocalDate.now(horloge), "Sans suivi", List.of(
        new Colonne<>("Nom", 22, PersonneSansSuivi::nom),
        new Colonne<>("Prénom", 18, PersonneSansSuivi::prenom),
        new Colonne<>("Naissance", 12, PersonneSansSuivi::naissance),
        new Colonne<>("Territoire", 20, PersonneSansSuivi::territoire),
        new Colonne<>("Commune", 24, PersonneSansSuivi::commune),
        new Colonne<>("Pourquoi", 40, l -> l.cause().libelle()),
        new Colonne<>("Depuis le", 12, PersonneSansSuivi::depuis),
        new Colonne<>("Précisions", 40, PersonneSansSuivi::detail)),
        temoin.lignes("Personnes sans suivi : %d".formatted(lignes.size()), lignes.stream()));
  }

  private String afficher(FiltresSansSuivi filtres, FormulaireSansSuivi saisie, String erreur, Model modele) {
    modele.addAttribute("page", new PageSansSuivi(liste.page(filtres), structures.territoires(), LocalDate.now(horloge), saisie, erreur));
    return "orientation/sans-suivi";
  }
}
