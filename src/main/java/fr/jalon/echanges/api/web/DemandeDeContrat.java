package fr.jalon.echanges.api.web;

import fr.jalon.engagement.application.ProposerUnContrat.Action;
import fr.jalon.engagement.application.ProposerUnContrat.Objectif;
import fr.jalon.engagement.application.ProposerUnContrat.Proposition;
import fr.jalon.engagement.domaine.Intensite;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A contract to prepare. */
@Schema(description = "Un contrat à préparer pour une personne que vous suivez. Ce qui n'est pas dit est ce que Jalon propose.", example = """
    {"personne": 1207, "depuis": "2025-09-05", "jusquAu": "2026-03-04", "intensite": "RENFORCEE",
     "objectifs": [{"texte": "Je précise mon projet de travail.", "actions": [{"libelle": "Deux ateliers", "activite": "REMOBILISATION", "heures": 3}]}]}""")
record DemandeDeContrat(@NotNull(message = "Donnez le numéro de la personne.") @Schema(example = "1207") Long personne, LocalDate depuis,
    LocalDate jusquAu,
    Intensite intensite, @Schema(description = "Une phrase par ligne") String engagementsPersonne,
    @Schema(description = "Une phrase par ligne") String engagementsReferent,
    @NotEmpty(message = "Donnez au moins un objectif.") List<@Valid ObjectifDemande> objectifs) {

  /** An objective. */
  @Schema(description = "Un objectif, comme la personne le dirait.")
  record ObjectifDemande(@NotBlank(message = "Dites l'objectif.") String texte,
      @Schema(description = "Thème du diagnostic, absent pour le projet") String theme,
      List<@Valid ActionDemandee> actions) {}

  /** An action. */
  @Schema(description = "Une action de l'objectif, sur les dates du contrat.")
  record ActionDemandee(@NotBlank(message = "Dites ce qui sera fait.") String libelle, @Schema(description = "Genre d'activité",
      example = "FORMATION") String activite,
      @Schema(description = "Heures par semaine", example = "3") BigDecimal heures) {}

  Proposition proposition() {
    return new Proposition(depuis, jusquAu, intensite, engagementsPersonne, engagementsReferent, objectifs.stream().map(o -> new Objectif(o.texte(),
        o.theme(), o.actions() == null ? List.of() : o.actions().stream().map(a -> new Action(a.libelle(), a.activite(), a.heures())).toList()))
            .toList());
  }
}
