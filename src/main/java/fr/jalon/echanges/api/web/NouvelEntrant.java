package fr.jalon.echanges.api.web;

import fr.jalon.echeances.Urgence;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A new entrant, as the API gives her. */
@Schema(description = "Une personne à orienter, son motif d'entrée et son délai.")
record NouvelEntrant(@Schema(description = "Numéro de l'entrée", example = "412") long entree, Personne personne,
    @Schema(description = "Pourquoi elle est nouvel entrant") MotifEntree motif,
    @Schema(description = "Le motif en clair", example = "Première demande") String motifEnClair,
    EtatEntree etat, @Schema(description = "Jour depuis lequel elle est dans cet état") LocalDate etatDepuis,
    @Schema(description = "Jour où le Département a reçu l'information : le délai part de là") LocalDate recuLe,
    @Schema(description = "Dernier jour permis (D. 262-65-2 CASF)") LocalDate limiteLegale,
    @Schema(description = "Dernier jour visé par le Département ; null s'il n'en vise pas") LocalDate cible,
    @Schema(description = "Jours avant la limite légale, négatif en retard ; null si rien ne court", example = "12") Long joursRestants,
    @Schema(description = "null si rien ne court (en pause, personne orientée ou sortie)") Urgence urgence) {

  /** Who she is, without any number of social security. */
  @Schema(name = "PersonneDUneListe", description = "L'identité, réduite à ce qu'il faut pour la reconnaître.")
  record Personne(@PersonneMontree @Schema(example = "1207") long id, @Schema(example = "MARTIN") String nom,
      @Schema(example = "ANA") String prenom, LocalDate naissance,
      @Schema(example = "Privas") String commune, @Schema(description = "Code INSEE", example = "07186") String communeInsee, String territoire) {}

  static NouvelEntrant de(LigneDEntree l, LocalDate aujourdhui) {
    return new NouvelEntrant(l.entreeId(), new Personne(l.personneId(), l.nom(), l.prenom(), l.naissance(), l.commune(),
        l.codeCommune(), l.territoire()),
        l.motif(), l.motif().libelle(), l.etat(), l.etatDepuis(), l.recuLe(), l.limite(), l.cible(),
        l.urgence() == null ? null : l.joursRestants(aujourdhui),
        l.urgence());
  }
}
