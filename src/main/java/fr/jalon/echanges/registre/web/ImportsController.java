package fr.jalon.echanges.registre.web;

import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.caf.application.FileDesChargements;
import fr.jalon.echanges.caf.application.Reprise;
import fr.jalon.echanges.registre.domaine.StatutImport;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois;
import fr.jalon.echanges.registre.lecture.FiltreDImports;
import fr.jalon.echanges.registre.lecture.ListeDesImports;
import fr.jalon.echanges.registre.lecture.ListeDesImports.Ligne;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** "Imports": the files received, those on their way, and the holes between them. */
@Controller
@PreAuthorize("hasAuthority('IMPORTS')")
class ImportsController {
  private final ListeDesImports liste;
  private final FileDesChargements file;
  private final Reprise reprise;
  private final Clock horloge;

  ImportsController(ListeDesImports liste, FileDesChargements file, Reprise reprise, Clock horloge) {
    this.liste = liste;
    this.file = file;
    this.reprise = reprise;
    this.horloge = horloge;
  }

  @GetMapping("/imports")
  String liste(@ModelAttribute FiltreDImports filtre, @RequestParam(defaultValue = "1") int page, Model modele) {
    boolean enRoute = !enRoute().isEmpty();
    long total = liste.nombre(filtre);
    int n = Math.clamp(page, 1, new Pagination(total, 1, Pagination.TAILLE, filtre.adresse()).nombre());
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesImports(filtre, liste.page(filtre, n),
        new Pagination(total, n, Pagination.TAILLE, filtre.adresse()), liste.organismes(),
        enRoute, liste.rejetsOuverts(), liste.retenus(), SuiteDesEnvois.de(liste.envois(), aujourdhui).manques(), aujourdhui));
    modele.addAttribute("progres", progres());
    return "imports/liste";
  }

  /** The panel of files on their way, asked again every two seconds; once nothing is left, the page is read again. */
  @GetMapping("/imports/en-cours")
  String enCours(Model modele, HttpServletResponse reponse) {
    Map<Ligne, FileDesChargements.Progres> progres = progres();
    if (progres.isEmpty()) {
      reponse.setHeader("HX-Refresh", "true");
    }
    modele.addAttribute("progres", progres);
    return "imports/en-cours";
  }

  @GetMapping("/imports/suite")
  String suite(Model modele) {
    modele.addAttribute("suite", SuiteDesEnvois.de(liste.envois(), LocalDate.now(horloge)));
    return "imports/suite";
  }

  private Map<Ligne, FileDesChargements.Progres> progres() {
    Map<Ligne, FileDesChargements.Progres> progres = new LinkedHashMap<>();
    enRoute().forEach(l -> progres.put(l, file.progres(l.id()).orElse(null)));
    return progres;
  }

  /** A load that this server does not do may have been killed with its process: asked before it is shown. */
  private List<Ligne> enRoute() {
    List<Ligne> lignes = liste.enRoute();
    if (lignes.stream().anyMatch(l -> l.statut() == StatutImport.EN_COURS && file.progres(l.id()).isEmpty())) {
      reprise.constater();
      return liste.enRoute();
    }
    return lignes;
  }
}
