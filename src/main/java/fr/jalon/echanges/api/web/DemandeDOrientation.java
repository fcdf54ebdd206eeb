package fr.jalon.echanges.api.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.structures.Public;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** An orientation to record. */
@Schema(description = "L'orientation notifiée à une personne.", example = """
    {"personne": 1207, "parcours": "SOCIOPROFESSIONNEL", "organisation": 3, "referent": 14, "notifieLe": "2025-09-05"}""")
record DemandeDOrientation(
    @NotNull(message = "Donnez le numéro de la personne.") @Schema(example = "1207") Long personne,
    @NotNull(message = "Donnez le parcours.") Parcours parcours,
    @NotNull(message = "Donnez le numéro de l'organisation.") @Schema(description = "Voir /api/v1/organisations", example = "3") Integer organisation,
    @Schema(description = "Un référent de cette organisation ; absent s'il reste à désigner", example = "14") Integer referent,
    @NotNull(message = "Donnez le jour où l'orientation a été notifiée.") @Schema(description = "Jour où le courrier est parti") LocalDate notifieLe,
    @Size(max = 500, message = "500 caractères au plus.") @Schema(description =
        "Pourquoi un autre parcours que celui que recommande le diagnostic") String motifEcart,
    @JsonProperty("public") @Schema(name = "public", description = "Public auquel la personne appartient, pour un référent spécialisé") Public besoin,
    @Valid DepassementDemande depassement) {

  /** Somebody accepts that the référent goes over her capacity. */
  @Schema(description = "Qui accepte, par son nom, que le référent suive plus de personnes que sa capacité, et pourquoi.")
  record DepassementDemande(@NotBlank(message = "Donnez le nom de qui accepte.") @Size(max = 120,
      message = "120 caractères au plus.") String acceptePar,
      @NotBlank(message = "Donnez la raison.") @Size(max = 500, message = "500 caractères au plus.") String raison) {}

  NouvelleOrientation orientation() {
    return new NouvelleOrientation(personne, parcours, organisation, referent, notifieLe, motifEcart == null
        || motifEcart.isBlank() ? null : motifEcart.strip(),
        besoin, depassement == null ? null : Depassement.de(depassement.acceptePar(), depassement.raison()));
  }
}
