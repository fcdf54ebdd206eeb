package fr.jalon.rendezvous.web;

import fr.jalon.allocataires.PersonneTrouvee;
import fr.jalon.ecran.ChangeEntreTemps;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.rendezvous.application.ChangerUneSession;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.rendezvous.domaine.Rythme;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.rendezvous.lecture.FeuilleDePresence;
import fr.jalon.rendezvous.lecture.FiltresDeSessions;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.rendezvous.lecture.ListeDesSessions;
import fr.jalon.rendezvous.lecture.PersonnesAAjouter;
import fr.jalon.rendezvous.lecture.PlacesDesTerritoires;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sessions of information collective: list, series with its preview, change, cancel. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class SessionsController {
  private static final String SERIE = "serie";
  private final ListeDesSessions sessions;
  private final FeuilleDePresence feuille;
  private final LieuxConnus lieux;
  private final PlacesDesTerritoires places;
  private final RendezVousARevoir aRevoir;
  private final OuvrirDesSessions ouvrir;
  private final ChangerUneSession changer;
  private final Structures structures;
  private final PersonnesAAjouter personnes;
  private final CeQuiEstPrevu prevu;
  private final MaFiche maFiche;
  private final Versions versions;
  private final JoursFeries feries;
  private final Clock horloge;
  private final Fiche fiche;

  SessionsController(ListeDesSessions sessions, FeuilleDePresence feuille, LieuxConnus lieux, PlacesDesTerritoires places, RendezVousARevoir aRevoir,
      OuvrirDesSessions ouvrir, ChangerUneSession changer,
      Structures structures, MaFiche maFiche, PersonnesAAjouter personnes, CeQuiEstPrevu prevu, Versions versions, JoursFeries feries,
      Clock horloge) {
    this.personnes = personnes;
    this.prevu = prevu;
    this.maFiche = maFiche;
    this.sessions = sessions;
    this.feuille = feuille;
    this.lieux = lieux;
    this.places = places;
    this.aRevoir = aRevoir;
    this.ouvrir = ouvrir;
    this.changer = changer;
    this.structures = structures;
    this.versions = versions;
    this.feries = feries;
    this.horloge = horloge;
    this.fiche = Fiche.de("SESSION", "cette session").champ("lieu", "Lieu", this::nomDuLieu).champ("jour", "Jour", FormulaireDeSession::jourEnClair)
        .champ("debut", "De").champ("fin", "À")
        .champ("capacite", "Places").champ("animateur", "Animée par").champ("langues", "Langues").champ("commentaire", "Pour les collègues")
        .etat("etat", "État", e -> e.isEmpty() ? "" : EtatSession.valueOf(e).libelle());
  }

  @GetMapping("/informations-collectives")
  String liste(FiltresDeSessions f, HttpServletRequest requete, Model modele) {
    modele.addAttribute("liste", sessions.page(new FiltresDeSessions(f.quand(), maFiche.territoire(requete, f.territoire()), f.page())))
        .addAttribute("territoires", structures.territoires()).addAttribute("manques", places.manques())
        .addAttribute("aRevoir", aRevoir.page(1, Pagination.TAILLE));
    return "rendezvous/sessions";
  }

  /** The form of new sessions; then what would be opened, public holidays shown: nothing is written. @param apercu not blank to see it */
  @GetMapping("/informations-collectives/nouvelle")
  Object nouvelle(@ModelAttribute FormulaireDeSession f, BindingResult lecture, @RequestParam(defaultValue = "") String apercu, Model modele) {
    if (apercu.isBlank()) {
      return formulaire(FormulaireDeSession.nouveau(), null, null, modele);
    }
    try {
      Refus.exigerLisible(lecture);
      modele.addAttribute(SERIE, serie(f));
      return formulaire(f, null, null, modele);
    } catch (RefusMetier refus) {
      return Refus.page(formulaire(f, refus, null, modele), modele);
    }
  }

  @PostMapping("/informations-collectives")
  Object ouvrir(@ModelAttribute FormulaireDeSession f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      OuvrirDesSessions.Bilan bilan = ouvrir.executer(f.saisie(), f.joursGardes(), f.feriesChoisis());
      suite.addFlashAttribute(Message.CLE, Message.fait("%s%s.".formatted(Francais.compte(bilan.ouvertes().size(),
          "session ouverte", "sessions ouvertes"),
          bilan.deja() == 0 ? "" : " ; %s déjà".formatted(Francais.compte(bilan.deja(), "l'était", "l'étaient")))));
      return "redirect:/informations-collectives";
    } catch (RefusMetier refus) {
      if (f.premierJour() != null) {
        modele.addAttribute(SERIE, f.rythmeChoisi().jours(f.premierJour(), f.dernierJour(), feries));
      }
      return Refus.page(formulaire(f, refus, null, modele), modele);
    }
  }

  @GetMapping("/informations-collectives/{id}")
  String une(@PathVariable long id, @RequestParam(defaultValue = "") String q, Model modele) {
    LigneDeSession s = session(id);
    List<PersonneTrouvee> trouvees = personnes.chercher(q);
    modele.addAttribute("q", q).addAttribute("trouvees", trouvees)
        .addAttribute("prevus", prevu.pour(trouvees.stream().map(PersonneTrouvee::id).toList()));
    modele.addAttribute("version", versions.enFormulaire(fiche, id, FormulaireDeSession.de(s)))
        .addAttribute("page", new PageDeSession(s, feuille.toutes(id), feuille.attente(id), LocalDate.now(horloge)));
    return "rendezvous/session";
  }

  @GetMapping("/informations-collectives/{id}/modifier")
  String modifier(@PathVariable long id, Model modele) {
    LigneDeSession s = session(id);
    return formulaire(FormulaireDeSession.de(s), null, s, modele);
  }

  @PostMapping("/informations-collectives/{id}/modifier")
  Object modifier(@PathVariable long id, @ModelAttribute FormulaireDeSession f, BindingResult lecture, Model modele, RedirectAttributes suite) {
    try {
      Refus.exigerLisible(lecture);
      AtomicInteger compte = new AtomicInteger();
      versions.ecrire(fiche, id, f, () -> pourChanger(id), g -> compte.set(changer.modifier(id, g.saisie(), g.premierJour(), g.feriesChoisis())));
      int prevenues = compte.get();
      suite.addFlashAttribute(Message.CLE, Message.fait("La session est modifiée.%s".formatted(prevenues == 0 ? ""
          : " %s : leur réponse est redemandée.".formatted(Francais.compte(prevenues, "personne est prévenue", "personnes sont prévenues")))));
      return "redirect:/informations-collectives/" + id;
    } catch (ChangeEntreTemps change) {
      return change.page(formulaire(change.formulaire(FormulaireDeSession.class), null, session(id), modele), modele);
    } catch (RefusMetier refus) {
      return Refus.page(formulaire(f, refus, session(id), modele), modele);
    }
  }

  @PostMapping("/informations-collectives/{id}/annuler")
  Object annuler(@PathVariable long id, @RequestParam(defaultValue = "") String motif, Model modele, RedirectAttributes suite) {
    try {
      AtomicInteger compte = new AtomicInteger();
      versions.agir(fiche, id, () -> pourChanger(id), g -> EtatSession.ANNULEE.name().equals(g.etat()), () -> compte.set(changer.annuler(id, motif)));
      int prevenues = compte.get();
      suite.addFlashAttribute(Message.CLE, Message.fait("La session est annulée. %s et de nouveau à convoquer."
          .formatted(Francais.compte(prevenues, "personne est prévenue", "personnes sont prévenues"))));
      return "redirect:/informations-collectives/" + id;
    } catch (RefusMetier refus) {
      modele.addAttribute(Refus.CLE, Refus.de(refus, champ -> champ + "-session")).addAttribute("motif", motif);
      return new ModelAndView(une(id, "", modele), modele.asMap(),
          refus instanceof ChangeEntreTemps ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private List<Rythme.Jour> serie(FormulaireDeSession f) {
    return ouvrir.prevoir(f.saisie(), f.rythmeChoisi(), f.premierJour(), f.dernierJour());
  }

  private Optional<FormulaireDeSession> pourChanger(long id) {
    changer.reserver(id);
    return sessions.une(id).map(FormulaireDeSession::de);
  }

  private String nomDuLieu(String id) {
    return lieux.tous().stream().filter(l -> String.valueOf(l.id()).equals(id)).map(l -> l.nom() + ", " + l.nomCommune()).findFirst().orElse(id);
  }

  private LigneDeSession session(long id) {
    return sessions.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String formulaire(FormulaireDeSession f, RefusMetier refus, LigneDeSession session, Model modele) {
    modele.addAttribute("f", f).addAttribute("lieux", lieux.actifs()).addAttribute("aujourdhui", LocalDate.now(horloge).toString());
    if (refus != null) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
    }
    if (session != null) {
      // the public holiday typed as the day may be opened by choice
      modele.addAttribute("ferie", Optional.ofNullable(f.premierJour()).flatMap(j -> feries.nom(j).map(nom -> new Rythme.Jour(j, nom))).orElse(null));
      modele.addAttribute("session", session).addAttribute("version", versions.enFormulaire(fiche, session.id(), f));
    }
    return "rendezvous/session-formulaire";
  }
}
