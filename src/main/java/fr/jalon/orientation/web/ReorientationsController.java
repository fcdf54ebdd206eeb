package fr.jalon.orientation.web;

import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.lecture.FiltresDeReorientations;
import fr.jalon.orientation.lecture.LigneDeReorientation;
import fr.jalon.orientation.lecture.ListeDesReorientations;
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

/** The list of the réorientations, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('REORIENTATIONS')")
class ReorientationsController {
  private final ListeDesReorientations liste;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  ReorientationsController(ListeDesReorientations liste, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.maFiche = maFiche;
    this.liste = liste;
    this.structures = structures;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/reorientations")
  String liste(FiltresDeReorientations f, HttpServletRequest requete, Model modele) {
    FiltresDeReorientations filtres = new FiltresDeReorientations(f.etat(), maFiche.territoire(requete, f.territoire()),
        f.origine(), f.nom(), f.page());
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires());
    return "orientation/reorientations";
  }

  @GetMapping("/reorientations/export")
  @PreAuthorize("hasAuthority('REORIENTATIONS') and hasAuthority('EXPORTS')")
  void export(FiltresDeReorientations filtres, HttpServletResponse reponse) {
    List<LigneDeReorientation> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "reorientations-" + LocalDate.now(horloge), "Réorientations", List.of(
        new Colonne<>("Nom", 22, LigneDeReorientation::nom),
        new Colonne<>("Prénom", 18, LigneDeReorientation::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeReorientation::naissance),
        new Colonne<>("Territoire", 20, LigneDeReorientation::territoire),
        new Colonne<>("Demandée le", 12, l -> l.demande().demandeeLe()),
        new Colonne<>("Demandée par", 32, l -> l.demande().origine().libelle()),
        new Colonne<>("Pourquoi", 44, l -> l.demande().pourquoi()),
        new Colonne<>("Parcours", 20, l -> l.parcours().libelle()),
        new Colonne<>("Organisation", 34, LigneDeReorientation::organisation),
        new Colonne<>("Souhait", 34, LigneDeReorientation::voulu),
        new Colonne<>("Réponse visée le", 14, LigneDeReorientation::limite),
        new Colonne<>("État", 14, l -> l.demande().etat().libelle()),
        new Colonne<>("Depuis le", 12, l -> l.demande().etatDepuis()),
        new Colonne<>("Nouveau parcours", 20, l -> l.nouveauParcours() == null ? null : l.nouveauParcours().libelle()),
        new Colonne<>("Nouvelle organisation", 34, LigneDeReorientation::nouvelleOrganisation),
        new Colonne<>("Raison de la décision", 40, l -> l.demande().raisonDecision())),
        temoin.lignes("Réorientations (%s) : %d demandes".formatted(filtres.etat().libelle(), lignes.size()), lignes.stream()));
  }
}
