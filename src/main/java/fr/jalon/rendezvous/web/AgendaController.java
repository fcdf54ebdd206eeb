package fr.jalon.rendezvous.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PersonneTrouvee;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.rendezvous.domaine.Heures;
import fr.jalon.rendezvous.lecture.AgendaDesEntretiens;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.rendezvous.lecture.EntretiensANoter;
import fr.jalon.rendezvous.lecture.EntretiensDUnePersonne;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.rendezvous.lecture.ListeDesSessions;
import fr.jalon.rendezvous.lecture.PermanencesTenues;
import fr.jalon.rendezvous.lecture.PersonnesAAjouter;
import fr.jalon.rendezvous.lecture.RendezVousARevoir;
import fr.jalon.rendezvous.web.PageDAgenda.Qui;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agenda of the interviews: the week, a slot to give, a person to whom one is given, an interview to change, cancel or note. */
@Controller
@PreAuthorize("hasAuthority('RENDEZ_VOUS')")
class AgendaController {
  private final AgendaDesEntretiens agenda;
  private final EntretiensDUnePersonne entretiens;
  private final PermanencesTenues permanences;
  private final LieuxConnus lieux;
  private final PersonnesAAjouter personnes;
  private final DonnerUnRendezVous donner;
  private final RendezVousARevoir aRevoir;
  private final EntretiensANoter aNoter;
  private final CeQuiEstPrevu prevu;
  private final Structures structures;
  private final MaFiche maFiche;
  private final ListeDesSessions sessions;
  private final Parametres parametres;
  private final Versions versions;
  private final Clock horloge;

  AgendaController(AgendaDesEntretiens agenda, EntretiensDUnePersonne entretiens, PermanencesTenues permanences, LieuxConnus lieux,
      PersonnesAAjouter personnes,
      DonnerUnRendezVous donner, RendezVousARevoir aRevoir, EntretiensANoter aNoter, CeQuiEstPrevu prevu, Structures structures, MaFiche maFiche,
      ListeDesSessions sessions, Parametres parametres, Versions versions, Clock horloge) {
    this.maFiche = maFiche;
    this.sessions = sessions;
    this.agenda = agenda;
    this.entretiens = entretiens;
    this.permanences = permanences;
    this.lieux = lieux;
    this.personnes = personnes;
    this.donner = donner;
    this.aRevoir = aRevoir;
    this.aNoter = aNoter;
    this.prevu = prevu;
    this.structures = structures;
    this.parametres = parametres;
    this.versions = versions;
    this.horloge = horloge;
  }

  @GetMapping("/agenda")
  String semaine(HttpServletRequest requete, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate semaine,
      @RequestParam(required = false) Integer territoire,
      @RequestParam(required = false) Integer lieu, @RequestParam(required = false) Integer permanence,
      @RequestParam(defaultValue = "") String qui, Model modele) {
    LocalDate lundi = (semaine == null ? LocalDate.now(horloge) : semaine).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Optional<Referent> fiche = maFiche.referent();
    Referent moi = fiche.filter(_ -> MaFiche.arrive(requete) || "moi".equals(qui)).orElse(null);
    List<LigneDeSession> collectives = permanence != null ? List.of()
        : sessions.semaine(lundi, territoire, lieu).stream().filter(s -> moi == null || s.animeePar(moi.nom())).toList();
    modele.addAttribute("page", new PageDAgenda(lundi, territoire, lieu, permanence,
        moi != null ? Qui.MOI : fiche.isPresent() ? Qui.TOUS : Qui.SANS_FICHE,
        agenda.semaine(lundi, territoire, lieu, permanence, moi), collectives, structures.territoires(),
        lieux.actifs(), permanences.toutes(), agenda.manques(horizon()), LocalDateTime.now(horloge)))
            .addAttribute("aRevoir", aRevoir.page(1, Pagination.TAILLE)).addAttribute("aNoter", aNoter.compter())
        .addAttribute("monTerritoire", maFiche.territoire().orElse(null));
    return "rendezvous/agenda";
  }

  /** A free slot, and whom to give it to. */
  @GetMapping("/agenda/creneaux/{id}")
  String creneau(@PathVariable long id, @RequestParam(defaultValue = "") String nom, Model modele) {
    LigneDAgenda c = agenda.un(id).orElseThrow(AgendaController::absent);
    if (c.entretienId() != null) {
      return "redirect:/agenda/entretiens/" + c.entretienId();
    }
    List<PersonneTrouvee> trouvees = nom.isBlank() ? List.of() : personnes.chercher(nom);
    modele.addAttribute("c", c).addAttribute("nom", nom).addAttribute("libre", c.libre(LocalDateTime.now(horloge)))
        .addAttribute("personnes", trouvees).addAttribute("prevus", prevu.pour(trouvees.stream().map(PersonneTrouvee::id).toList()));
    return "rendezvous/creneau";
  }

