package fr.jalon.echanges.api.web;

import fr.jalon.carnet.lecture.EcritsParCurseur.EcritLu;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** An entry of a notebook. */
@Schema(description = "Un écrit du carnet partagé d'une personne, ou une réponse.")
record EcritDeCarnet(@Schema(example = "412") long id, @PersonneMontree @Schema(example = "1207") long personne,
    @Schema(description = "L'écrit auquel celui-ci répond ; null quand il ne répond à aucun") Long reponseA,
    @Schema(description = "Voir /api/v1/carnet/themes", example = "EMPLOI") String theme, @Schema(example = "Emploi") String themeEnClair,
    @Schema(description = "Le jour dont il parle") LocalDate le, String texte, @Schema(description = "Qui l'a écrit, par son nom") String auteur,
    OffsetDateTime ecritLe, @Schema(description = "Vrai quand le texte a été corrigé depuis") boolean corrige,
    @Schema(description = "Ce qu'il demande à des collègues") List<DemandeDuCarnet> demandes) {

  /** What it asks. */
  @Schema(description = "Ce qu'un écrit demande : le lire, ou faire quelque chose avant un jour.")
  record DemandeDuCarnet(@Schema(example = "77") long id, @Schema(description = "MENTION, REPONSE ou TACHE") String genre,
      @Schema(description = "Dernier jour d'une tâche") LocalDate limite,
      @Schema(description = "Vrai quand elle est faite à vous, ou à un agent de votre organisation : vous pouvez la dire faite") boolean aVous,
      OffsetDateTime faiteLe) {}

  static EcritDeCarnet de(EcritLu e) {
    return new EcritDeCarnet(e.id(), e.personneId(), e.reponseA(), e.theme(), e.themeEnClair(), e.le(), e.texte(), e.auteur(), e.ecritLe(),
        e.corrige(), e.demandes().stream().map(d -> new DemandeDuCarnet(d.id(), d.genre(), d.limite(), d.aVous(), d.faiteLe())).toList());
  }
}
