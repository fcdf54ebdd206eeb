package fr.jalon.echanges.acces.web;

import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.webhooks.application.EnvoyerLesLivraisons;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.echanges.webhooks.domaine.Evenement;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Filtre;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Ligne;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deliveries of every webhook: what left, what waits, what was given up and may be sent again. */
@Controller
@RequestMapping("/acces-api/livraisons")
@PreAuthorize("hasAuthority('HABILITATIONS')")
class LivraisonsController {
  private static final List<Colonne<Ligne>> COLONNES = List.of(
      new Colonne<>("Livraison", 38, l -> l.id().toString()),
      new Colonne<>("Application", 24, Ligne::client),
      new Colonne<>("Adresse", 40, Ligne::adresse),
      new Colonne<>("Événement", 24, Ligne::evenement),
      new Colonne<>("Numéro de la personne", 12, Ligne::personneId),
      new Colonne<>("Du", 18, l -> Francais.instant(l.creeeLe())),
      new Colonne<>("État", 14, l -> l.etat().libelle()),
      new Colonne<>("Essais", 8, Ligne::tentatives),
      new Colonne<>("Dernière réponse", 12, Ligne::reponse),
      new Colonne<>("Erreur", 40, Ligne::erreur),
      new Colonne<>("Terminée le", 18, l -> Francais.instant(l.finieLe())));
  private final ListeDesLivraisons livraisons;
  private final TenirLesWebhooks tenir;
  private final EnvoyerLesLivraisons envoyer;
  private final TenirLesClients clients;
  private final Temoin temoin;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  LivraisonsController(ListeDesLivraisons livraisons, TenirLesWebhooks tenir, EnvoyerLesLivraisons envoyer, TenirLesClients clients, Temoin temoin,
      TransactionTemplate transaction, Clock horloge) {
    this.livraisons = livraisons;
    this.tenir = tenir;
    this.envoyer = envoyer;
    this.clients = clients;
    this.temoin = temoin;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping
  String liste(@RequestParam(required = false) Long application, @RequestParam(defaultValue = "") String etat,
      @RequestParam(defaultValue = "1") int page, Model modele) {
    Filtre filtre = new Filtre(application, null, etat(etat));
    Pagination pages = new Pagination(livraisons.nombre(filtre), Math.max(1, page), Pagination.TAILLE,
        PageDesLivraisons.adresse("/acces-api/livraisons", filtre));
    modele.addAttribute("page", new PageDesLivraisons(filtre, livraisons.page(filtre, Math.max(1, page), Pagination.TAILLE), pages, clients.tous()));
    return "acces/livraisons";
  }

  @GetMapping("/export")
  void export(@RequestParam(required = false) Long application, @RequestParam(defaultValue = "") String etat, HttpServletResponse reponse) {
    Filtre filtre = new Filtre(application, null, etat(etat));
    transaction.executeWithoutResult(_ -> {
      List<Ligne> lignes = livraisons.toutes(filtre);
      Classeur.telecharger(reponse, "livraisons-" + LocalDate.now(horloge), "Livraisons", COLONNES,
          temoin.lignes("Livraisons des webhooks : " + lignes.size(), lignes.stream()));
    });
  }

  @PostMapping("/{id}/relancer")
  String relancer(@PathVariable UUID id, @RequestParam(required = false) Long application, @RequestParam(defaultValue = "") String etat,
      RedirectAttributes suite) {
    try {
      tenir.relancer(id);
      envoyer.maintenant(id);
      Ligne l = livraisons.une(id).orElseThrow();
      suite.addFlashAttribute(Message.CLE, l.etat() == EtatLivraison.LIVREE
          ? Message.fait("« %s » est reçu.".formatted(Evenement.libelle(l.evenement())))
          : Message.information("« %s » n'est pas encore reçu (%s) : d'autres essais suivront.".formatted(Evenement.libelle(l.evenement()),
          l.erreur())));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:" + PageDesLivraisons.adresse("/acces-api/livraisons", new Filtre(application, null, etat(etat)));
  }

  private static EtatLivraison etat(String code) {
    for (EtatLivraison e : EtatLivraison.values()) {
      if (e.name().equals(code)) {
        return e;
      }
    }
    return null;
  }
}
