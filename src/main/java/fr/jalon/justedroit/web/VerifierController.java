package fr.jalon.justedroit.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.journal.Journal;
import fr.jalon.justedroit.domaine.FaitsDuMois;
import fr.jalon.justedroit.domaine.Verificateur;
import fr.jalon.justedroit.domaine.Verification;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Bilan;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Ligne;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Sens;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre;
import fr.jalon.justedroit.lecture.FoyerLu;
import fr.jalon.justedroit.lecture.FoyersDUnePersonne;
import fr.jalon.justedroit.lecture.LectureDesFaits;
import fr.jalon.justedroit.lecture.Verifiees;
import fr.jalon.parametres.Parametres;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The RSA of the files beside the one recalculated: the foyers to verify, and one foyer month after month. */
@Controller
@PreAuthorize("hasAuthority('VERIFICATIONS')")
class VerifierController {
  private static final int MOIS_MONTRES = 13;
  private final EcartsDuPerimetre ecarts;
  private final Verifiees verifiees;
  private final LectureDesFaits faits;
  private final FoyersDUnePersonne foyers;
  private final Structures structures;
  private final Parametres parametres;
  private final Journal journal;
  private final Temoin temoin;
  private final Regard regard;
  private final TransactionTemplate transaction;
  private final Clock horloge;

  VerifierController(EcartsDuPerimetre ecarts, Verifiees verifiees, LectureDesFaits faits, FoyersDUnePersonne foyers, Structures structures,
      Parametres parametres, Journal journal, Temoin temoin,
      Regard regard, TransactionTemplate transaction, Clock horloge) {
    this.ecarts = ecarts;
    this.verifiees = verifiees;
    this.faits = faits;
    this.foyers = foyers;
    this.structures = structures;
    this.parametres = parametres;
    this.journal = journal;
    this.temoin = temoin;
    this.regard = regard;
    this.transaction = transaction;
    this.horloge = horloge;
  }

  @GetMapping("/verifier")
  String liste(@RequestParam Map<String, String> champs, @RequestParam(defaultValue = "1") int page, Model modele) {
    Saisie saisie = new Saisie(champs);
    Bilan bilan = bilan(saisie);
    long total = bilan == null ? 0 : bilan.lignes().size();
    int ici = (int) Math.clamp(page, 1, Math.max(1, (total + Pagination.TAILLE - 1) / Pagination.TAILLE));
    AdresseDePage adresse = adresse(saisie, "/verifier");
    List<Ligne> lignes = bilan == null ? List.of() : bilan.lignes().stream().skip((ici - 1L) * Pagination.TAILLE).limit(Pagination.TAILLE).toList();
    modele.addAttribute("page", new PageDesEcarts(saisie, saisie.choix("sens", Sens.class), saisie.choix("vus", EcartsDuPerimetre.Regard.class),
        saisie.texte("territoire"), structures.territoires(), bilan, lignes,
        new Pagination(total, ici, Pagination.TAILLE, adresse), regard.peut("EXPORTS")
        && total > 0 ? adresse.vers("/verifier/export").toString() : null));
    return "justedroit/ecarts";
  }

