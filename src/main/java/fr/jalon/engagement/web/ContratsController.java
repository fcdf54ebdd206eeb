package fr.jalon.engagement.web;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Temoin;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.FiltresDeContrats;
import fr.jalon.engagement.lecture.FiltresDeContrats.Suivies;
import fr.jalon.engagement.lecture.LigneDeContrat;
import fr.jalon.engagement.lecture.ListeDesContrats;
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

/** The list of the contrats d'engagement, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class ContratsController {
  private final ListeDesContrats liste;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  ContratsController(ListeDesContrats liste, Structures structures, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.structures = structures;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  /** Of those she follows when she is a référent, else of her territory. */
  static FiltresDeContrats duReferent(MaFiche maFiche, FiltresDeContrats.File file) {
    boolean referente = maFiche.referent().isPresent();
    return new FiltresDeContrats(file, referente ? null : maFiche.territoire().orElse(null), null, null, null, referente ? Suivies.MIENNES : null,
        null,
        null, null, 1);
  }

  @GetMapping("/contrats")
  String liste(FiltresDeContrats f, HttpServletRequest requete, Model modele) {
    FiltresDeContrats filtres = MaFiche.arrive(requete) ? duReferent(maFiche, f.file()) : f;
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires())
        .addAttribute("referents", liste.referents()).addAttribute("organisations", liste.organisations());
    return "engagement/contrats";
  }

  @GetMapping("/contrats/export")
  @PreAuthorize("hasAuthority('ENGAGEMENTS') and hasAuthority('EXPORTS')")
  void export(FiltresDeContrats filtres, HttpServletResponse reponse) {
    List<LigneDeContrat> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "contrats-d-engagement-" + LocalDate.now(horloge), "Contrats d'engagement", List.of(
        new Colonne<>("Nom", 22, LigneDeContrat::nom),
        new Colonne<>("Prénom", 18, LigneDeContrat::prenom),
        new Colonne<>("Date de naissance", 12, LigneDeContrat::naissance),
        new Colonne<>("Territoire", 20, LigneDeContrat::territoire),
        new Colonne<>("Organisation", 34, LigneDeContrat::organisation),
        new Colonne<>("Référent", 28, LigneDeContrat::referent),
        new Colonne<>("Parcours", 20, l -> nom(l.parcours())),
        new Colonne<>("Suivie depuis le", 12, LigneDeContrat::notifieLe),
        new Colonne<>("Avant la loi", 10, l -> l.stock() ? "oui" : "non"),
        new Colonne<>("Où il en est", 16, l -> l.file().libelle()),
        new Colonne<>("État du contrat", 16, l -> nom(l.etat())),
        new Colonne<>("Premier jour", 12, LigneDeContrat::depuis),
        new Colonne<>("Dernier jour", 12, LigneDeContrat::jusquAu),
        new Colonne<>("Signé le", 12, LigneDeContrat::signeLe),
        new Colonne<>("À faire avant le", 12, LigneDeContrat::limite)),
        temoin.lignes("Contrats d'engagement (%s) : %d lignes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }

  private static String nom(Parcours parcours) {
    return parcours == null ? "" : parcours.libelle();
  }

  private static String nom(EtatContrat etat) {
    return etat == null ? "Aucun contrat" : etat.libelle();
  }
}
