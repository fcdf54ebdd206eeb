package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.domaine.Cohorte;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs;
import fr.jalon.accompagnement.lecture.PortefeuillesIntensifs.Portefeuille;
import fr.jalon.accompagnement.lecture.ResultatsDesCohortes;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of those who entered intensive portfolios, at six and twelve months, beside others alike. */
@Controller
@PreAuthorize("hasAuthority('INTENSIF')")
class ResultatsController {
  private static final List<Integer> DUREES = List.of(6, 12);
  private static final int ANNEES = 4;
  private final ResultatsDesCohortes resultats;
  private final PortefeuillesIntensifs portefeuilles;
  private final ComposerUnPortefeuille composer;
  private final Structures structures;
  private final Clock horloge;

  ResultatsController(ResultatsDesCohortes resultats, PortefeuillesIntensifs portefeuilles, ComposerUnPortefeuille composer, Structures structures,
      Clock horloge) {
    this.resultats = resultats;
    this.portefeuilles = portefeuilles;
    this.composer = composer;
    this.structures = structures;
    this.horloge = horloge;
  }

  /** @param cohorte a year or a quarter; without one, the year before this one */
  @GetMapping("/portefeuilles-intensifs/resultats")
  @Transactional(readOnly = true)
  public String resultats(@RequestParam(defaultValue = "") String cohorte, @RequestParam(required = false) Integer territoire,
      @RequestParam(required = false) Integer referent, Model modele) {
    LocalDate jour = LocalDate.now(horloge);
    Cohorte choisie = Cohorte.de(cohorte).or(() -> Cohorte.de(String.valueOf(jour.getYear() - 1))).orElseThrow();
    List<Cohorte> cohortes = Cohorte.commencees(jour, ANNEES);
    List<Portefeuille> leurs = composer.regardables(portefeuilles.tous(jour));
    Integer chez = leurs.stream().anyMatch(p -> referent != null && p.referentId() == referent) ? referent : null;
    Integer dans = structures.territoires().stream().anyMatch(t -> territoire != null && t.id() == territoire) ? territoire : null;
    modele.addAttribute("page", new PageDesResultats(cohortes.contains(choisie) ? cohortes : Stream.concat(Stream.of(choisie),
        cohortes.stream()).toList(),
        choisie, structures.territoires(), dans, leurs, chez, DUREES.stream().map(d -> resultats.de(choisie.du(), choisie.au(), d, dans,
            chez)).toList()));
    return "accompagnement/resultats-intensifs";
  }
}
