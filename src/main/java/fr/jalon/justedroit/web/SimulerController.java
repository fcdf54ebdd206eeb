package fr.jalon.justedroit.web;

import fr.jalon.calcul.MenageRefuse;
import fr.jalon.ecran.Refus;
import fr.jalon.journal.Journal;
import fr.jalon.justedroit.domaine.AccordAvecLeFichier;
import fr.jalon.justedroit.domaine.Comparaison;
import fr.jalon.justedroit.domaine.CourbeDesHeures;
import fr.jalon.justedroit.domaine.EmploiPropose;
import fr.jalon.justedroit.domaine.FacileALire;
import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.justedroit.domaine.FoyerSimule;
import fr.jalon.justedroit.lecture.FoyersDUnePersonne;
import fr.jalon.parametres.Parametres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a job brings. Everything typed travels in the body of the form: nothing in the address, nothing stored. */
@Controller
@PreAuthorize("hasAuthority('SIMULATIONS')")
class SimulerController {
  private static final String GABARIT = "justedroit/simuler";
  private final FoyersDUnePersonne foyers;
  private final Parametres parametres;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  SimulerController(FoyersDUnePersonne foyers, Parametres parametres, Journal journal, TransactionTemplate transaction, Clock horloge) {
    this.foyers = foyers;
    this.parametres = parametres;
    this.journal = journal;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping("/simuler")
  String vierge(Model modele) {
    Saisie saisie = new Saisie(Map.of()).poser("premier", java.time.YearMonth.now(horloge))
        .poser("j-debut", LocalDate.now(horloge).withDayOfMonth(1).plusMonths(1));
    return montrer(saisie, null, null, List.of(), null, modele);
  }

  @GetMapping("/simuler/dossier/{id}")
  String depuisUnDossier(@PathVariable long id, Model modele) {
    return transaction.execute(_ -> {
      String nom = foyers.nom(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      FaitsDuMois faits = foyers.dernier(id).orElse(null);
      Preremplissage.Rempli rempli = new Preremplissage(LocalDate.now(horloge)).depuis(faits, id);
      journal.annoncer("CONSULTATION", id, rempli.foyerId(), "Simulation d'un emploi");
      List<String> remarques = new ArrayList<>(rempli.remarques());
      if (faits != null) {
        // read on a copy: what the form lacks is not an error before anything is typed
        Saisie copie = rempli.saisie().copie();
        FoyerSimule foyer = formulaire(copie).foyer();
        if (copie.juste()) {
          AccordAvecLeFichier.desaccord(foyer, faits).ifPresent(d -> remarques.addFirst(Preremplissage.phrase(d)));
        }
      }
      return montrer(rempli.saisie(), id, nom, remarques, null, modele);
    });
  }

  @PostMapping("/simuler")
  Object calculer(@RequestParam Map<String, String> champs, Model modele) {
    Saisie saisie = new Saisie(champs);
    Long personne = champs.getOrDefault("personne", "").matches("\\d{1,18}") ? Long.valueOf(champs.get("personne")) : null;
    String nom = personne == null ? null : transaction.execute(_ -> foyers.nom(personne).orElse(null));
    Long visible = nom == null ? null : personne;
    String action = saisie.texte("action");
    if (action.equals("enfant") || action.equals("revenu")) {
      String compteur = action + "s";
      FormulaireDeSimulation f = formulaire(saisie);
      saisie.poser(compteur, (action.equals("enfant") ? f.enfants() : f.revenus()) + 1);
      return montrer(saisie, visible, nom, List.of(), null, modele);
    }
    FormulaireDeSimulation formulaire = formulaire(saisie);
    FoyerSimule foyer = formulaire.foyer();
    EmploiPropose emploi = formulaire.emploi(foyer);
    PageDeSimulation.Resultat resultat = saisie.juste() ? resultat(saisie, foyer, emploi) : null;
    String vue = montrer(saisie, visible, nom, List.of(), resultat, modele);
    return resultat == null ? Refus.page(vue, modele) : vue;
  }

  private static PageDeSimulation.Resultat resultat(Saisie saisie, FoyerSimule foyer, EmploiPropose emploi) {
    try {
      Comparaison comparaison = Comparaison.de(foyer, emploi);
      return new PageDeSimulation.Resultat(emploi, comparaison, CourbeDesHeures.de(foyer, emploi.adulte(), emploi.netHoraire()),
          FacileALire.phrases(comparaison, emploi));
    } catch (MenageRefuse e) {
      e.erreurs().forEach(erreur -> saisie.refuser(erreur.chemin().contains("incomes") ? "j-paie" : "premier", erreur.phrase()));
      return null;
    }
  }

  private FormulaireDeSimulation formulaire(Saisie saisie) {
    return new FormulaireDeSimulation(saisie, LocalDate.now(horloge), immersionParJour());
  }

  private BigDecimal immersionParJour() {
    return BigDecimal.valueOf(parametres.valeur("justedroit.prime_immersion_jour", LocalDate.now(horloge)).entier());
  }

  private String montrer(Saisie saisie, Long personneId, String nom, List<String> remarques, PageDeSimulation.Resultat resultat, Model modele) {
    FormulaireDeSimulation f = formulaire(saisie);
    modele.addAttribute("page", new PageDeSimulation(saisie, personneId, nom, remarques, f.enfants(), f.revenus(), f.premier(),
        LocalDate.now(horloge),
        immersionParJour(), resultat));
    return GABARIT;
  }
}
