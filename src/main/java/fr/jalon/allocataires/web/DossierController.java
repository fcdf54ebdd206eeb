package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PanneauDossier.Panneau;
import fr.jalon.allocataires.lecture.Dossier;
import fr.jalon.allocataires.lecture.FilDuDossier;
import fr.jalon.allocataires.lecture.LectureDuDossier;
import fr.jalon.allocataires.lecture.Moment;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Contenus;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The dossier of a person. Each opening is traced, with everyone on the page, before it is shown. */
@Controller
class DossierController {
  private final LectureDuDossier lecture;
  private final Libelles libelles;
  private final List<PanneauDossier> panneaux;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Contenus contenus;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  DossierController(LectureDuDossier lecture, Libelles libelles, ObjectProvider<PanneauDossier> panneaux, Journal journal, AgentCourant agentCourant,
      Contenus contenus, TransactionTemplate transaction, Clock horloge) {
    this.lecture = lecture;
    this.libelles = libelles;
    this.panneaux = panneaux.stream().toList();
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.contenus = contenus;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping("/dossier/{id}")
  String dossier(@PathVariable long id, @RequestParam(defaultValue = "") String au, @RequestParam(defaultValue = "") String connu,
      @RequestParam(required = false) List<String> fil, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    LocalDate jour = date(au, aujourdhui);
    LocalDate jourConnu = date(connu, null);
    Moment moment = new Moment(jour.isAfter(aujourdhui) ? aujourdhui : jour, jourConnu == null || jourConnu.isBefore(aujourdhui) ? jourConnu : null);
    return transaction.execute(_ -> {
      long canonique = lecture.canonique(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      if (canonique != id) {
        return "redirect:/dossier/" + canonique;
      }
      Dossier dossier = lecture.lire(id, moment).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      journal.annoncer("CONSULTATION", id, dossier.foyer().map(Dossier.FoyerDuDossier::id).orElse(null), "Dossier");
      modele.addAttribute("page", page(dossier, themes(fil), fil, aujourdhui));
      return "allocataires/dossier";
    });
  }

  private PageDuDossier page(Dossier dossier, Set<Theme> themes, List<String> fil, LocalDate aujourdhui) {
    long id = dossier.identite().id();
    LocalDate au = dossier.moment().au();
    List<Panneau> lesPanneaux = panneaux.stream().flatMap(p -> p.panneau(id, au).stream()).sorted(Comparator.comparingInt(Panneau::ordre)).toList();
    List<EvenementDuFil> evenements = Stream.concat(FilDuDossier.de(dossier, libelles).stream(),
            panneaux.stream().flatMap(p -> p.evenements(id, au).stream()))
        .sorted(Comparator.comparing(EvenementDuFil::jour).reversed()).toList();
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("au", au.equals(aujourdhui) ? "" : au.toString());
    parametres.put("connu", dossier.moment().connu() == null ? "" : dossier.moment().connu().toString());
    parametres.put("fil", fil == null ? "" : String.join(",", fil));
    return new PageDuDossier(dossier, libelles, lesPanneaux, evenements, themes, agentCourant.perimetre().peut("MONTANTS"),
        agentCourant.perimetre().peut("DOUBLONS"), aujourdhui, new AdresseDePage("/dossier/" + id, parametres), contenus);
  }

  private static Set<Theme> themes(List<String> fil) {
    if (fil == null) {
      return Arrays.stream(Theme.values()).filter(Theme::parDefaut).collect(java.util.stream.Collectors.toCollection(() -> EnumSet.noneOf(Theme.class)));
    }
    return Arrays.stream(Theme.values()).filter(t -> fil.contains(t.name())).collect(java.util.stream.Collectors.toCollection(() -> EnumSet.noneOf(Theme.class)));
  }

  private static LocalDate date(String texte, LocalDate sinon) {
    try {
      return texte.isBlank() ? sinon : DatesPlausibles.lire(texte);
    } catch (DateTimeParseException illisible) {
      return sinon;
    }
  }
}
