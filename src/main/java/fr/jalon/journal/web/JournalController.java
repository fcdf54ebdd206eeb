package fr.jalon.journal.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.FichierCsv;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.LignesTracees;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.Roles;
import fr.jalon.journal.NomsDuJournal;
import fr.jalon.journal.lecture.LectureDuJournal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Journal": who did or read what, when, on whom, on which screen. Filters are in the address; reading it and exporting it are traced too. */
@Controller
@PreAuthorize("hasAuthority('JOURNAL')")
class JournalController {
  private static final Long PERSONNE = -1L;
  private static final List<String> FILTRES = List.of("qui", "acte", "du", "au", "personne", "foyer", "ecran", "sante");
  private final LectureDuJournal lecture;
  private final NomsDuJournal noms;
  private final Temoin temoin;
  private final Roles roles;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  JournalController(LectureDuJournal lecture, NomsDuJournal noms, Temoin temoin, Roles roles, TransactionTemplate transaction, Clock horloge) {
    this.lecture = lecture;
    this.noms = noms;
    this.temoin = temoin;
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
    modele.addAttribute("compte", compte(compte.total(), "trace", "traces"));
    modele.addAttribute("ecrans", noms.ecrans());
    modele.addAttribute("actes", noms.actes(lecture.actes()));
    modele.addAttribute("roles", roles);
    return "journal/journal";
  }

  /** One trace: everything that is known of it, every person it names. */
  @GetMapping("/journal/{id:\\d+}")
  String trace(@PathVariable long id, Model modele) {
    modele.addAttribute("trace", lecture.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    modele.addAttribute("roles", roles);
    return "journal/trace";
  }

  @GetMapping("/journal/export.xlsx")
  void classeur(@RequestParam Map<String, String> demande, HttpServletResponse reponse) {
    List<Colonne<LectureDuJournal.Ligne>> colonnes = List.of(
        new Colonne<>("Quand", 18, l -> Francais.instant(l.instant())), new Colonne<>("Qui", 24, LectureDuJournal.Ligne::nom),
        new Colonne<>("Identifiant", 20, LectureDuJournal.Ligne::agent),
        new Colonne<>("Rôle", 24, l -> role(l)), new Colonne<>("Quoi", 30, LectureDuJournal.Ligne::libelle),
        new Colonne<>("Personne", 12, LectureDuJournal.Ligne::personneId), new Colonne<>("Foyer", 12, LectureDuJournal.Ligne::foyerId),
        new Colonne<>("Précision", 60, LectureDuJournal.Ligne::objet), new Colonne<>("Adresse", 18, LectureDuJournal.Ligne::adresseIp),
        new Colonne<>("Écran", 30, LectureDuJournal.Ligne::surQuelEcran), new Colonne<>("Autres personnes", 40, l -> numeros(l)),
        new Colonne<>("Filtre", 40, LectureDuJournal.Ligne::filtre), new Colonne<>("Donnée de santé", 14, LectureDuJournal.Ligne::sante));
    exporter(demande, lignes -> Classeur.telecharger(reponse, "journal-" + LocalDate.now(horloge), "Journal", colonnes, lignes));
  }

  @GetMapping("/journal/export.csv")
  void csv(@RequestParam Map<String, String> demande, HttpServletResponse reponse) {
    exporter(demande, lignes -> {
      try (lignes; FichierCsv csv = FichierCsv.telecharger(reponse, "journal-" + LocalDate.now(horloge), lignes)) {
        csv.ligne(List.of("Quand", "Qui", "Identifiant", "Rôle", "Quoi", "Personne", "Foyer", "Précision", "Adresse", "Écran", "Autres personnes",
            "Filtre", "Donnée de santé"));
        lignes.pourChacune(l -> csv.ligne(Arrays.asList(l.instant().toInstant().toString(), l.nom(), l.agent(), role(l), l.libelle(),
            texte(l.personneId()), texte(l.foyerId()),
            l.objet(), texte(l.adresseIp()), texte(l.surQuelEcran()), numeros(l), l.filtre(), l.sante() ? "Oui" : "Non")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void exporter(Map<String, String> demande, java.util.function.Consumer<LignesTracees<LectureDuJournal.Ligne>> ecriture) {
    LectureDuJournal.Filtre filtre = filtre(demande);
    transaction.executeWithoutResult(_ -> ecriture.accept(temoin.lignes("Journal, " + compte(lecture.nombre(filtre), "ligne", "lignes"),
        lecture.toutes(filtre))));
  }

  /** « 12 lignes », « plus de 10 000 lignes ». */
  static String compte(long nombre, String une, String plusieurs) {
    return nombre > LectureDuJournal.COMPTE_AU_PLUS ? "plus de " + Francais.compte(LectureDuJournal.COMPTE_AU_PLUS, une, plusieurs)
        : Francais.compte(nombre, une, plusieurs);
  }

  /** A cell holds 32 767 characters: a thousand numbers of dossier, with a comma and a space between them, are under it. */
  private static String numeros(LectureDuJournal.Ligne l) {
    return l.personnes().stream().map(String::valueOf).collect(Collectors.joining(", "));
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
        numero(demande.get("personne")), numero(demande.get("foyer")), plein(demande.get("ecran")), "oui".equals(demande.get("sante")));
  }

  private static String plein(String texte) {
    return texte == null || texte.isBlank() ? null : texte.strip();
  }

  /** A day that cannot be read is refused: left out, the page would answer another question than the one asked. */
  private static LocalDate jour(String texte) {
    return plein(texte) == null ? null : DatesPlausibles.lire(texte.strip());
  }

  /** What is no number is nobody's: the traces of everybody would be read as hers. */
  private static Long numero(String texte) {
    return plein(texte) == null ? null : texte.strip().matches("\\d{1,18}") ? Long.valueOf(texte.strip()) : PERSONNE;
  }

  private static String texte(Object valeur) {
    return valeur == null ? "" : valeur.toString();
  }
}
