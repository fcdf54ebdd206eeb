package fr.jalon.allocataires.web;

import fr.jalon.allocataires.FiltreDeSuivi;
import fr.jalon.allocataires.lecture.FiltresDAllocataires;
import fr.jalon.allocataires.lecture.LigneDAllocataire;
import fr.jalon.allocataires.lecture.ListeDesAllocataires;
import fr.jalon.allocataires.lecture.Recherche;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of persons: search, filters, spreadsheet. */
@Controller
class AllocatairesController {
  private static final List<Colonne<LigneDAllocataire>> COLONNES = List.of(
      new Colonne<>("Nom", 24, LigneDAllocataire::nom),
      new Colonne<>("Prénom", 20, LigneDAllocataire::prenom),
      new Colonne<>("Naissance", 12, LigneDAllocataire::naissance),
      new Colonne<>("Commune", 24, LigneDAllocataire::commune),
      new Colonne<>("Territoire", 20, LigneDAllocataire::territoire),
      new Colonne<>("Droit", 20, l -> l.etat().court()),
      new Colonne<>("Depuis le", 12, LigneDAllocataire::depuis),
      new Colonne<>("Droits et devoirs", 16, LigneDAllocataire::sdd),
      new Colonne<>("Type de foyer", 26, l -> l.type().libelle()),
      new Colonne<>("Payeur", 8, LigneDAllocataire::organisme),
      new Colonne<>("Numéro de demande", 18, LigneDAllocataire::numeroDemande),
      new Colonne<>("Numéro d'allocataire", 18, LigneDAllocataire::matricule),
      new Colonne<>("Date de demande", 14, LigneDAllocataire::demande));
  private static final int INSCRITES = 10;
  private final ListeDesAllocataires liste;
  private final Recherche recherche;
  private final Structures structures;
  private final MaFiche maFiche;
  private final Temoin temoin;
  private final AgentCourant agentCourant;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  AllocatairesController(ListeDesAllocataires liste, Recherche recherche, Structures structures, MaFiche maFiche, Temoin temoin,
      AgentCourant agentCourant, TransactionTemplate transaction, Clock horloge) {
    this.liste = liste;
    this.recherche = recherche;
    this.structures = structures;
    this.maFiche = maFiche;
    this.temoin = temoin;
    this.agentCourant = agentCourant;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping("/allocataires")
  String liste(@ModelAttribute("demande") DemandeDeListe demandee, HttpServletRequest requete, Model modele) {
    boolean referente = maFiche.referent().isPresent();
    DemandeDeListe demande = demandee.pour(referente, MaFiche.arrive(requete));
    FiltresDAllocataires filtres = demande.filtres();
    long total = liste.compter(filtres);
    long autres = total == 0 && !filtres.tous() && !filtres.termes().vides() ? liste.compter(filtres.avecTous()) : 0;
    Pagination sansPage = new Pagination(total, 1, Pagination.TAILLE, demande.adresse());
    int page = Math.clamp(demande.page() == null ? 1 : demande.page(), 1, sansPage.nombre());
    Pagination pages = new Pagination(total, page, Pagination.TAILLE, demande.adresse());
    List<LigneDAllocataire> lignes = total == 0 ? List.of() : liste.page(filtres, page, Pagination.TAILLE);
    modele.addAttribute("page", new PageDesAllocataires(demande, lignes, pages, demande.adresse(), autres, agentCourant.perimetre().peut("EXPORTS"),
        structures.territoires(), liste.communes(), liste.filtresDeSuivi().stream()
            .filter(f -> referente || !f.code().equals(FiltreDeSuivi.MIENS)).toList(),
        referente, recherche.inscrites(filtres.termes(), INSCRITES), LocalDate.now(horloge)));
    return "allocataires/liste";
  }

  @GetMapping("/allocataires/export")
  void export(@ModelAttribute("demande") DemandeDeListe demandee, HttpServletResponse reponse) {
    if (!agentCourant.perimetre().peut("EXPORTS")) {
      throw new AccessDeniedException("EXPORTS");
    }
    FiltresDAllocataires filtres = demandee.pour(maFiche.referent().isPresent(), false).filtres();
    transaction.executeWithoutResult(_ -> Classeur.telecharger(reponse, "allocataires-" + LocalDate.now(horloge), "Allocataires", COLONNES,
        temoin.lignes("Liste de " + Francais.compte(liste.compter(filtres), "personne", "personnes") + " (tableur)", liste.toutes(filtres))));
  }
}
