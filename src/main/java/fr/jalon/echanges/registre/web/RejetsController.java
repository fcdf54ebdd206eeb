package fr.jalon.echanges.registre.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.caf.application.EcarterRejet;
import fr.jalon.echanges.caf.application.RejouerLesFinanciers;
import fr.jalon.echanges.caf.application.RejouerRejet;
import fr.jalon.echanges.caf.application.RejouerRejet.Issue;
import fr.jalon.echanges.registre.domaine.StatutRejet;
import fr.jalon.echanges.registre.lecture.LectureDUnImport;
import fr.jalon.echanges.registre.lecture.ListeDesRejets;
import fr.jalon.echanges.registre.lecture.ListeDesRejets.Filtre;
import fr.jalon.echanges.registre.lecture.TableursATraiter;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rejects: of one file or of all; corrected and replayed in place, or set aside. */
@Controller
@PreAuthorize("hasAuthority('IMPORTS')")
class RejetsController {
  private final ListeDesRejets liste;
  private final LectureDUnImport imports;
  private final RejouerRejet rejouer;
  private final RejouerLesFinanciers rejouerLesFinanciers;
  private final EcarterRejet ecarter;
  private final Libelles libelles;
  private final TableursATraiter tableurs;
  private final Journal journal;

  RejetsController(ListeDesRejets liste, LectureDUnImport imports, RejouerRejet rejouer, RejouerLesFinanciers rejouerLesFinanciers,
      EcarterRejet ecarter, Libelles libelles,
      TableursATraiter tableurs, Journal journal) {
    this.liste = liste;
    this.imports = imports;
    this.rejouer = rejouer;
    this.rejouerLesFinanciers = rejouerLesFinanciers;
    this.ecarter = ecarter;
    this.libelles = libelles;
    this.tableurs = tableurs;
    this.journal = journal;
  }

  @GetMapping("/imports/rejets")
  String tous(@RequestParam(required = false) String statut, @RequestParam(defaultValue = "") String balise,
      @RequestParam(defaultValue = "1") int page, Model modele) {
    modele.addAttribute("tableurs", tableurs.liste());
    return page(new Filtre(null, lu(statut, StatutRejet.OUVERT.name()), balise), page, "/imports/rejets", StatutRejet.OUVERT.name(), modele);
  }

  @GetMapping("/imports/{id:\\d+}/rejets")
  String deCeFichier(@PathVariable long id, @RequestParam(required = false) String statut, @RequestParam(defaultValue = "") String balise,
      @RequestParam(defaultValue = "1") int page, Model modele) {
    modele.addAttribute("fiche", imports.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return page(new Filtre(id, lu(statut, ""), balise), page, "/imports/" + id + "/rejets", "", modele);
  }

  /** A dossier rejected is of nobody known: the number of its claim tells whose. */
  private void tracer(List<ListeDesRejets.Ligne> lignes) {
    if (!lignes.isEmpty()) {
      journal.annoncer("LISTE", null, null, "Demandes " + lignes.stream().map(ListeDesRejets.Ligne::numeroDemande).filter(Objects::nonNull).distinct()
          .collect(Collectors.joining(", ")));
    }
  }

  /** {@code tous} in the URL stands for every status. */
  private static String lu(String statut, String parDefaut) {
    return statut == null ? parDefaut : StatutRejet.lire(statut) == null ? "" : statut;
  }

  private String page(Filtre filtre, int page, String chemin, String parDefaut, Model modele) {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("statut", filtre.statut().equals(parDefaut) ? "" : filtre.statut().isEmpty() ? "tous" : filtre.statut());
    parametres.put("balise", filtre.balise());
    AdresseDePage adresse = new AdresseDePage(chemin, parametres);
    long total = liste.nombre(filtre);
    int n = Math.clamp(page, 1, new Pagination(total, 1, Pagination.TAILLE, adresse).nombre());
    modele.addAttribute("filtre", filtre);
    modele.addAttribute("chemin", chemin);
    modele.addAttribute("balises", liste.balises(filtre));
    modele.addAttribute("pages", new Pagination(total, n, Pagination.TAILLE, adresse));
    List<ListeDesRejets.Ligne> lignes = liste.page(filtre, n);
    tracer(lignes);
    modele.addAttribute("lignes", LigneDeRejet.de(lignes, libelles));
    modele.addAttribute("rejouables", rejouerLesFinanciers.rejouables(filtre.importId()));
    return "imports/rejets";
  }

  @PostMapping("/imports/rejets/{id}/rejouer")
  String rejouer(@PathVariable long id, @RequestParam(required = false) String valeur, @RequestParam(defaultValue = "false") boolean avecFichier,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean enPlace, Model modele, RedirectAttributes suite) {
    ListeDesRejets.Ligne rejet = lire(id);
    modele.addAttribute("avecFichier", avecFichier);
    return dire(id, enPlace, modele, suite, () -> switch (rejouer.executer(id, valeur == null ? null : LigneDeRejet.saisie(rejet.balise(), valeur))) {
      case Issue.Enregistre() -> Message.fait("Le dossier de la demande " + rejet.numeroDemande() + " est enregistré.");
      case Issue.EncoreRejete(String raison) -> Message.refus("Encore rejeté : " + raison);
    });
  }

  @PostMapping("/imports/rejets/{id}/ecarter")
  String ecarter(@PathVariable long id, @RequestParam(defaultValue = "") String motif, @RequestParam(defaultValue = "false") boolean avecFichier,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean enPlace, Model modele, RedirectAttributes suite) {
    ListeDesRejets.Ligne rejet = lire(id);
    modele.addAttribute("avecFichier", avecFichier);
    return dire(id, enPlace, modele, suite, () -> {
      ecarter.executer(id, motif);
      return Message.fait("Le rejet de la demande " + rejet.numeroDemande() + " est écarté.");
    });
  }

  @PostMapping("/imports/rejets/rejouer")
  String rejouerTout(@RequestParam(required = false) Long importId, RedirectAttributes suite) {
    Message.dire(suite, () -> {
      RejouerLesFinanciers.Bilan bilan = rejouerLesFinanciers.executer(importId);
      return Francais.compte(bilan.enregistres(), "dossier financier enregistré", "dossiers financiers enregistrés")
          + (bilan.encoreRejetes() == 0 ? "." : " ; "
          + Francais.compte(bilan.encoreRejetes(), "autre est encore rejeté", "autres sont encore rejetés") + ".");
    });
    return importId == null ? "redirect:/imports/rejets" : "redirect:/imports/" + importId + "/rejets";
  }

  /** In place: the row as it is now, with the sentence in it; else the page again. */
  private String dire(long id, boolean enPlace, Model modele, RedirectAttributes suite, Supplier<Message> acte) {
    Message message;
    try {
      message = acte.get();
    } catch (RefusMetier refus) {
      message = Message.refus(refus.getMessage());
    }
    if (enPlace) {
      tracer(List.of(lire(id)));
      modele.addAttribute("ligne", LigneDeRejet.de(lire(id), libelles));
      modele.addAttribute("message", message);
      return "imports/rejet";
    }
    suite.addFlashAttribute(Message.CLE, message);
    return "redirect:/imports/" + lire(id).importId() + "/rejets#rejet-" + id;
  }

  private ListeDesRejets.Ligne lire(long id) {
    return liste.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
