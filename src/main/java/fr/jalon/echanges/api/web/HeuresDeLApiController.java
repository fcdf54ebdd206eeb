package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import fr.jalon.engagement.HeuresDesApplications;
import fr.jalon.engagement.HeuresDesApplications.Notee;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.SituationDeSemaine;
import fr.jalon.socle.RefusMetier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hours of activity of the persons of the perimeter: told by batches, each line with its answer; their weeks, read. */
@RestController
@RequestMapping("/api/v1/heures")
@Tag(name = "Heures d'activité")
class HeuresDeLApiController {
  private static final int SEMAINES_MAX = 53;
  private final HeuresDesApplications heures;
  private final PersonneDeLApi personnes;
  private final Clock horloge;

  HeuresDeLApiController(HeuresDesApplications heures, PersonneDeLApi personnes, Clock horloge) {
    this.heures = heures;
    this.personnes = personnes;
    this.horloge = horloge;
  }

  /** One hour to write. */
  @Schema(description = "Une durée d'activité faite un jour par une personne de votre périmètre.", example = """
      {"cle": "7d0c4f0e-5a0e-4a53-9a57-0f6a4b1b7c11", "personne": 1207, "jour": "2025-09-04", "activite": "REMOBILISATION", "minutes": 180}""")
  record HeureAEcrire(@NotNull(message = "Donnez la clé de cette heure.")
      @Schema(description = "Un numéro à vous : renvoyée, elle n'est écrite qu'une fois") UUID cle,
      @NotNull(message = "Donnez le numéro de la personne.") @Schema(example = "1207") Long personne,
      @NotNull(message = "Donnez le jour.") LocalDate jour,
      @NotBlank(message = "Donnez l'activité.")
      @Schema(description = "REMOBILISATION, IMMERSION, BENEVOLAT, DEMARCHES, RECHERCHE, APPRENTISSAGES…") String activite,
      @NotNull(message = "Donnez la durée.") @Schema(description = "De 1 à 1440", example = "180") Integer minutes) {}

  /** Hours to write. */
  @Schema(description = "Des heures à écrire, 500 au plus.")
  record LotDHeures(@NotEmpty(message = "Donnez au moins une heure.") @Size(max = 500, message = "500 heures au plus.")
      List<@Valid HeureAEcrire> heures) {}

  /** What came of one. */
  @Schema(description = "Ce qu'est devenue une heure, dans l'ordre où elles sont envoyées.")
  record ReponseDHeure(UUID cle, @Schema(description = "ECRITE, DEJA_ECRITE ou REFUSEE") String suite,
      @Schema(description = "Son numéro ; null quand elle est refusée") Long heure,
      @Schema(description = "Code du refus ; null quand elle est écrite") String code, @Schema(description = "Ce qu'il faut faire") String message) {}

  /** A week. */
  @Schema(description = "Une semaine d'une personne, en minutes.")
  record SemaineDeLApi(@Schema(description = "Son lundi") LocalDate lundi,
      @Schema(description = "Ce qui est demandé ; null quand rien ne l'est") Integer demandees, int prevues, int faites,
      SituationDeSemaine situation) {
    static SemaineDeLApi de(Jauge j) {
      return new SemaineDeLApi(j.semaine().lundi(), j.cible(), j.prevues(), j.faites(), j.situation());
    }
  }

  @PostMapping
  @PreAuthorize("hasAuthority('SCOPE_heures:ecrire')")
  @Operation(summary = "Écrire des heures faites", description = "Chaque heure a sa réponse : une refusée n'empêche pas les autres. Les refus sont ceux de "
      + "l'écran. Renvoyez tout le lot sans crainte : une heure déjà écrite sous la même clé ne l'est pas deux fois. Les formations, contrats en insertion et "
      + "emplois comptent seuls ; les rendez-vous tenus dans Jalon aussi. Rien de la santé.")
  List<ReponseDHeure> ecrire(@Valid @RequestBody LotDHeures lot) {
    List<ReponseDHeure> reponses = new ArrayList<>();
    lot.heures().forEach(h -> reponses.add(ecrire(h)));
    return reponses;
  }

  private ReponseDHeure ecrire(HeureAEcrire h) {
    if (personnes.lire(h.personne()).isEmpty()) {
      return new ReponseDHeure(h.cle(), "REFUSEE", null, "PERSONNE_INCONNUE", "Aucune personne de ce numéro dans votre périmètre.");
    }
    try {
      Notee notee = heures.noter(h.personne(), h.jour(), h.activite(), h.minutes(), h.cle());
      return new ReponseDHeure(h.cle(), notee.deja() ? "DEJA_ECRITE" : "ECRITE", notee.numero(), null, null);
    } catch (RefusMetier refus) {
      return new ReponseDHeure(h.cle(), "REFUSEE", null, refus.code(), refus.getMessage());
    }
  }

  @GetMapping
  @PreAuthorize("hasAuthority('SCOPE_heures:lire')")
  @Operation(summary = "Les semaines d'une personne", description = "De la plus récente à la plus ancienne : ce qui est demandé, prévu, fait. La lecture est "
      + "tracée sur la personne, qui peut en demander la liste.")
  List<SemaineDeLApi> lire(@Parameter(description = "Numéro de la personne") @RequestParam long personne,
      @Parameter(description = "De 1 à 53", example = "12") @RequestParam(defaultValue = "12") int semaines) {
    if (semaines < 1 || semaines > SEMAINES_MAX) {
      throw Probleme.demandeIncorrecte("VALEUR", "Demandez de 1 à %d semaines.".formatted(SEMAINES_MAX),
          Map.of("semaines", "De 1 à " + SEMAINES_MAX));
    }
    long qui = personnes.lire(personne).orElseThrow(Probleme::personneInconnue).id();
    return heures.semaines(qui, LocalDate.now(horloge), semaines).stream().map(SemaineDeLApi::de).toList();
  }
}
