package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.LeFil;
import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PanneauDossier.Panneau;
import fr.jalon.allocataires.PanneauDossier.Repere;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.lecture.Dossier;
import fr.jalon.allocataires.lecture.FilDuDossier;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.allocataires.lecture.Moment;
import fr.jalon.ecran.Contenus;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The dossier of a person, part by part. Each opening is traced, with everyone on the page, before it is shown. */
@Controller
class DossierController {
  private final LectureDuDossier lecture;
  private final Libelles libelles;
  private final List<PanneauDossier> panneaux;
  private final LesPas lesPas;
  private final LeFil leFil;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Contenus contenus;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  DossierController(LectureDuDossier lecture, Libelles libelles, ObjectProvider<PanneauDossier> panneaux, LesPas lesPas, LeFil leFil, Journal journal,
      AgentCourant agentCourant, Contenus contenus, TransactionTemplate transaction, Clock horloge) {
    this.lecture = lecture;
    this.libelles = libelles;
    this.panneaux = panneaux.stream().toList();
    this.lesPas = lesPas;
    this.leFil = leFil;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.contenus = contenus;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping("/dossier/{id}")
  String aujourdhui(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    return montrer(id, PartieDuDossier.AUJOURDHUI, demande, modele);
  }

  @GetMapping("/dossier/{id}/parcours")
  String parcours(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    return montrer(id, PartieDuDossier.PARCOURS, demande, modele);
  }

  @GetMapping("/dossier/{id}/echanges")
  String echanges(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    return montrer(id, PartieDuDossier.ECHANGES, demande, modele);
  }

  @GetMapping("/dossier/{id}/droits")
  String droits(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    return montrer(id, PartieDuDossier.DROITS, demande, modele);
  }

  @GetMapping("/dossier/{id}/procedures")
  String procedures(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    if (ouverts(PartieDuDossier.PROCEDURES).findAny().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return montrer(id, PartieDuDossier.PROCEDURES, demande, modele);
  }

  /** Every part one after the other, with the whole timeline: to print. */
  @GetMapping("/dossier/{id}/entier")
  String entier(@PathVariable long id, DemandeDeDossier demande, Model modele) {
    return montrer(id, null, demande, modele);
  }

  /** @param partie {@code null} for the whole dossier */
  private String montrer(long id, PartieDuDossier partie, DemandeDeDossier demande, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Moment moment = demande.moment(aujourdhui);
    return transaction.execute(_ -> {
      long canonique = lecture.canonique(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      if (canonique != id) {
        return "redirect:" + demande.adresse(chemin(canonique, partie), moment, aujourdhui);
      }
      Set<Theme> themes = demande.themes(partie);
      boolean comptes = partie == null || partie == PartieDuDossier.DROITS || themes.contains(Theme.MONTANTS) || themes.contains(Theme.PAIEMENTS);
      Dossier dossier = lecture.lire(id, moment, comptes).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      journal.annoncer("CONSULTATION", id, dossier.foyer().map(Dossier.FoyerDuDossier::id).orElse(null), "Dossier");
      modele.addAttribute("page", page(dossier, partie, themes, demande, aujourdhui));
      return "allocataires/dossier";
    });
  }

  private PageDuDossier page(Dossier dossier, PartieDuDossier partie, Set<Theme> themes, DemandeDeDossier demande, LocalDate aujourdhui) {
    long id = dossier.identite().id();
    LocalDate connu = dossier.moment().connu();
    // what rooms hold is known the day it is done: as known on a day, they are read on that day, and nothing can be done there
    LocalDate au = connu != null && connu.isBefore(dossier.moment().au()) ? connu : dossier.moment().au();
    boolean present = au.equals(aujourdhui) && connu == null;
    List<Panneau> lesPanneaux = ouverts(partie).flatMap(p -> p.panneau(id, au).stream()).sorted(Comparator.comparingInt(Panneau::ordre)).toList();
    List<PasDuDossier> pas = present ? lesPas.de(List.of(id)).getOrDefault(id, List.of()) : List.of();
    List<Repere> reperes = ouverts(null).flatMap(p -> p.reperes(id, au).stream()).toList();
    List<EvenementDuFil> evenements = themes.isEmpty() ? List.of()
        : LeFil.leDernierDAbord(Stream.concat(FilDuDossier.de(dossier, libelles).stream(), leFil.de(id, au).stream())
            .filter(e -> themes.contains(e.theme())));
    List<PartieDuDossier> parties = Stream.of(PartieDuDossier.values())
        .filter(p -> p != PartieDuDossier.PROCEDURES || ouverts(p).findAny().isPresent()).toList();
    return new PageDuDossier(dossier, libelles, partie, parties, lesPanneaux, pas, reperes,
        new FilMontre(evenements, themes, demande.evenements(partie)),
        agentCourant.perimetre().peut("MONTANTS"), agentCourant.perimetre().peut("DOUBLONS"), aujourdhui,
        demande.adresse(chemin(id, partie), dossier.moment(), aujourdhui), contenus);
  }

  private static String chemin(long id, PartieDuDossier partie) {
    return partie == null ? "/dossier/" + id + "/entier" : partie.adresse(id);
  }

  /** The rooms open to this agent that say something there. @param partie {@code null} for all */
  private Stream<PanneauDossier> ouverts(PartieDuDossier partie) {
    return panneaux.stream().filter(p -> (partie == null || p.partie() == partie) && p.ouvert());
  }
}
