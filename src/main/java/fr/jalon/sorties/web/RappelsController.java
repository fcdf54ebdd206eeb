package fr.jalon.sorties.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.lecture.FiltresDeRappels;
import fr.jalon.sorties.lecture.FiltresDeSorties;
import fr.jalon.sorties.lecture.LigneDeRappel;
import fr.jalon.sorties.lecture.ListeDesRappels;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of calls, each with its short forms, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('SORTIES')")
class RappelsController {
  private final ListeDesRappels liste;
  private final ActesDeRappel actes;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Regard regard;
  private final Temoin temoin;
  private final Clock horloge;

  RappelsController(ListeDesRappels liste, ActesDeRappel actes, Structures structures, MaFiche maFiche, Regard regard, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.actes = actes;
    this.structures = structures;
    this.maFiche = maFiche;
    this.regard = regard;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  /** Of those she follows when she is a référent, else of her territory. */
  static FiltresDeRappels duReferent(MaFiche maFiche, FiltresDeRappels.File file) {
    boolean referente = maFiche.referent().isPresent();
    return new FiltresDeRappels(file, referente ? null : maFiche.territoire().orElse(null), null, referente ? FiltresDeSorties.Suivies.MIENNES : null,
        null, 1);
  }

  @GetMapping("/rappels")
  String liste(FiltresDeRappels f, HttpServletRequest requete, Model modele) {
    return afficher(MaFiche.arrive(requete) ? duReferent(maFiche, f.file()) : f, "", null, Refus.AUCUN, modele);
  }

  @PostMapping("/rappels/{rappel}/{acte:essai|reponse|retour}")
  @PreAuthorize("hasAuthority('RAPPELS')")
  Object noter(@PathVariable long rappel, @PathVariable String acte, @ModelAttribute("saisie") FormulaireDeRappel f,
      @ModelAttribute("filtres") FiltresDeRappels filtres, Model modele, RedirectAttributes suite) {
    String quoi = acte + "-" + rappel;
    try {
      suite.addFlashAttribute(Message.CLE, Message.fait(actes.faire(acte, rappel, f)));
    } catch (RefusMetier refus) {
      return Refus.page(afficher(filtres, quoi, f, Refus.de(refus, champ -> champ + "-" + quoi), modele), modele);
    }
    return "redirect:" + filtres.ici();
  }

  private String afficher(FiltresDeRappels filtres, String quoi, FormulaireDeRappel saisie, Refus refus, Model modele) {
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires())
        .addAttribute("peut", regard.peut("RAPPELS"))
        .addAttribute("appel", new AppelEnCours("/rappels", quoi, saisie, FormulaireDeRappel.vide(LocalDate.now(horloge)), refus));
    return "sorties/rappels";
  }

  @GetMapping("/rappels/export")
  @PreAuthorize("hasAuthority('SORTIES') and hasAuthority('EXPORTS')")
  void export(FiltresDeRappels filtres, HttpServletResponse reponse) {
    List<LigneDeRappel> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "rappels-" + LocalDate.now(horloge), "Rappels", List.of(
        new Colonne<>("Nom", 22, LigneDeRappel::nom),
        new Colonne<>("Prénom", 18, LigneDeRappel::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeRappel::naissance),
        new Colonne<>("Téléphone", 16, LigneDeRappel::telephone),
        new Colonne<>("Territoire", 20, LigneDeRappel::territoire),
        new Colonne<>("Organisation", 34, LigneDeRappel::organisation),
        new Colonne<>("Référent", 28, LigneDeRappel::referent),
        new Colonne<>("Rappel", 10, LigneDeRappel::quand),
        new Colonne<>("Prévu le", 12, LigneDeRappel::prevuLe),
        new Colonne<>("Avant le", 12, LigneDeRappel::limite),
        new Colonne<>("Sortie", 20, l -> l.raison().libelle()),
        new Colonne<>("Depuis le", 12, LigneDeRappel::sortieLe),
        new Colonne<>("Essais", 8, l -> l.essais()),
        new Colonne<>("Dernier essai", 12, LigneDeRappel::dernierEssai),
        new Colonne<>("Réponse", 24, l -> l.reponse() == null ? null : l.reponse().libelle()),
        new Colonne<>("Répondu le", 12, LigneDeRappel::reponduLe)),
        temoin.lignes("Rappels (%s) : %d lignes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }
}
