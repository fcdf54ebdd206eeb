package fr.jalon.accompagnement.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Pagination;
import fr.jalon.ecran.Rubrique;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.structures.MaFiche;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where each référent of a team stands: her load, what is late, and the button that moves work. */
@Controller
@PreAuthorize("hasAuthority('REVUES')")
class EquipeController {
  /** What is late is looked for in thousands of persons at once: so many référents, with a hundred each. */
  private static final int PAR_PAGE = 30;
  private final ComposerMaJournee composer;
  private final Portefeuilles portefeuilles;
  private final Structures structures;
  private final MaFiche maFiche;
  private final AgentCourant agentCourant;

  EquipeController(ComposerMaJournee composer, Portefeuilles portefeuilles, Structures structures, MaFiche maFiche, AgentCourant agentCourant) {
    this.composer = composer;
    this.portefeuilles = portefeuilles;
    this.structures = structures;
    this.maFiche = maFiche;
    this.agentCourant = agentCourant;
  }

  /** @param organisation {@code null} for her own, else the one of her team that follows most; @param page from 1 */
  @GetMapping("/equipe")
  @Transactional(readOnly = true)
  public String equipe(@RequestParam(required = false) Integer organisation, @RequestParam(defaultValue = "1") int page, Model modele) {
    Perimetre p = agentCourant.perimetre();
    List<Candidat> tous = List.copyOf(portefeuilles.parReferent().values());
    List<Organisation> organisations = structures.organisations().stream().filter(o -> o.estDe(p))
        .filter(o -> tous.stream().anyMatch(c -> c.organisation().id() == o.id()))
        .sorted(Comparator.comparing(Organisation::nom)).toList();
    Integer choisie = organisation != null ? organisation : maFiche.referent().map(Referent::organisationId)
        .filter(id -> organisations.stream().anyMatch(o -> o.id() == id)).orElseGet(() -> laPlusGrande(tous, organisations));
    Organisation regardee = organisations.stream().filter(o -> choisie != null && o.id() == choisie).findFirst().orElse(null);
    List<Candidat> equipe = regardee == null ? List.of() : tous.stream()
        .filter(c -> c.organisation().id() == regardee.id() && (c.referent().actif() || c.charge() > 0))
        .sorted(Comparator.comparing(Candidat::charge).reversed().thenComparing(c -> c.referent().nom())).toList();
    int derniere = Math.max(1, Math.ceilDiv(equipe.size(), PAR_PAGE));
    Pagination pages = new Pagination(equipe.size(), Math.clamp(page, 1, derniere), PAR_PAGE,
        new AdresseDePage("/equipe", regardee == null ? Map.of() : Map.of("organisation", "" + regardee.id())));
    modele.addAttribute("page", new PageDeLEquipe(organisations, regardee, pages, regardee == null ? List.of()
        : composer.equipe(equipe.stream().skip((long) (pages.page() - 1) * PAR_PAGE).limit(PAR_PAGE).toList(),
            pages.page() == 1 ? regardee.id() : null)));
    return "accompagnement/equipe";
  }

  private static Integer laPlusGrande(List<Candidat> tous, List<Organisation> organisations) {
    var charges = tous.stream().collect(Collectors.groupingBy(c -> c.organisation().id(), Collectors.summingInt(Candidat::charge)));
    return organisations.stream().map(Organisation::id).max(Comparator.comparing(id -> charges.getOrDefault(id, 0))).orElse(null);
  }

  /** After « Mes personnes ». */
  @Configuration("menuDeLEquipe")
  static class Menu {
    @Bean
    EntreeDeMenu menuEquipe() {
      return new EntreeDeMenu(Rubrique.SUIVI, 15, "Mon équipe", "/equipe", "people-fill", "REVUES");
    }
  }
}
