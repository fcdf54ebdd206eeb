package fr.jalon.pilotage.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Temoin;
import fr.jalon.pilotage.CatalogueIndicateurs;
import fr.jalon.pilotage.Demande;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.Genre;
import fr.jalon.pilotage.Indicateur;
import fr.jalon.pilotage.Indicateurs;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.pilotage.ValeurIndicateur;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The indicators: their list, and the page that opens behind each figure. */
@Controller
@PreAuthorize("hasAuthority('INDICATEURS')")
class IndicateursController {
  private final Indicateurs indicateurs;
  private final CatalogueIndicateurs catalogue;
  private final DateDesChiffres dates;
  private final Regard regard;
  private final Temoin temoin;

  IndicateursController(Indicateurs indicateurs, CatalogueIndicateurs catalogue, DateDesChiffres dates, Regard regard, Temoin temoin) {
    this.indicateurs = indicateurs;
    this.catalogue = catalogue;
    this.dates = dates;
    this.regard = regard;
    this.temoin = temoin;
  }

  @GetMapping("/indicateurs")
  String liste(@RequestParam(defaultValue = "") String au, Model modele) {
    DateDesChiffres.Choix date = dates.choisir(au);
    Map<Demande, List<ValeurIndicateur>> valeurs = indicateurs.calculer(catalogue.tous().stream()
        .map(i -> new Demande(i.code(), null)).toList(), date.au());
    Map<Indicateur, ValeurIndicateur> lignes = new LinkedHashMap<>();
    catalogue.tous().forEach(i -> lignes.put(i, valeurs.get(new Demande(i.code(), null)).getFirst()));
    modele.addAttribute("lignes", lignes);
    modele.addAttribute("date", date);
    return "pilotage/liste";
  }

  @GetMapping("/indicateurs/{code}")
  String page(@PathVariable String code, @RequestParam(defaultValue = "") String au, @RequestParam(defaultValue = "") String par,
      @RequestParam(defaultValue = "") String valeur, @RequestParam(defaultValue = "") String territoire,
      @RequestParam(defaultValue = "1") int page, Model modele) {
    Indicateur indicateur = catalogue.indicateur(code);
    DateDesChiffres.Choix date = dates.choisir(au);
    Dimension dimension = par.isBlank() ? indicateur.parDefaut() : catalogue.dimension(par);
    String choix = dimension == null || valeur.isBlank() ? null : valeur;
    String lieu = territoire.isBlank() ? null : territoire;
    List<Demande> demandes = new ArrayList<>(List.of(new Demande(indicateur.code(), null)));
    if (dimension != null) {
      demandes.add(new Demande(indicateur.code(), dimension));
    }
    Map<Demande, List<ValeurIndicateur>> lus = indicateurs.calculer(demandes, date.au(), lieu);
    ValeurIndicateur ensemble = lus.get(demandes.getFirst()).getFirst();
    List<ValeurIndicateur> valeurs = dimension == null ? List.of() : lus.get(demandes.getLast());
    ValeurIndicateur choisie = choix == null ? ensemble : valeurs.stream().filter(v -> choix.equals(v.valeurDimension())).findFirst().orElse(null);
    int numero = Math.max(1, page);
    PersonneConcernee.Page personnes = choisie == null || choisie.valeur() == null ? new PersonneConcernee.Page(List.of(), 0, 1)
        : indicateurs.personnes(indicateur.code(), date.au(), choix == null ? null : dimension, choix, numero, lieu);
    AdresseDePage adresse = new AdresseDePage("/indicateurs/" + indicateur.code(),
        parametres(date.au(), choix == null && par.isBlank() ? null : dimension, choix, lieu));
    modele.addAttribute("vue", new PageIndicateur(indicateur, date.au(), lieu, ensemble, choisie, dimension, choix, valeurs, personnes,
        new Pagination(personnes.total(), numero, Pagination.TAILLE, adresse),
        regard.peut("EXPORTS") ? adresse.vers("/indicateurs/" + indicateur.code() + "/export").toString() : null,
        indicateurs.nomme(indicateur)));
    modele.addAttribute("date", date);
    return "pilotage/indicateur";
  }

  @GetMapping("/indicateurs/{code}/export")
  @PreAuthorize("hasAuthority('INDICATEURS') and hasAuthority('EXPORTS')")
  void exporter(@PathVariable String code, @RequestParam String au, @RequestParam(defaultValue = "") String par,
      @RequestParam(defaultValue = "") String valeur,
      @RequestParam(defaultValue = "") String territoire, HttpServletResponse reponse) {
    Indicateur indicateur = catalogue.indicateur(code);
    if (!indicateurs.nomme(indicateur)) {
      throw new AccessDeniedException("lecture");
    }
    LocalDate date = dates.choisir(au).au();
    Dimension dimension = par.isBlank() || valeur.isBlank() ? null : catalogue.dimension(par);
    PersonneConcernee.Page tout = indicateurs.personnes(indicateur.code(), date, dimension, dimension == null ? null : valeur, 0,
        territoire.isBlank() ? null : territoire);
    Classeur.telecharger(reponse, indicateur.code().toLowerCase(Locale.ROOT) + "-" + date, indicateur.code(), colonnes(indicateur),
        temoin.lignes("Indicateur " + indicateur.code() + " au " + date + (dimension == null ? "" : ", " + dimension + " = " + valeur)
        + (territoire.isBlank() ? "" : ", territoire " + territoire) + " : " + tout.total() + " lignes",
            tout.personnes().stream()));
  }

  private static List<Colonne<PersonneConcernee>> colonnes(Indicateur indicateur) {
    List<Colonne<PersonneConcernee>> colonnes = new ArrayList<>(List.of(
        new Colonne<>("Numéro de dossier", 16, PersonneConcernee::personneId), new Colonne<>("Nom", 24, PersonneConcernee::nom),
        new Colonne<>("Prénom", 20, PersonneConcernee::prenom), new Colonne<>("Naissance", 12, PersonneConcernee::dateNaissance),
        new Colonne<>("Territoire", 20, PersonneConcernee::territoire)));
    if (indicateur.propre() != null) {
      colonnes.add(new Colonne<>(indicateur.propre().libelle(), 24, PersonneConcernee::valeur));
    }
    if (indicateur.genre() == Genre.TAUX) {
      colonnes.add(new Colonne<>("Comptée dans la part", 20, PersonneConcernee::retenue));
    } else if (indicateur.genre() != Genre.NOMBRE || indicateur.unite().equals("€")) {
      colonnes.add(new Colonne<>(indicateur.titreDeLaMesure(), 14, PersonneConcernee::mesure));
    }
    return colonnes;
  }

  private static Map<String, String> parametres(LocalDate au, Dimension par, String valeur, String territoire) {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("au", au.toString());
    parametres.put("par", par == null ? "" : par.name());
    parametres.put("valeur", valeur == null ? "" : valeur);
    parametres.put("territoire", territoire);
    return parametres;
  }
}
