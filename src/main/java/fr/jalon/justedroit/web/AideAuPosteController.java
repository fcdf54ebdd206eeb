package fr.jalon.justedroit.web;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.justedroit.domaine.AideDeLAnnee;
import fr.jalon.justedroit.domaine.AideDeLAnnee.Ligne;
import fr.jalon.justedroit.domaine.AideDeLAnnee.Retenu;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the CDDI posts of a year cost. Nobody is named: the address says everything and may be shared. */
@Controller
@PreAuthorize("hasAuthority('AIDE_AU_POSTE')")
class AideAuPosteController {
  private static final int PREMIERE_ANNEE = 2017;
  private static final int POSTES_AU_PLUS = 100_000;
  private final Temoin temoin;
  private final Clock horloge;

  AideAuPosteController(Temoin temoin, Clock horloge) {
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/aide-au-poste")
  Object page(@RequestParam Map<String, String> champs, Model modele) {
    Saisie saisie = new Saisie(champs);
    if (saisie.vide("annee") && saisie.vide("postes")) {
      saisie.poser("annee", LocalDate.now(horloge).getYear()).poser("postes", 1);
    }
    AideDeLAnnee aide = lire(saisie);
    String export = new AdresseDePage("/aide-au-poste/export",
        Map.of("annee", saisie.texte("annee"), "postes", saisie.texte("postes"), "montant", saisie.texte("montant"))).toString();
    modele.addAttribute("page", new PageDeLAide(saisie, saisie.choix("montant", Retenu.class), aide, export, PREMIERE_ANNEE, derniereAnnee()));
    return saisie.juste() ? "justedroit/aide-au-poste" : Refus.page("justedroit/aide-au-poste", modele);
  }

  @GetMapping("/aide-au-poste/export")
  void export(@RequestParam Map<String, String> champs, HttpServletResponse reponse) {
    AideDeLAnnee aide = lire(new Saisie(champs));
    if (aide == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Ligne total = new Ligne(null, null, aide.parPoste(), aide.total());
    Classeur.telecharger(reponse, "aide-au-poste-" + aide.annee(), "Aide au poste " + aide.annee(), List.of(
        new Colonne<Ligne>("Mois", 18, l -> l.mois() == null ? "Année" : Francais.mois(l.mois().atDay(1))),
        new Colonne<Ligne>("RSA d'une personne seule", 24, Ligne::montantForfaitaire),
        new Colonne<Ligne>("Aide pour un poste", 20, Ligne::parPoste),
        new Colonne<Ligne>("Postes", 10, _ -> aide.postes()),
        new Colonne<Ligne>("Total", 18, Ligne::total)), 
        temoin.lignes("Aide au poste " + aide.annee(), Stream.concat(aide.mois().stream(), Stream.of(total))));
  }

  private static AideDeLAnnee lire(Saisie saisie) {
    int annee = saisie.entier("annee", PREMIERE_ANNEE, derniereAnnee());
    int postes = saisie.entier("postes", 1, POSTES_AU_PLUS);
    Retenu retenu = saisie.choix("montant", Retenu.class);
    if (annee == derniereAnnee() && retenu == Retenu.EN_VIGUEUR && CalculDuDroit.dernierMoisConnu().getMonthValue() < 12) {
      saisie.refuser("annee",
          "Les montants de cette année sont connus jusqu'à %s : gardez le montant de l'année d'avant.".formatted(Francais.mois(CalculDuDroit.dernierMoisConnu().atDay(1))));
    }
    return saisie.juste() ? AideDeLAnnee.de(annee, postes, retenu) : null;
  }

  private static int derniereAnnee() {
    return CalculDuDroit.dernierMoisConnu().getYear();
  }
}
