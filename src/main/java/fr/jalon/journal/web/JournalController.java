package fr.jalon.journal.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.FichierCsv;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Rubrique;
import fr.jalon.habilitations.Roles;
import fr.jalon.journal.Journal;
import fr.jalon.journal.lecture.LectureDuJournal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Journal": who did or read what, when, on whom. Filters are in the address; the export is itself traced. */
@Controller
@PreAuthorize("hasAuthority('JOURNAL')")
class JournalController {
  private static final List<String> FILTRES = List.of("qui", "acte", "du", "au", "personne", "foyer");
  private final LectureDuJournal lecture;
  private final Journal journal;
  private final Roles roles;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  JournalController(LectureDuJournal lecture, Journal journal, Roles roles, TransactionTemplate transaction, Clock horloge) {
    this.lecture = lecture;
    this.journal = journal;
    this.roles = roles;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  /** The entry of the menu. */
  @org.springframework.context.annotation.Configuration
  static class Menu {
    @Bean
    EntreeDeMenu menuJournal() {
      return new EntreeDeMenu(Rubrique.ADMINISTRATION, 90, "Journal", "/journal", "journal-text", "JOURNAL");
    }
  }

  @GetMapping("/journal")
  String page(@RequestParam Map<String, String> demande, @RequestParam(defaultValue = "1") int page, Model modele) {
    LectureDuJournal.Filtre filtre = filtre(demande);
    AdresseDePage adresse = adresse(demande);
    Pagination compte = new Pagination(lecture.nombre(filtre), 1, Pagination.TAILLE, adresse);
    Pagination pages = new Pagination(compte.total(), Math.clamp(page, 1, compte.nombre()), Pagination.TAILLE, adresse);
    modele.addAttribute("demande", adresse.parametres());
    modele.addAttribute("adresse", adresse);
    modele.addAttribute("lignes", lecture.page(filtre, pages.page()));
    modele.addAttribute("pages", pages);
    modele.addAttribute("actes", lecture.actes());
    modele.addAttribute("roles", roles);
    return "journal/journal";
  }

  @GetMapping("/journal/export.xlsx")
  void classeur(@RequestParam Map<String, String> demande, HttpServletResponse reponse) {
    List<Colonne<LectureDuJournal.Ligne>> colonnes = List.of(
        new Colonne<>("Quand", 18, l -> Francais.instant(l.instant())), new Colonne<>("Qui", 24, LectureDuJournal.Ligne::agent),
        new Colonne<>("Rôle", 24, l -> role(l)), new Colonne<>("Quoi", 30, LectureDuJournal.Ligne::libelle),
        new Colonne<>("Personne", 12, LectureDuJournal.Ligne::personneId), new Colonne<>("Foyer", 12, LectureDuJournal.Ligne::foyerId),
        new Colonne<>("Précision", 60, LectureDuJournal.Ligne::objet), new Colonne<>("Adresse", 18, LectureDuJournal.Ligne::adresseIp));
    exporter(demande, lignes -> Classeur.telecharger(reponse, "journal-" + LocalDate.now(horloge), "Journal", colonnes, lignes));
  }

  @GetMapping("/journal/export.csv")
  void csv(@RequestParam Map<String, String> demande, HttpServletResponse reponse) {
    exporter(demande, lignes -> {
      try (lignes; FichierCsv csv = FichierCsv.telecharger(reponse, "journal-" + LocalDate.now(horloge))) {
        csv.ligne(List.of("Quand", "Qui", "Rôle", "Quoi", "Personne", "Foyer", "Précision", "Adresse"));
        lignes.forEach(l -> csv.ligne(Arrays.asList(l.instant().toInstant().toString(), l.agent(), role(l), l.libelle(), texte(l.personneId()), texte(l.foyerId()), l.objet(),
            texte(l.adresseIp()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void exporter(Map<String, String> demande, java.util.function.Consumer<Stream<LectureDuJournal.Ligne>> ecriture) {
    LectureDuJournal.Filtre filtre = filtre(demande);
    transaction.executeWithoutResult(_ -> {
      journal.tracer("EXPORT", filtre.personne(), filtre.foyer(), "Journal, " + Francais.compte(lecture.nombre(filtre), "ligne", "lignes"));
      ecriture.accept(lecture.toutes(filtre));
    });
  }

  private String role(LectureDuJournal.Ligne ligne) {
    return ligne.role() == null ? "" : roles.libelle(ligne.role());
  }

  private static AdresseDePage adresse(Map<String, String> demande) {
    Map<String, String> retenus = new LinkedHashMap<>();
    FILTRES.forEach(f -> retenus.put(f, demande.get(f)));
    return new AdresseDePage("/journal", retenus);
  }

  private static LectureDuJournal.Filtre filtre(Map<String, String> demande) {
    return new LectureDuJournal.Filtre(plein(demande.get("qui")), plein(demande.get("acte")), jour(demande.get("du")), jour(demande.get("au")),
        numero(demande.get("personne")), numero(demande.get("foyer")));
  }

  private static String plein(String texte) {
    return texte == null || texte.isBlank() ? null : texte.strip();
  }

  private static LocalDate jour(String texte) {
    try {
      return plein(texte) == null ? null : DatesPlausibles.lire(texte.strip());
    } catch (DateTimeParseException illisible) {
      return null;
    }
  }

  private static Long numero(String texte) {
    return plein(texte) != null && texte.strip().matches("\\d{1,18}") ? Long.valueOf(texte.strip()) : null;
  }

  private static String texte(Object valeur) {
    return valeur == null ? "" : valeur.toString();
  }
}
