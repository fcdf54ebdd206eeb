package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.MaintenirParcoursSocial;
import fr.jalon.orientation.application.ValeursDites;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.orientation.lecture.FiltresDeReexamens;
import fr.jalon.orientation.lecture.LigneDeReexamen;
import fr.jalon.orientation.lecture.ListeDesReexamens;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reviews of parcours social: what is due, kept one by one or as a list, or turned into a réorientation. */
@Controller
@PreAuthorize("hasAuthority('ORIENTATIONS')")
class ReexamensController {
  private static final String FAITS = "faits";
  private final ListeDesReexamens liste;
  private final MaintenirParcoursSocial maintenir;
  private final Structures structures;
  private final ValeursDites valeurs;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  ReexamensController(ListeDesReexamens liste, MaintenirParcoursSocial maintenir, Structures structures, ValeursDites valeurs,
      MaFiche maFiche, Temoin temoin,
      Clock horloge) {
    this.maFiche = maFiche;
    this.liste = liste;
    this.maintenir = maintenir;
    this.structures = structures;
    this.valeurs = valeurs;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/reexamens")
  String liste(FiltresDeReexamens f, HttpServletRequest requete, Model modele) {
    FiltresDeReexamens filtres = new FiltresDeReexamens(f.file(), maFiche.territoire(requete, f.territoire()), f.organisation(),
        f.suivi(), f.nom(), f.page());
    return afficher(filtres, FormulaireDeMaintien.vide(LocalDate.now(horloge), f.suivi()), Map.of(), Refus.AUCUN, modele);
  }

  @PostMapping("/reexamens/maintenir")
  Object maintenir(FormulaireDeMaintien f, FiltresDeReexamens filtres, Model modele, RedirectAttributes suite) {
    try {
      Fautes fautes = new Fautes().exiger(!f.suivis().isEmpty(), "suivis", "PERSONNE_ABSENTE", "Cochez au moins une personne.");
      Maintien decision = f.maintien(fautes);
      maintenir.verifier(decision, fautes);
      fautes.lever();
      MaintenirParcoursSocial.Bilan bilan = maintenir.executer(f.suivis(), decision, f.prevenir());
      if (!bilan.refus().isEmpty()) {
        return Refus.page(afficher(filtres, f, bilan.refus(),
            Refus.de("Rien n'est enregistré : %s.".formatted(Francais.compte(bilan.refus().size(), "ligne ne peut pas l'être",
            "lignes ne peuvent pas l'être"))), modele), modele);
      }
      suite.addFlashAttribute(FAITS, new PageDesReexamens.Faits(bilan.maintiens(), "%s.".formatted(Francais.compte(bilan.maintiens().size(),
          "parcours social maintenu", "parcours sociaux maintenus"))));
      return "redirect:" + retour(f.retour(), filtres);
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, f, Map.of(), Refus.de(refus).dansLOrdre("suivis", "raison", "le", "avisLe", "avis"), modele), modele);
    }
  }

  @PostMapping("/reexamens/annuler")
  String annuler(@RequestParam List<Long> maintiens, @RequestParam(defaultValue = "") String raison, @RequestParam(defaultValue = "") String retour,
      RedirectAttributes suite) {
    Message.dire(suite, () -> {
      maintenir.annuler(maintiens, raison);
      return maintiens.size() < 2 ? "Le maintien est annulé : le réexamen reste dû."
          : "Les maintiens sont annulés : les réexamens restent dus.";
    });
    return "redirect:" + retour(retour, new FiltresDeReexamens(null, null, null, null, null, 1));
  }

  @GetMapping("/reexamens/export")
  @PreAuthorize("hasAuthority('ORIENTATIONS') and hasAuthority('EXPORTS')")
  void export(FiltresDeReexamens filtres, HttpServletResponse reponse) {
    List<LigneDeReexamen> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "reexamens-" + LocalDate.now(horloge), "Réexamens", List.of(
        new Colonne<>("Nom", 22, LigneDeReexamen::nom),
        new Colonne<>("Prénom", 18, LigneDeReexamen::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeReexamen::naissance),
        new Colonne<>("Territoire", 20, LigneDeReexamen::territoire),
        new Colonne<>("Organisation", 34, LigneDeReexamen::organisation),
        new Colonne<>("Référent", 24, LigneDeReexamen::referent),
        new Colonne<>("Orientation le", 12, LigneDeReexamen::notifieLe),
        new Colonne<>("Dernier maintien", 16, LigneDeReexamen::maintenuLe),
        new Colonne<>("Limite", 12, LigneDeReexamen::limite),
        new Colonne<>("Article", 40, LigneDeReexamen::reference)),
        temoin.lignes("Réexamens (%s) : %d personnes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }

  private String afficher(FiltresDeReexamens filtres, FormulaireDeMaintien saisie, Map<Long, String> refus, Refus erreur, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesReexamens(liste.page(filtres), structures.territoires(),
        structures.organisations().stream().filter(o -> o.prend("SOCIAL")).sorted(java.util.Comparator.comparing(Organisation::nom)).toList(),
        valeurs.reexamen(aujourdhui), valeurs.reexamenLong(aujourdhui), saisie, refus, erreur, (PageDesReexamens.Faits) modele.getAttribute(FAITS)));
    return "orientation/reexamens";
  }

  /** Only a page of ours. */
  private static String retour(String retour, FiltresDeReexamens filtres) {
    return AdresseDePage.localeOu(retour, filtres.adresse().toString());
  }
}
