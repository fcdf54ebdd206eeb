package fr.jalon.echanges.registre.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.caf.application.AccepterEcart;
import fr.jalon.echanges.caf.application.AnnulerChargement;
import fr.jalon.echanges.caf.application.EcarterFichier;
import fr.jalon.echanges.caf.application.FileDesChargements;
import fr.jalon.echanges.caf.application.LireOriginal;
import fr.jalon.echanges.caf.application.Reprise;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.registre.lecture.FicheDImport;
import fr.jalon.echanges.registre.lecture.LectureDUnImport;
import fr.jalon.echanges.registre.lecture.PersonnesDUnImport;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file: its progress, then its report; the persons behind its figures; the file as received. */
@Controller
@RequestMapping("/imports/{id:\\d+}")
@PreAuthorize("hasAuthority('IMPORTS')")
class ImportController {
  private static final String PAGE = "redirect:/imports/";
  private static final int ENTRANTS_MONTRES = 20;
  private final LectureDUnImport lecture;
  private final PersonnesDUnImport personnes;
  private final FileDesChargements file;
  private final Reprise reprise;
  private final AccepterEcart accepter;
  private final EcarterFichier ecarter;
  private final AnnulerChargement annuler;
  private final LireOriginal original;
  private final Libelles libelles;
  private final AgentCourant agentCourant;
  private final Journal journal;

  ImportController(LectureDUnImport lecture, PersonnesDUnImport personnes, FileDesChargements file, Reprise reprise, AccepterEcart accepter,
      EcarterFichier ecarter, AnnulerChargement annuler, LireOriginal original,
      Libelles libelles, AgentCourant agentCourant, Journal journal) {
    this.journal = journal;
    this.lecture = lecture;
    this.personnes = personnes;
    this.file = file;
    this.reprise = reprise;
    this.accepter = accepter;
    this.ecarter = ecarter;
    this.annuler = annuler;
    this.original = original;
    this.libelles = libelles;
    this.agentCourant = agentCourant;
  }

  @GetMapping
  String rapport(@PathVariable long id, @RequestParam(required = false) String deja, Model modele) {
    FicheDImport fiche = lire(id);
    if (deja != null && !modele.containsAttribute(Message.CLE)) {
      modele.addAttribute(Message.CLE, Message.information(fiche.statut().enRoute() ? "Ce fichier est déjà en cours de chargement."
          : "Ce fichier a déjà été chargé : rien n'a changé. Voici son rapport."));
    }
    boolean dossiers = agentCourant.perimetre().peut("DOSSIERS");
    boolean entrants = dossiers && fiche.nouveauxEntrants() > 0;
    modele.addAttribute("fiche", fiche);
    modele.addAttribute("progres", file.progres(id).orElse(null));
    modele.addAttribute("annulable", annuler.permis(id));
    modele.addAttribute("changements", Changement.de(fiche.mouvements(), libelles));
    List<LectureDUnImport.Anomalie> anomalies = lecture.anomalies(id);
    if (!anomalies.isEmpty()) {
      journal.annoncer("LISTE", null, null, "Demandes " + anomalies.stream().map(LectureDUnImport.Anomalie::numeroDemande).distinct()
          .collect(Collectors.joining(", ")));
    }
    modele.addAttribute("anomalies", anomalies);
    modele.addAttribute("autresEnvois", lecture.autresEnvois(id));
    modele.addAttribute("libelles", libelles);
    modele.addAttribute("dossiers", dossiers);
    modele.addAttribute("doublons", agentCourant.perimetre().peut("DOUBLONS"));
    modele.addAttribute("telechargeable", fiche.original().garde() && original.permis());
    modele.addAttribute("entrants", entrants ? personnes.page(id, PersonnesDUnImport.ENTRANTS, 1, ENTRANTS_MONTRES) : List.of());
    return "imports/rapport";
  }

  /** Asked again every second by the page; once the load is over, the page is read again and shows the report. */
  @GetMapping("/avancement")
  String avancement(@PathVariable long id, Model modele, HttpServletResponse reponse) {
    FicheDImport fiche = lire(id);
    if (!fiche.statut().enRoute()) {
      reponse.setHeader("HX-Refresh", "true");
    }
    modele.addAttribute("fiche", fiche);
    modele.addAttribute("annulable", annuler.permis(id));
    modele.addAttribute("progres", file.progres(id).orElse(null));
    return "imports/avancement";
  }

  @GetMapping("/personnes")
  String personnes(@PathVariable long id, @RequestParam String mouvement, @RequestParam(defaultValue = "1") int page, Model modele) {
    FicheDImport fiche = lire(id);
    String titre = PersonnesDUnImport.ENTRANTS.equals(mouvement) ? "Nouveaux entrants" : Changement.titre(mouvement, libelles);
    if (titre == null || !agentCourant.perimetre().peut("DOSSIERS")) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    AdresseDePage adresse = new AdresseDePage("/imports/" + id + "/personnes", Map.of("mouvement", mouvement));
    long total = personnes.nombre(id, mouvement);
    int n = Math.clamp(page, 1, new Pagination(total, 1, Pagination.TAILLE, adresse).nombre());
    modele.addAttribute("fiche", fiche);
    modele.addAttribute("titre", titre);
    modele.addAttribute("libelles", libelles);
    modele.addAttribute("pages", new Pagination(total, n, Pagination.TAILLE, adresse));
    modele.addAttribute("lignes", personnes.page(id, mouvement, n, Pagination.TAILLE));
    return "imports/personnes";
  }

  @PostMapping("/ecart")
  String accepterEcart(@PathVariable long id, @RequestParam(defaultValue = "") String raison, RedirectAttributes suite) {
    try {
      return PAGE + accepter.executer(id, raison);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return PAGE + id;
    }
  }

  @PostMapping("/ecarter")
  String ecarter(@PathVariable long id, RedirectAttributes suite) {
    try {
      ecarter.executer(id);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return PAGE + id;
  }

  @PostMapping("/annuler")
  String annuler(@PathVariable long id, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      lire(id);
      annuler.executer(id);
      return "Le chargement s'arrête : rien n'en sera gardé.";
    });
    return PAGE + id;
  }

  @GetMapping("/original")
  void original(@PathVariable long id, HttpServletResponse reponse) throws IOException {
    LireOriginal.Original fichier = original.ouvrir(id);
    reponse.setContentType("application/octet-stream");
    reponse.setHeader("Content-Disposition", ContentDisposition.attachment()
        .filename(fichier.fichier(), java.nio.charset.StandardCharsets.UTF_8).build().toString());
    if (fichier.octets() != null) {
      reponse.setContentLengthLong(fichier.octets());
    }
    original.ecrire(fichier, reponse.getOutputStream());
  }

  private FicheDImport lire(long id) {
    FicheDImport fiche = lecture.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (fiche.statut() == StatutImport.EN_COURS && file.progres(id).isEmpty()) {
      reprise.constater();
      return lecture.lire(id).orElseThrow();
    }
    return fiche;
  }
}
