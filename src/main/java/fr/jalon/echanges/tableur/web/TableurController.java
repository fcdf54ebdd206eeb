package fr.jalon.echanges.tableur.web;

import fr.jalon.echanges.tableur.application.ApercusDesTableurs.Apercu;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.ecran.CaseDExport;
import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.FichierCsv;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.tableur.application.DeposerTableur;
import fr.jalon.echanges.tableur.application.EnregistrementEnFond;
import fr.jalon.echanges.tableur.application.EnregistrerTableur;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.application.Tableurs;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.ecran.LignesTracees;
import fr.jalon.ecran.Temoin;
import fr.jalon.journal.Journal;
import fr.jalon.habilitations.EnvoiPermis;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Tableur": drop a spreadsheet, match its columns, look at it, record it, correct its rows. Each step is an address one can come back to. */
@Controller
@RequestMapping("/imports/tableur")
@PreAuthorize("hasAnyAuthority('IMPORTS', 'REPRISE')")
class TableurController {
  private static final String PAGE = "redirect:/imports/tableur";
  private final Tableurs tableurs;
  private final DeposerTableur deposer;
  private final EnregistrementEnFond enFond;
  private final EnregistrerTableur enregistrer;
  private final Journal journal;
  private final Temoin temoin;
  private final ComposerLesLignes composer;

  TableurController(Tableurs tableurs, DeposerTableur deposer, EnregistrementEnFond enFond, EnregistrerTableur enregistrer,
      Journal journal, Temoin temoin, ComposerLesLignes composer) {
    this.tableurs = tableurs;
    this.deposer = deposer;
    this.enFond = enFond;
    this.enregistrer = enregistrer;
    this.journal = journal;
    this.temoin = temoin;
    this.composer = composer;
  }

  @GetMapping
  @PreAuthorize("hasAuthority('IMPORTS')")
  String accueil(Model modele) {
    modele.addAttribute("tableurs", tableurs.miens().stream().filter(t -> !t.genre().repris()).toList());
    return "imports/tableur/accueil";
  }

  @PostMapping(consumes = "multipart/form-data")
  @PreAuthorize("hasAuthority('IMPORTS')")
  String deposer(@RequestParam MultipartFile fichier, RedirectAttributes suite) {
    try {
      if (fichier.getSize() > DeposerTableur.TAILLE_MAXIMALE) {
        throw new RefusMetier("FICHIER_TROP_GROS", "Ce tableur dépasse 50 Mo : découpez-le en plusieurs fichiers.");
      }
      return PAGE + "/" + deposer.deposer(fichier.getOriginalFilename(), fichier::getBytes) + "/colonnes";
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return PAGE;
    }
  }

  @GetMapping("/modele.csv")
  @PreAuthorize("hasAuthority('IMPORTS')")
  void modele(HttpServletResponse reponse) throws IOException {
    try (FichierCsv csv = FichierCsv.telecharger(reponse, "modele-personnes")) {
      csv.ligne(GenreDeTableur.PERSONNES.champs().stream().map(Champ::libelle).toList());
      csv.ligne(GenreDeTableur.PERSONNES.champs().stream().map(Champ::exemple).toList());
    }
  }

  @GetMapping("/{id:\\d+}/colonnes")
  String colonnes(@PathVariable long id, Model modele) {
    Tableur t = lire(id);
    return colonnes(t, deposer.proposer(t), modele);
  }

  private String colonnes(Tableur t, Correspondance correspondance, Model modele) {
    annoncer(t, "premières lignes");
    modele.addAttribute("tableur", t);
    modele.addAttribute("deja", tableurs.memeFichier(t).orElse(null));
    modele.addAttribute("correspondance", correspondance);
    modele.addAttribute("exemples", tableurs.lignes(t.id(), Set.of(), 3, 0));
    return "imports/tableur/colonnes";
  }

