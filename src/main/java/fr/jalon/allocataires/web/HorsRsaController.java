package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.lecture.FiltresHorsRsa;
import fr.jalon.allocataires.lecture.LigneHorsRsa;
import fr.jalon.allocataires.lecture.ListeHorsRsa;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Temoin;
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

/** The list of the persons followed outside the RSA, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('HORS_RSA')")
class HorsRsaController {
  private final ListeHorsRsa liste;
  private final PublicsHorsRsa publics;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  HorsRsaController(ListeHorsRsa liste, PublicsHorsRsa publics, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.publics = publics;
    this.structures = structures;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/hors-rsa")
  String liste(FiltresHorsRsa f, HttpServletRequest requete, Model modele) {
    FiltresHorsRsa filtres = new FiltresHorsRsa(f.etat(), f.publicSuivi(), maFiche.territoire(requete, f.territoire()), f.nom(), f.page());
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("publics", publics).addAttribute("territoires", structures.territoires());
    return "allocataires/hors-rsa";
  }

  @GetMapping("/hors-rsa/export")
  @PreAuthorize("hasAuthority('HORS_RSA') and hasAuthority('EXPORTS')")
  void export(FiltresHorsRsa filtres, HttpServletResponse reponse) {
    List<LigneHorsRsa> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "hors-rsa-" + LocalDate.now(horloge), "Hors RSA", List.of(
        new Colonne<>("Nom", 22, LigneHorsRsa::nom),
        new Colonne<>("Prénom", 18, LigneHorsRsa::prenom),
        new Colonne<>("Date de naissance", 12, LigneHorsRsa::naissance),
        new Colonne<>("Commune", 24, LigneHorsRsa::commune),
        new Colonne<>("Territoire", 20, LigneHorsRsa::territoire),
        new Colonne<>("Public", 34, l -> publics.libelle(l.publicSuivi())),
        new Colonne<>("Cohorte", 24, LigneHorsRsa::cohorte),
        new Colonne<>("Depuis le", 12, LigneHorsRsa::depuis),
        new Colonne<>("Fin le", 12, LigneHorsRsa::finLe),
        new Colonne<>("Raison de la fin", 30, l -> l.finMotif() == null ? null : FinDeSuivi.valueOf(l.finMotif()).libelle()),
        new Colonne<>("Organisation", 34, LigneHorsRsa::organisation),
        new Colonne<>("Référent", 24, LigneHorsRsa::referent),
        new Colonne<>("Aussi au RSA", 10, l -> l.auRsa() ? "oui" : "non")),
        temoin.lignes("Hors RSA (%s) : %d lignes".formatted(filtres.etat().libelle(), lignes.size()), lignes.stream()));
  }
}
