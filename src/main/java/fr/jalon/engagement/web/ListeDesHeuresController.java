package fr.jalon.engagement.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Temoin;
import fr.jalon.engagement.application.ActivitesDuPlan;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.FiltresDHeures;
import fr.jalon.engagement.lecture.FiltresDHeures.Suivies;
import fr.jalon.engagement.lecture.LigneDHeures;
import fr.jalon.engagement.lecture.ListeDesHeures;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of hours of one week, and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('ENGAGEMENTS')")
class ListeDesHeuresController {
  private static final BigDecimal SOIXANTE = BigDecimal.valueOf(60);
  private final ListeDesHeures liste;
  private final Structures structures;
  private final ActivitesDuPlan activites;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final Clock horloge;

  ListeDesHeuresController(ListeDesHeures liste, Structures structures, ActivitesDuPlan activites, MaFiche maFiche, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.structures = structures;
    this.activites = activites;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/heures")
  String liste(FiltresDHeures f, HttpServletRequest requete, Model modele) {
    boolean referente = maFiche.referent().isPresent();
    FiltresDHeures filtres = MaFiche.arrive(requete) ? new FiltresDHeures(null, null, referente ? null : maFiche.territoire().orElse(null), null,
        referente ? Suivies.MIENNES : null, null, 1) : f;
    Semaine semaine = liste.semaine(filtres);
    modele.addAttribute("liste", liste.page(filtres)).addAttribute("territoires", structures.territoires())
        .addAttribute("referents", liste.referents(filtres))
        .addAttribute("page", new PageDesSemaines(semaine, Semaine.de(LocalDate.now(horloge)), activites.au(semaine.lundi())));
    return "engagement/heures-liste";
  }

  @GetMapping("/heures/export")
  @PreAuthorize("hasAuthority('ENGAGEMENTS') and hasAuthority('EXPORTS')")
  void export(FiltresDHeures filtres, HttpServletResponse reponse) {
    List<LigneDHeures> lignes = liste.toutes(filtres);
    Semaine semaine = liste.semaine(filtres);
    PageDesSemaines page = new PageDesSemaines(semaine, semaine, activites.au(semaine.lundi()));
    Classeur.telecharger(reponse, "heures-" + semaine.code(), "Heures", List.of(
        new Colonne<>("Nom", 22, LigneDHeures::nom),
        new Colonne<>("Prénom", 18, LigneDHeures::prenom),
        new Colonne<>("Date de naissance", 12, LigneDHeures::naissance),
        new Colonne<>("Territoire", 20, LigneDHeures::territoire),
        new Colonne<>("Organisation", 34, LigneDHeures::organisation),
        new Colonne<>("Référent", 28, LigneDHeures::referent),
        new Colonne<>("Semaine du", 12, _ -> semaine.lundi()),
        new Colonne<>("Plan", 28, l -> l.jauge().situation().libelle()),
        new Colonne<>("Heures demandées", 10, l -> l.jauge().cible() == null ? null : heures(l.jauge().cible())),
        new Colonne<>("Heures prévues", 10, l -> heures(l.jauge().prevues())),
        new Colonne<>("Heures faites", 10, l -> heures(l.jauge().faites())),
        new Colonne<>("Heures manquantes", 10, l -> heures(l.jauge().manquantes())),
        new Colonne<>("Par activité", 40, page::enClair),
        new Colonne<>("À revoir le", 12, LigneDHeures::aRevoirLe)),
        temoin.lignes("Heures de la semaine %s (%s) : %d lignes".formatted(semaine.code(), filtres.vue().libelle(), lignes.size()), lignes.stream()));
  }

  private static BigDecimal heures(int minutes) {
    return BigDecimal.valueOf(minutes).divide(SOIXANTE, 2, RoundingMode.HALF_UP);
  }
}