  @GetMapping("/verifier/export")
  @PreAuthorize("hasAuthority('VERIFICATIONS') and hasAuthority('EXPORTS')")
  void export(@RequestParam Map<String, String> champs, HttpServletResponse reponse) {
    Bilan bilan = bilan(new Saisie(champs));
    List<Ligne> lignes = bilan == null ? List.of() : bilan.lignes();
    Classeur.telecharger(reponse, "foyers-a-verifier", "À vérifier", List.of(
        new Colonne<Ligne>("Nom", 20, l -> l.foyer().nom()), new Colonne<Ligne>("Prénom", 16, l -> l.foyer().prenom()),
        new Colonne<Ligne>("Organisme", 12, l -> l.foyer().organisme()), new Colonne<Ligne>("N° allocataire", 16, l -> l.foyer().matricule()),
        new Colonne<Ligne>("Territoire", 18, l -> l.foyer().territoire()), new Colonne<Ligne>("Mois", 12, l -> l.verification().mois().atDay(1)),
        new Colonne<Ligne>("Caisse", 12, l -> l.verification().caisse()), new Colonne<Ligne>("Recalculé", 12, l -> l.verification().recalcule()),
        new Colonne<Ligne>("Écart", 12, l -> l.verification().ecart()),
        new Colonne<Ligne>("Piste", 34, l -> l.verification().premiere().explication().libelle()),
        new Colonne<Ligne>("À vérifier", 60, l -> l.verification().premiere().explication().verification()),
        new Colonne<Ligne>("Vérifié le", 12, l -> l.verifiee() == null ? null : l.verifiee().le().atZoneSameInstant(horloge.getZone()).toLocalDate()),
        new Colonne<Ligne>("Par", 22, l -> l.verifiee() == null ? null : l.verifiee().nom()),
        new Colonne<Ligne>("Ce qui a été trouvé", 40, l -> l.verifiee() == null ? null : l.verifiee().note())),
        temoin.lignes("Foyers à vérifier : %d".formatted(lignes.size()), lignes.stream()));
  }

  @GetMapping("/verifier/dossier/{id}")
  String foyer(@PathVariable long id, Model modele) {
    return transaction.execute(_ -> {
      String nom = foyers.nom(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      Long foyer = foyers.foyer(id).orElse(null);
      journal.annoncer("CONSULTATION", id, foyer, "Vérification du droit");
      modele.addAttribute("page", new PageDeVerification(id, nom, seuil().toPlainString(), foyer, foyer == null ? List.of() : mois(foyer),
          foyer == null ? null : verifiees.deFoyer(foyer).orElse(null)));
      return "justedroit/verifier";
    });
  }

  private List<PageDeVerification.Mois> mois(long foyer) {
    LocalDate dernier = faits.derniereReference().orElse(LocalDate.now(horloge));
    List<LocalDate> jours = IntStream.range(0, MOIS_MONTRES).mapToObj(i -> YearMonth.from(dernier).minusMonths(i))
        .map(m -> m.equals(YearMonth.from(dernier)) ? dernier : m.atEndOfMonth()).toList();
    List<FaitsDuMois> lus = faits.deFoyer(foyer, jours).stream().map(FoyerLu::faits).toList();
    Map<YearMonth, FoyersDUnePersonne.Verse> verses = foyers.verses(foyer);
    Verificateur verificateur = Verificateur.detaille();
    List<PageDeVerification.Mois> mois = new ArrayList<>();
    for (FaitsDuMois f : lus.reversed()) {
      Verification v = verificateur.verifier(f, lus);
      mois.add(new PageDeVerification.Mois(v, verses.get(f.mois())));
    }
    return mois;
  }

  private Bilan bilan(Saisie saisie) {
    if (saisie.vide("seuil")) {
      saisie.poser("seuil", seuil().toPlainString());
    }
    BigDecimal lu = saisie.nombre("seuil");
    BigDecimal seuil = saisie.juste() ? lu.max(BigDecimal.ONE) : seuil();
    return faits.derniereReference().map(jour ->
        ecarts.au(jour, seuil, saisie.choix("sens", Sens.class), saisie.texte("territoire"), saisie.choix("vus", EcartsDuPerimetre.Regard.class)))
            .orElse(null);
  }

  private AdresseDePage adresse(Saisie saisie, String chemin) {
    return new AdresseDePage(chemin, Map.of("seuil", saisie.texte("seuil"), "sens",
        saisie.choix("sens", Sens.class) == Sens.TOUS ? "" : saisie.texte("sens"),
        "territoire", saisie.texte("territoire"), "vus",
        saisie.choix("vus", EcartsDuPerimetre.Regard.class) == EcartsDuPerimetre.Regard.A_VERIFIER ? "" : saisie.texte("vus")));
  }

  private BigDecimal seuil() {
    return BigDecimal.valueOf(parametres.valeur("justedroit.seuil_ecart", LocalDate.now(horloge)).entier());
  }
}
