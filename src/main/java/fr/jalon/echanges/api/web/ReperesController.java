package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.habilitations.ClientConnecte;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import fr.jalon.structures.Territoire;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What helps to call the rest: who one is, the territories, the organisations and their référents. Nothing of a person followed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Repères")
class ReperesController {
  private final Structures structures;

  ReperesController(Structures structures) {
    this.structures = structures;
  }

  /** Who calls. */
  @Schema(description = "L'application, telle que Jalon la connaît.")
  record Moi(String identifiant, String nom, @Schema(description = "Portées de ce jeton") List<String> portees, Perimetre perimetre) {
    /** Whom it may see. */
    @Schema(name = "PerimetreDUneApplication", description = "Tout le Département, ou des territoires et des organisations.")
    record Perimetre(boolean departement, List<Integer> territoires, List<Integer> organisations) {}
  }

  /** A territory. */
  @Schema(name = "TerritoireDeLApi", description = "Un territoire d'action sociale.")
  record Lieu(int id, String code, String nom) {}

  /** An organisation and those one may name. */
  @Schema(name = "OrganisationDeLApi", description = "Une organisation qui suit des personnes, et ses référents.")
  record OrganisationOuverte(int id, String nom, @Schema(description = "DEPARTEMENT, FRANCE_TRAVAIL ou EXTERNE") String nature,
      @Schema(description = "Territoires servis ; vide : tous") List<Integer> territoires,
      @Schema(description = "Parcours pris ; vide : tous") List<String> parcours,
      List<ReferentOuvert> referents) {}

  /** A référent who takes persons. */
  @Schema(name = "ReferentDeLApi", description = "Un référent qui prend des personnes.")
  record ReferentOuvert(int id, String nom) {}

  @GetMapping("/moi")
  @Operation(summary = "Qui suis-je", description = "L'application, ses portées et son périmètre : le premier appel à faire.")
  Moi moi(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant) {
    return new Moi(appelant.client().identifiant(), appelant.client().nom(), appelant.portees(),
        new Moi.Perimetre(appelant.perimetre().partout(), appelant.perimetre().territoires(), appelant.perimetre().organisations()));
  }

  @GetMapping("/territoires")
  @Operation(summary = "Les territoires", description = "Leurs numéros servent de filtre.")
  List<Lieu> territoires() {
    return structures.territoires().stream().map((Territoire t) -> new Lieu(t.id(), t.code(), t.nom())).toList();
  }

  @GetMapping("/organisations")
  @Operation(summary = "Les organisations et leurs référents",
      description = "Celles qui prennent des personnes : leurs numéros servent à enregistrer une orientation.")
  List<OrganisationOuverte> organisations() {
    Map<Integer, List<ReferentOuvert>> referents = structures.referents().stream().filter(Referent::actif)
        .collect(Collectors.groupingBy(Referent::organisationId, Collectors.mapping(r -> new ReferentOuvert(r.id(), r.nom()), Collectors.toList())));
    return structures.organisations().stream().filter(o -> o.active() && o.suit())
        .map(o -> new OrganisationOuverte(o.id(), o.nom(), o.nature(), o.territoires(), o.parcours(),
        referents.getOrDefault(o.id(), List.of()))).toList();
  }

  /** Whatever else is asked under this address. */
  @RequestMapping("/**")
  @Hidden
  void rien() {
    throw Probleme.introuvable("Il n'y a rien à cette adresse, ou pas avec ce verbe. Les routes sont décrites à /api/v1/documentation.");
  }
}