  @PostMapping("/{id:\\d+}/colonnes")
  String associer(@PathVariable long id, @RequestParam List<String> champ, @RequestParam(defaultValue = "") String parcours,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate orienteLe, Model modele) {
    Tableur t = lire(id);
    List<Champ> champs = champ.stream().map(Champ::lire).toList();
    try {
      deposer.associer(t, champs, parcours.isBlank() ? null : parcours, orienteLe);
      return PAGE + "/" + id;
    } catch (RefusMetier refus) {
      Map<Champ, Integer> colonnes = new EnumMap<>(Champ.class);
      for (int i = 0; i < champs.size(); i++) {
        if (champs.get(i) != null) {
          colonnes.putIfAbsent(champs.get(i), i);
        }
      }
      modele.addAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return colonnes(t, new Correspondance(colonnes), modele);
    }
  }

  @PostMapping("/{id:\\d+}/titres")
  String relire(@PathVariable long id, @RequestParam(defaultValue = "") String feuille, @RequestParam(defaultValue = "") String ligne,
      RedirectAttributes suite) {
    try {
      if (!ligne.strip().matches("|[1-9]\\d{0,6}")) {
        throw new RefusMetier("LIGNE_DES_TITRES", "« " + ligne.strip() + " » n'est pas un numéro de ligne : écrivez 1, 2, 3…");
      }
      deposer.relire(lire(id), new Tableau.Choix(feuille.isBlank() ? null : feuille, ligne.isBlank() ? null : Integer.valueOf(ligne.strip())));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return PAGE + "/" + id + "/colonnes";
  }

  @GetMapping("/{id:\\d+}")
  String lignes(@PathVariable long id, @RequestParam(defaultValue = "") String statut, @RequestParam(defaultValue = "1") int page, Model modele) {
    Tableur t = lire(id);
    if (t.correspondance() == null) {
      return PAGE + "/" + id + "/colonnes";
    }
    StatutLigne voulu = Arrays.stream(StatutLigne.values()).filter(s -> s.name().equals(statut)).findFirst().orElse(null);
    if (composer.attend(t)) {
      modele.addAttribute("avancement", composer.avancement(t));
      modele.addAttribute("tableur", t);
      return "imports/tableur/attente";
    }
    Map<StatutLigne, Integer> comptes = tableurs.comptes(id);
    Apercu apercu = composer.apercu(t);
    AdresseDePage adresse = new AdresseDePage("/imports/tableur/" + id, Map.of("statut", voulu == null ? "" : voulu.name()));
    long total = voulu == null ? t.lignes() : comptes.getOrDefault(voulu, 0);
    int n = Math.clamp(page, 1, new Pagination(total, 1, Pagination.TAILLE, adresse).nombre());
    List<LigneGardee> gardees = tableurs.lignes(id, voulu == null ? Set.of() : Set.of(voulu), Pagination.TAILLE, (n - 1) * Pagination.TAILLE);
    annoncer(t, gardees.isEmpty() ? "aucune ligne" : "lignes " + gardees.getFirst().rang() + " à " + gardees.getLast().rang());
    modele.addAttribute("page", new PageDeTableur(t, composer.lignes(t, gardees), comptes, apercu.justes(), tableurs.doublons(id), voulu,
        new Pagination(total, n, Pagination.TAILLE, adresse), apercu.dejaLa()));
    return "imports/tableur/lignes";
  }

  @PostMapping("/{id:\\d+}/enregistrer")
  String enregistrer(@PathVariable long id, RedirectAttributes suite) {
    try {
      enFond.lancer(lire(id));
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return PAGE + "/" + id;
  }

  @GetMapping("/{id:\\d+}/avancement")
  String avancement(@PathVariable long id, Model modele, HttpServletResponse reponse) {
    Tableur t = lire(id);
    var avancement = composer.avancement(t);
    if (!t.enCours() && avancement == null) {
      reponse.setHeader("HX-Refresh", "true");
    }
    modele.addAttribute("avancement", avancement);
    modele.addAttribute("tableur", t);
    return "imports/tableur/avancement";
  }

  @PostMapping("/{id:\\d+}/lignes/{rang}")
  String corriger(@PathVariable long id, @PathVariable int rang, @RequestParam Map<String, String> formulaire,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean enPlace, Model modele, RedirectAttributes suite) {
    Message message;
    try {
      LigneGardee apres = enregistrer.corriger(id, rang, saisies(formulaire));
      message = apres.statut() == StatutLigne.ERREUR ? Message.refus("La ligne " + rang + " est encore en erreur.")
          : Message.fait("Ligne " + rang + " : " + (apres.statut() == StatutLigne.A_FAIRE ? "corrigée." : "enregistrée."));
    } catch (RefusMetier refus) {
      message = Message.refus(refus.getMessage());
    }
    if (!enPlace) {
      suite.addFlashAttribute(Message.CLE, message);
      return PAGE + "/" + id + "#ligne-" + rang;
    }
    Tableur t = lire(id);
    PageDeTableur.Ligne ligne = composer.lignes(t,
        List.of(tableurs.ligne(id, rang).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))).getFirst();
    annoncer(t, "ligne " + rang);
    modele.addAttribute("page", new PageDeTableur(t, List.of(), Map.of(), 0, 0, null, new Pagination(0, 1, 1, new AdresseDePage("", Map.of())), 0));
    modele.addAttribute("ligne", ligne);
    modele.addAttribute("message", message);
    return "imports/tableur/ligne";
  }

  /** A NIR left blank, or masked in another field, keeps what the file says: it is never shown, so it cannot be typed again; a box leaves it out. */
  static Map<Champ, String> saisies(Map<String, String> formulaire) {
    Map<Champ, String> champs = new EnumMap<>(Champ.class);
    formulaire.forEach((nom, valeur) -> {
      Champ champ = Champ.lire(nom);
      if (champ != null && !(champ == Champ.NIR && valeur.isBlank()) && !valeur.contains(CaseDExport.NIR_MASQUE)) {
        champs.put(champ, valeur);
      }
    });
    if (formulaire.containsKey("sansNir")) {
      champs.put(Champ.NIR, "");
    }
    return champs;
  }

  @GetMapping("/{id:\\d+}/erreurs.csv")
  void erreurs(@PathVariable long id, HttpServletResponse reponse) throws IOException {
    Tableur t = lire(id);
    LignesRejetees lignes = new LignesRejetees(t);
    try (FichierCsv csv = FichierCsv.telecharger(reponse, "erreurs-" + id)) {
      csv.ligne(lignes.titres());
      List<LigneGardee> paquet = List.of();
      do {
        // a thousand at a time, and no connection is held while they leave
        paquet = tableurs.suivantes(id, StatutLigne.ERREUR, paquet.isEmpty() ? 0 : paquet.getLast().rang(), LignesTracees.PAQUET);
        temoin.exporter("Tableur %d (%s) : lignes en erreur %s".formatted(id, t.fichier(), rangs(paquet)), paquet);
        paquet.forEach(l -> csv.ligne(lignes.ligne(l)));
      } while (paquet.size() == LignesTracees.PAQUET);
    }
  }

  @PostMapping("/{id:\\d+}/abandonner")
  String abandonner(@PathVariable long id, RedirectAttributes suite) {
    Tableur t = lire(id);
    tableurs.abandonner(id);
    suite.addFlashAttribute(Message.CLE, Message.fait("« " + t.fichier() + " » est effacé"
        + (t.importId() == null && !t.enregistre() ? "." : " ; ce qu'il a enregistré reste.")));
    return t.genre().repris() ? PAGE + "/reprises" : PAGE;
  }

  /** Before it is recorded a row is of nobody known: the file and the row, kept with it, tell whose it is. */
  private void annoncer(Tableur t, String quoi) {
    journal.annoncer("LISTE", null, null, "Tableur %d (%s) : %s".formatted(t.id(), t.fichier(), quoi));
  }

  private static String rangs(List<LigneGardee> lignes) {
    return lignes.stream().map(l -> String.valueOf(l.rang())).collect(Collectors.joining(", "));
  }

  private Tableur lire(long id) {
    return tableurs.lire(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A little more than the spreadsheet itself: the form around it. */
  @Configuration
  static class Envois {
    @Bean
    EnvoiPermis depotDeTableur() {
      return new EnvoiPermis("/imports/tableur", "IMPORTS", DataSize.ofMegabytes(51));
    }
  }
}
