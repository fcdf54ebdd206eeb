package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.application.EnregistrerUneFois;
import fr.jalon.echanges.api.application.UneFois;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.lecture.ListeDesEntrees;
import fr.jalon.orientation.lecture.OrientationDUnePersonne;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The orientation of a person: read it, record one. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Orientations")
class OrientationsDeLApiController {
  private final PersonneDeLApi personnes;
  private final ListeDesEntrees entrees;
  private final OrientationDUnePersonne orientations;
  private final EnregistrerUneFois enregistrer;
  private final Journal journal;

  OrientationsDeLApiController(PersonneDeLApi personnes, ListeDesEntrees entrees, OrientationDUnePersonne orientations,
      EnregistrerUneFois enregistrer, Journal journal) {
    this.personnes = personnes;
    this.entrees = entrees;
    this.orientations = orientations;
    this.enregistrer = enregistrer;
    this.journal = journal;
  }

  /** What was recorded. */
  @Schema(description = "L'orientation enregistrée.")
  record Enregistree(@Schema(example = "880") long suivi, @Schema(example = "1207") long personne) {}

  @GetMapping("/personnes/{id}/orientation")
  @PreAuthorize("hasAuthority('SCOPE_orientations:lire')")
  @Operation(summary = "L'orientation d'une personne",
      description = "Ce qui est dû, le suivi ouvert avec son référent, les suivis clos. La lecture est tracée sur la personne.")
  OrientationDePersonne lire(@PathVariable long id) {
    PersonneDeLApi.Identite personne = personnes.lire(id).orElseThrow(Probleme::personneInconnue);
    journal.annoncer("CONSULTATION", personne.id(), null, "Orientation lue par l'API");
    return OrientationDePersonne.de(personne, entrees.dePersonne(personne.id()).orElse(null), orientations.suivis(personne.id()));
  }

  @PostMapping("/orientations")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAuthority('SCOPE_orientations:ecrire')")
  @Operation(summary = "Enregistrer une orientation notifiée",
      description = "Les refus sont ceux de l'écran : un code, une phrase, l'article (422). Avec une clé, la même "
      + "demande renvoyée ne fait rien de plus et rend la même réponse.")
  ResponseEntity<Enregistree> enregistrer(@Valid @RequestBody DemandeDOrientation demande,
      @Parameter(description = "Une clé à vous, une par demande, gardée un jour : un UUID convient") @RequestHeader(name = "Idempotency-Key",
      required = false) String cle) {
    UneFois.Fait fait = enregistrer.executer(cle, demande.orientation());
    ResponseEntity.BodyBuilder reponse = ResponseEntity.created(URI.create("/api/v1/personnes/" + demande.personne() + "/orientation"));
    if (fait.deja()) {
      reponse.header("Idempotent-Replayed", "true");
    }
    return reponse.body(new Enregistree(fait.numero(), demande.personne()));
  }
}
