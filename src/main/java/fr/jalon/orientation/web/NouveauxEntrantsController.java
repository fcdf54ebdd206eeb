package fr.jalon.orientation.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.ValeursDites;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.FiltresDEntrees.Convocation;
import fr.jalon.orientation.lecture.FiltresDEntrees.File;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.rendezvous.lecture.PlacesDesTerritoires;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the persons to orient, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('ENTREES')")
class NouveauxEntrantsController {
  static final String ENREGISTREE = "enregistree";
  private final ListeDesEntrees liste;
  private final ValeursDites valeurs;
  private final PlacesDesTerritoires places;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Regard regard;
  private final Clock horloge;

  NouveauxEntrantsController(ListeDesEntrees liste, ValeursDites valeurs, PlacesDesTerritoires places, Structures structures, MaFiche maFiche, Temoin temoin, Regard regard,
      Clock horloge) {
    this.maFiche = maFiche;
    this.liste = liste;
    this.valeurs = valeurs;
    this.places = places;
    this.structures = structures;
    this.temoin = temoin;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/nouveaux-entrants")
  String liste(HttpServletRequest requete, @RequestParam(defaultValue = "") String file, @RequestParam(required = false) Integer territoire,
      @RequestParam(defaultValue = "") String commune, @RequestParam(required = false) MotifEntree motif,
      @RequestParam(defaultValue = "") String nom, @RequestParam(defaultValue = "1") int page, @RequestParam(required = false) Convocation convocation,
      @RequestParam(required = false) Long session, Model modele) {
    FiltresDEntrees filtres = new FiltresDEntrees(File.de(file), maFiche.territoire(requete, territoire), commune, motif, nom, page, convocation, session);
    Map<File, Long> comptes = liste.comptes(filtres);
    Pagination pages = new Pagination(comptes.get(filtres.file()), filtres.page(), Pagination.TAILLE, filtres.adresse());
    String retour = filtres.adresse().avec("page", page > 1 ? String.valueOf(page) : "").toString();
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesEntrees(filtres, liste.page(filtres, Pagination.TAILLE), comptes, pages, structures.territoires(),
        aujourdhui, valeurs.delaiLegal(aujourdhui), valeurs.seuils(aujourdhui), regard.peut("ORIENTATIONS"), regard.peut("RENDEZ_VOUS"), regard.peut("EXPORTS"),
        regard.peut("RENDEZ_VOUS") ? places.manques() : List.of(), retour,
        (PageDesEntrees.Enregistree) modele.getAttribute(ENREGISTREE)));
    return "orientation/nouveaux-entrants";
  }

  @GetMapping("/nouveaux-entrants/export")
  @PreAuthorize("hasAuthority('ENTREES') and hasAuthority('EXPORTS')")
  void export(@RequestParam(defaultValue = "") String file, @RequestParam(required = false) Integer territoire,
      @RequestParam(defaultValue = "") String commune, @RequestParam(required = false) MotifEntree motif,
      @RequestParam(defaultValue = "") String nom, @RequestParam(required = false) Convocation convocation, @RequestParam(required = false) Long session,
      HttpServletResponse reponse) {
    FiltresDEntrees filtres = new FiltresDEntrees(File.de(file), territoire, commune, motif, nom, 1, convocation, session);
    List<LigneDEntree> lignes = liste.toutes(filtres);
    LocalDate aujourdhui = LocalDate.now(horloge);
    Classeur.telecharger(reponse, "nouveaux-entrants-" + aujourdhui, "Nouveaux entrants", List.of(
        new Colonne<>("Nom", 22, LigneDEntree::nom),
        new Colonne<>("Prénom", 18, LigneDEntree::prenom),
        new Colonne<>("Date de naissance", 12, LigneDEntree::naissance),
        new Colonne<>("Commune", 26, LigneDEntree::commune),
        new Colonne<>("Territoire", 20, LigneDEntree::territoire),
        new Colonne<>("Pourquoi", 40, l -> l.motif().libelle()),
        new Colonne<>("Reçu le", 12, LigneDEntree::recuLe),
        new Colonne<>("Objectif", 12, LigneDEntree::cible),
        new Colonne<>("Limite légale", 14, LigneDEntree::limite),
        new Colonne<>("Jours restants", 14, l -> l.urgence() == null ? null : l.joursRestants(aujourdhui)),
        new Colonne<>("Information collective", 24, l -> l.convocation() == null ? null : l.convocation().etat().libelle()),
        new Colonne<>("Session du", 12, l -> l.convocation() == null ? null : l.convocation().jour()),
        new Colonne<>("Situation", 18, l -> l.urgence() == null ? l.etat().libelle() : l.urgence().libelle())),
        temoin.lignes("Nouveaux entrants (%s) : %d personnes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }
}
