package fr.jalon.orientation.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.ValeursDites;
import fr.jalon.orientation.lecture.FiltresDEntrees;
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
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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

  NouveauxEntrantsController(ListeDesEntrees liste, ValeursDites valeurs, PlacesDesTerritoires places, Structures structures, MaFiche maFiche,
      Temoin temoin, Regard regard,
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
  String liste(FiltresDEntrees f, HttpServletRequest requete, Model modele) {
    FiltresDEntrees filtres = new FiltresDEntrees(f.file(), maFiche.territoire(requete, f.territoire()), f.commune(), f.motif(), f.nom(), f.page(),
        f.convocation(), f.session());
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesEntrees(liste.page(filtres), structures.territoires(), valeurs.delaiLegal(aujourdhui),
        valeurs.seuils(aujourdhui),
        regard.peut("RENDEZ_VOUS") ? places.manques() : List.of(), (PageDesEntrees.Enregistree) modele.getAttribute(ENREGISTREE)));
    return "orientation/nouveaux-entrants";
  }

  @GetMapping("/nouveaux-entrants/export")
  @PreAuthorize("hasAuthority('ENTREES') and hasAuthority('EXPORTS')")
  void export(FiltresDEntrees filtres, HttpServletResponse reponse) {
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
