package fr.jalon.sorties.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Temoin;
import fr.jalon.parametres.Metier;
import fr.jalon.parametres.Metiers;
import fr.jalon.sorties.lecture.FiltresDeSorties;
import fr.jalon.sorties.lecture.FiltresDeSorties.Suivies;
import fr.jalon.sorties.lecture.LigneDeSortie;
import fr.jalon.sorties.lecture.ListeDesSorties;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the exits, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('SORTIES')")
class SortiesController {
  private static final int PROPOSES = 12;
  private final ListeDesSorties liste;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  SortiesController(ListeDesSorties liste, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.structures = structures;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  /** Of those she follows or followed when she is a référent, else of her territory. */
  static FiltresDeSorties duReferent(MaFiche maFiche, FiltresDeSorties.File file) {
    boolean referente = maFiche.referent().isPresent();
    return new FiltresDeSorties(file, referente ? null : maFiche.territoire().orElse(null), referente ? Suivies.MIENNES : null, null, null, null,
        null, 1);
  }

  @GetMapping("/sorties")
  String liste(FiltresDeSorties f, HttpServletRequest requete, Model modele) {
    FiltresDeSorties filtres = MaFiche.arrive(requete) ? duReferent(maFiche, f.file()) : f;
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires());
    return "sorties/sorties";
  }

  /** The métiers that answer to some letters, as they are chosen: nothing is said of anybody. */
  @GetMapping("/sorties/metiers")
  ResponseEntity<List<String>> metiers(@RequestParam(defaultValue = "") String q) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Metiers.connus().chercher(q, PROPOSES).stream().map(Metier::enClair)
        .toList());
  }

  @GetMapping("/sorties/export")
  @PreAuthorize("hasAuthority('SORTIES') and hasAuthority('EXPORTS')")
  void export(FiltresDeSorties filtres, HttpServletResponse reponse) {
    List<LigneDeSortie> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "sorties-" + LocalDate.now(horloge), "Sorties", List.of(
        new Colonne<>("Nom", 22, LigneDeSortie::nom),
        new Colonne<>("Prénom", 18, LigneDeSortie::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeSortie::naissance),
        new Colonne<>("Territoire", 20, LigneDeSortie::territoire),
        new Colonne<>("Organisation", 34, LigneDeSortie::organisation),
        new Colonne<>("Référent", 28, LigneDeSortie::referent),
        new Colonne<>("Raison", 26, l -> l.raison().libelle()),
        new Colonne<>("Le", 12, LigneDeSortie::le),
        new Colonne<>("Dit par", 20, l -> l.source().libelle()),
        new Colonne<>("Contrat", 24, l -> l.contrat() == null ? null : l.contrat().libelle()),
        new Colonne<>("Fin du contrat", 12, LigneDeSortie::finLe),
        new Colonne<>("Heures par semaine", 10, l -> l.heures() == null ? null : FormulaireDeSortie.nombre(l.heures())),
        new Colonne<>("Employeur", 26, LigneDeSortie::employeur),
        new Colonne<>("Métier", 30, LigneDeSortie::metier),
        new Colonne<>("Classe", 14, l -> l.classe().libelle()),
        new Colonne<>("Droit fermé le", 12, LigneDeSortie::fermeeLe),
        new Colonne<>("De nouveau au RSA le", 12, LigneDeSortie::retourLe)),
        temoin.lignes("Sorties (%s) : %d lignes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }
}