  @PostMapping("/agenda/creneaux/{id}")
  Object donnerLeCreneau(@PathVariable long id, @RequestParam long personne, @RequestParam(defaultValue = "") String nom,
      @RequestParam(defaultValue = "false") boolean malgre, Model modele, RedirectAttributes suite) {
    try {
      donner.donner(personne, id, malgre);
    } catch (RefusMetier refus) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      String vue = creneau(id, nom, modele);
      return vue.startsWith("redirect:") ? vue : Refus.page(vue, modele);
    }
    LigneDAgenda c = agenda.un(id).orElseThrow(AgendaController::absent);
    suite.addFlashAttribute(Message.CLE,
        Message.fait("Le rendez-vous du %s à %s est donné. Les messages à la personne sont écrits.".formatted(Heures.jour(c.jour()),
        Heures.heure(c.debut()))));
    return "redirect:/agenda?semaine=" + c.jour() + "&territoire=" + c.territoire();
  }

  /** The free slots for a person, those of her territory first. */
  @GetMapping("/agenda/personnes/{id}")
  String personne(@PathVariable long id, @RequestParam(required = false) Integer territoire, Model modele) {
    EntretiensDUnePersonne.Personne p = entretiens.personne(id).orElseThrow(AgendaController::absent);
    Integer choisi = territoire == null ? p.territoire() : territoire;
    modele.addAttribute("p", p).addAttribute("territoire", choisi).addAttribute("territoires", structures.territoires())
        .addAttribute("libres", agenda.libres(choisi, horizon()))
        .addAttribute("prevus", prevu.pour(id).stream().filter(x -> !x.nature().individuel()).toList())
        .addAttribute("enCours", entretiens.tous(id, LocalDate.now(horloge)).stream().filter(e -> e.etat().enCours()).findFirst().orElse(null))
        .addAttribute("aujourdhui", LocalDate.now(horloge));
    return "rendezvous/donner";
  }

  @PostMapping("/agenda/personnes/{id}")
  Object donnerALaPersonne(@PathVariable long id, @RequestParam(required = false) Long creneau, @RequestParam(required = false) Integer territoire,
      @RequestParam(defaultValue = "false") boolean malgre, Model modele, RedirectAttributes suite) {
    try {
      if (creneau == null) {
        throw sansCreneau();
      }
      donner.donner(id, creneau, malgre);
    } catch (RefusMetier refus) {
      modele.addAttribute("creneau", creneau);
      return Refus.page(refus, personne(id, territoire, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("Le rendez-vous est donné. Les messages à la personne sont écrits."));
    return "redirect:" + PartieDuDossier.ECHANGES.adresse(id);
  }

  @PostMapping("/agenda/personnes/{id}/inviter")
  Object inviter(@PathVariable long id, @RequestParam(defaultValue = "false") boolean malgre, Model modele, RedirectAttributes suite) {
    try {
      donner.inviter(id, malgre);
    } catch (RefusMetier refus) {
      return Refus.page(refus, personne(id, null, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait("La personne est invitée à choisir son rendez-vous par son code."));
    return "redirect:" + PartieDuDossier.ECHANGES.adresse(id);
  }

  @GetMapping("/agenda/entretiens/{id}")
  String entretien(@PathVariable long id, Model modele) {
    EntretiensDUnePersonne.Recue e = entretiens.un(id).orElseThrow(AgendaController::absent);
    modele.addAttribute("e", e).addAttribute("version", versions.enFormulaire(EntretienVu.FICHE, id, EntretienVu.de(e)))
        .addAttribute("aujourdhui", LocalDate.now(horloge))
        .addAttribute("libres", e.etat().attendue() ? agenda.libres(e.territoire(), horizon()) : List.of());
    return "rendezvous/entretien";
  }

  @PostMapping("/agenda/entretiens/{id}/changer")
  Object changer(@PathVariable long id, @RequestParam(required = false) Long creneau, Model modele, RedirectAttributes suite) {
    modele.addAttribute("creneau", creneau);
    long present = agenda.un(creneau == null ? 0 : creneau).map(LigneDAgenda::entretienId).filter(Long.valueOf(id)::equals).orElse(0L);
    return acte(id, "Le rendez-vous est changé. Les messages à la personne sont écrits.", modele, suite, creneau, _ -> present == id, () -> {
      if (creneau == null) {
        throw sansCreneau();
      }
      donner.changer(id, creneau);
    });
  }

  @PostMapping("/agenda/entretiens/{id}/annuler")
  Object annuler(@PathVariable long id, @RequestParam(defaultValue = "") String motif, Model modele, RedirectAttributes suite) {
    modele.addAttribute("motif", motif);
    return acte(id, "Le rendez-vous est annulé. Les messages à la personne sont écrits.", modele, suite, null, v -> v.etat() == EtatEntretien.ANNULEE,
        () -> donner.annuler(id, motif));
  }

  @PostMapping("/agenda/entretiens/{id}/presence")
  Object presence(@PathVariable long id, @RequestParam(required = false) EtatEntretien etat,
      @RequestParam(defaultValue = "") String raison, Model modele,
      RedirectAttributes suite) {
    modele.addAttribute("raison", raison);
    return acte(id, "C'est noté.", modele, suite, null,
        v -> v.etat() == etat && (etat != EtatEntretien.EXCUSEE || raison.equals(v.motif())), () -> donner.noter(id, etat, Empechement.de(raison)));
  }

  private Object acte(long id, String fait, Model modele, RedirectAttributes suite, Long creneau, Predicate<EntretienVu> deja, Runnable acte) {
    try {
      versions.agir(EntretienVu.FICHE, id, () -> {
        donner.reserver(id, creneau);
        return entretiens.un(id).map(EntretienVu::de);
      }, deja, acte);
    } catch (RefusMetier refus) {
      return Refus.page(refus, entretien(id, modele), modele);
    }
    suite.addFlashAttribute(Message.CLE, Message.fait(fait));
    return "redirect:/agenda/entretiens/" + id;
  }

  private LocalDate horizon() {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return aujourdhui.plusDays(parametres.jours("rendezvous.horizon_jours", aujourdhui));
  }

  private static RefusMetier sansCreneau() {
    return new SaisieRefusee("creneau", new RefusMetier("CRENEAU_ABSENT", "Choisissez un créneau."));
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
