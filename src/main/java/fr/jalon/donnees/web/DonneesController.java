package fr.jalon.donnees.web;

import fr.jalon.donnees.application.Copie;
import fr.jalon.donnees.application.CopierLesDonnees;
import fr.jalon.donnees.application.NatureDeDemande;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.donnees.web.PageDesDonnees.Saisie;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Temoin;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Supplier;
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
import tools.jackson.databind.json.JsonMapper;

/** « Ses droits sur ses données »: the copy to give her, what she asks and what is answered, the litigations that keep her dossier. */
@Controller
@RequestMapping("/dossier/{id}/donnees")
@PreAuthorize("hasAuthority('DROITS_DES_PERSONNES')")
class DonneesController {
  private final TenirLesDemandes tenir;
  private final CopierLesDonnees copier;
  private final CopieEnPdf pdf;
  private final JsonMapper json;
  private final Journal journal;
  private final Temoin temoin;
  private final Clock horloge;

  DonneesController(TenirLesDemandes tenir, CopierLesDonnees copier, CopieEnPdf pdf, JsonMapper json, Journal journal, Temoin temoin, Clock horloge) {
    this.tenir = tenir;
    this.copier = copier;
    this.pdf = pdf;
    this.json = json;
    this.journal = journal;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping
  String page(@PathVariable long id, Model modele) {
    return afficher(id, Saisie.AUCUNE, modele);
  }

  @GetMapping("/copie.pdf")
  void pdf(@PathVariable long id, HttpServletResponse reponse) throws IOException {
    Copie copie = copie(id);
    temoin.exporter("Copie de toutes les données d'une personne (PDF)", copie);
    entetes(reponse, "application/pdf", "copie-des-donnees-" + id + ".pdf");
    pdf.ecrire(copie, tenir.delai(LocalDate.now(horloge)), reponse.getOutputStream());
  }

  @GetMapping("/copie.json")
  void json(@PathVariable long id, HttpServletResponse reponse) throws IOException {
    Copie copie = copie(id);
    temoin.exporter("Copie de toutes les données d'une personne (JSON)", copie);
    entetes(reponse, "application/json", "copie-des-donnees-" + id + ".json");
    reponse.getOutputStream().write(json.writeValueAsBytes(copie));
  }

  @PostMapping("/demandes")
  Object demander(@PathVariable long id, @RequestParam(defaultValue = "") String nature, @RequestParam(defaultValue = "") String recueLe,
      @RequestParam(defaultValue = "") String objet, Model modele, RedirectAttributes suite) {
    return agir(id, new Saisie("demande", null, nature, recueLe, objet), modele, suite,
        () -> "La demande est notée ; la réponse est due le " + Francais.date(
        tenir.demander(id, Arrays.stream(NatureDeDemande.values()).filter(n -> n.name().equals(nature)).findFirst().orElse(null), jour(recueLe),
        objet)) + " au plus tard.");
  }

  @PostMapping("/demandes/{demande}/reponse")
  Object repondre(@PathVariable long id, @PathVariable long demande, @RequestParam(defaultValue = "") String acceptee,
      @RequestParam(defaultValue = "") String reponse,
      Model modele, RedirectAttributes suite) {
    return agir(id, new Saisie("reponse-" + demande, null, "", "", reponse), modele, suite, () -> {
      tenir.repondre(id, demande, acceptee.isEmpty() ? null : (Boolean) acceptee.equals("oui"), reponse);
      return "La réponse est notée.";
    });
  }

  @PostMapping("/retenue")
  Object retenir(@PathVariable long id, @RequestParam(defaultValue = "") String raison, Model modele, RedirectAttributes suite) {
    return agir(id, new Saisie("retenue", null, "", "", raison), modele, suite, () -> {
      tenir.retenir(id, raison);
      return "Ce dossier sera gardé tant que le contentieux dure.";
    });
  }

  @PostMapping("/retenue/{retenue}/lever")
  Object lever(@PathVariable long id, @PathVariable long retenue, Model modele, RedirectAttributes suite) {
    return agir(id, Saisie.AUCUNE, modele, suite, () -> {
      tenir.lever(id, retenue);
      return tenir.retenues(id).isEmpty() ? "Le contentieux est terminé : la durée ordinaire s'applique."
          : "Ce contentieux est terminé ; un autre garde encore ce dossier.";
    });
  }

  /** @param acte does it and says that it is done */
  private Object agir(long id, Saisie saisie, Model modele, RedirectAttributes suite, Supplier<String> acte) {
    nom(id);
    try {
      suite.addFlashAttribute(Message.CLE, Message.fait(acte.get()));
      return "redirect:/dossier/" + id + "/donnees";
    } catch (RefusMetier refus) {
      afficher(id, new Saisie(saisie.quoi(), refus.getMessage(), saisie.nature(), saisie.recueLe(), saisie.texte()), modele);
      return Refus.page("donnees/donnees", modele);
    }
  }

  private String afficher(long id, Saisie saisie, Model modele) {
    journal.annoncer("CONSULTATION", id, null, "Ses droits sur ses données");
    LocalDate jour = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesDonnees(id, nom(id), tenir.demandes(id), tenir.retenues(id), jour, tenir.delai(jour),
        tenir.conservation(jour), saisie));
    return "donnees/donnees";
  }

  private Copie copie(long id) {
    nom(id);
    return copier.de(id);
  }

  private String nom(long id) {
    return tenir.nom(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void entetes(HttpServletResponse reponse, String type, String fichier) {
    reponse.setContentType(type);
    reponse.setHeader("Content-Disposition", "attachment; filename=\"" + fichier + "\"");
    reponse.setHeader("Cache-Control", "no-store");
  }

  private static LocalDate jour(String texte) {
    try {
      return texte.isBlank() ? null : DatesPlausibles.lire(texte);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
