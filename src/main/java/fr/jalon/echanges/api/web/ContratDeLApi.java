package fr.jalon.echanges.api.web;

import fr.jalon.engagement.lecture.ContratsParCurseur.Lu;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A contract. */
@Schema(description = "Un contrat d'engagement : ce qui est signé, sinon ce qui est en préparation.")
record ContratDeLApi(@Schema(example = "77") long id, @PersonneMontree @Schema(example = "1207") long personne,
    @Schema(description = "Le suivi au titre duquel il est fait") long suivi,
    @Schema(description = "A_ELABORER, A_SIGNER, SIGNE, REFUSE, SUSPENDU, ECHU ou CLOS", example = "SIGNE") String etat,
    @Schema(description = "Le même, comme France Travail le nomme : A_SIGNER, SIGNE, REFUSE, SUSPENDU ou CLOTURE",
        example = "SIGNE") String etatFranceTravail,
    LocalDate etatDepuis, LocalDate depuis, LocalDate jusquAu, @Schema(description = "Jour de la première signature des deux") LocalDate signeLe,
    LocalDate closLe, @Schema(description = "ORDINAIRE, RENFORCEE ou INTENSIVE") String intensite,
    @Schema(description = "SHA-256 du document présenté ou signé") String empreinte,
        @Schema(description = "Quand son état a bougé") OffsetDateTime changeLe,
    List<ObjectifDeLApi> objectifs) {

  /** An objective. */
  @Schema(description = "Un objectif du contrat ; ceux de santé ne sortent pas par l'API.")
  record ObjectifDeLApi(String texte, @Schema(description = "Thème du diagnostic, null pour le projet", example = "MOBILITE") String theme,
      @Schema(description = "ATTEINT, EN_PARTIE, NON_ATTEINT ; null tant que ce n'est pas dit") String resultat) {}

  static ContratDeLApi de(Lu c, String etatFranceTravail) {
    return new ContratDeLApi(c.id(), c.personneId(), c.suiviId(), c.etat().name(), etatFranceTravail, c.etatDepuis(), c.depuis(), c.jusquAu(),
        c.signeLe(),
        c.closLe(), c.intensite() == null ? null : c.intensite().name(), c.empreinte(), c.changeLe(), c.objectifs().stream()
            .map(o -> new ObjectifDeLApi(o.texte(), o.theme(), o.resultat() == null ? null : o.resultat().name())).toList());
  }
}
