package fr.jalon.handicap.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Temoin;
import fr.jalon.handicap.lecture.FiltresDeDossiersMdph;
import fr.jalon.handicap.lecture.FiltresDeDossiersMdph.Suivies;
import fr.jalon.handicap.lecture.LigneDeDossierMdph;
import fr.jalon.handicap.lecture.ListeDesDossiersMdph;
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

/** The list of the disability files, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('HANDICAP')")
class DossiersMdphController {
  private final ListeDesDossiersMdph liste;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  DossiersMdphController(ListeDesDossiersMdph liste, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.structures = structures;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  /** Of those she follows when she is a référent, else of her territory. */
  static FiltresDeDossiersMdph duReferent(MaFiche maFiche, FiltresDeDossiersMdph.File file) {
    boolean referente = maFiche.referent().isPresent();
    return new FiltresDeDossiersMdph(file, referente ? null : maFiche.territoire().orElse(null), null, referente ? Suivies.MIENNES : null, null,
        null, 1);
  }

  @GetMapping("/dossiers-mdph")
  String liste(FiltresDeDossiersMdph f, HttpServletRequest requete, Model modele) {
    FiltresDeDossiersMdph filtres = MaFiche.arrive(requete) ? duReferent(maFiche, f.file()) : f;
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires())
        .addAttribute("referents", liste.referents());
    return "handicap/dossiers";
  }

  @GetMapping("/dossiers-mdph/export")
  @PreAuthorize("hasAuthority('HANDICAP') and hasAuthority('EXPORTS')")
  void export(FiltresDeDossiersMdph filtres, HttpServletResponse reponse) {
    List<LigneDeDossierMdph> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "dossiers-mdph-" + LocalDate.now(horloge), "Dossiers MDPH", List.of(
        new Colonne<>("Nom", 22, LigneDeDossierMdph::nom),
        new Colonne<>("Prénom", 18, LigneDeDossierMdph::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeDossierMdph::naissance),
        new Colonne<>("Territoire", 20, LigneDeDossierMdph::territoire),
        new Colonne<>("Organisation", 34, LigneDeDossierMdph::organisation),
        new Colonne<>("Référent", 28, LigneDeDossierMdph::referent),
        new Colonne<>("Où il en est", 20, l -> l.file().libelle()),
        new Colonne<>("Depuis le", 12, LigneDeDossierMdph::depuis),
        new Colonne<>("Droits", 24, LigneDeDossierMdph::enBref),
        new Colonne<>("Commencé le", 12, LigneDeDossierMdph::proposeLe),
        new Colonne<>("Déposé le", 12, LigneDeDossierMdph::deposeLe),
        new Colonne<>("Décidé le", 12, LigneDeDossierMdph::decideLe),
        new Colonne<>("Accordé", 24, LigneDeDossierMdph::accordesEnBref),
        new Colonne<>("Fin du droit", 12, LigneDeDossierMdph::jusquAu),
        new Colonne<>("Attendu avant le", 12, LigneDeDossierMdph::limite)),
        temoin.lignes("Dossiers MDPH (%s) : %d lignes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }
}
