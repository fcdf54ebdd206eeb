package fr.jalon.echanges.api.web;

import fr.jalon.carnet.CarnetDesApplications;
import fr.jalon.carnet.CarnetDesApplications.ThemeOuvert;
import fr.jalon.carnet.lecture.EcritsParCurseur.Curseur;
import fr.jalon.carnet.lecture.EcritsParCurseur.EcritLu;
import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.application.UneFois;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The notebooks of the perimeter: read in the order of writing, written in, answered; what is asked, said done. */
@RestController
@RequestMapping("/api/v1/carnet")
@Tag(name = "Carnets partagés")
class CarnetDeLApiController {
  private static final int TAILLE_MAX = 200;
  private static final String CLE = "Une clé à vous, une par demande, gardée un jour : un UUID convient";
  private final CarnetDesApplications carnet;
  private final PersonneDeLApi personnes;
  private final UneFois uneFois;
  private final Clock horloge;

  CarnetDeLApiController(CarnetDesApplications carnet, PersonneDeLApi personnes, UneFois uneFois, Clock horloge) {
    this.carnet = carnet;
    this.personnes = personnes;
    this.uneFois = uneFois;
    this.horloge = horloge;
  }

  /** What was written. */
  @Schema(description = "Ce qui est écrit dans un carnet.")
  record Ecrit(@Schema(example = "412") long ecrit) {}

  /** What to write. */
  @Schema(description = "Un écrit à ajouter au carnet d'une personne.", example = """
      {"personne": 1207, "theme": "EMPLOI", "le": "2025-09-05", "texte": "Une place s'ouvre sur notre chantier le mois prochain."}""")
  record NouvelEcritDeCarnet(@NotNull(message = "Donnez le numéro de la personne.") @Schema(example = "1207") Long personne,
      @NotBlank(message = "Donnez le thème.") @Schema(description = "Voir /api/v1/carnet/themes") String theme,
      @NotNull(message = "Donnez le jour.") @Schema(description = "Le jour dont il parle, aujourd'hui au plus tard") LocalDate le,
      @NotBlank(message = "Écrivez quelque chose.") @Size(max = 2000, message = "2000 caractères au plus.") String texte) {}

  /** What to answer. */
  @Schema(description = "Une réponse à un écrit : lue par les mêmes.", example = "{\"texte\": \"Oui, lundi à 9 h.\"}")
  record NouvelleReponseDeCarnet(
      @NotBlank(message = "Écrivez quelque chose.") @Size(max = 2000, message = "2000 caractères au plus.") String texte) {}

  @GetMapping("/themes")
  @PreAuthorize("hasAuthority('SCOPE_carnet:lire')")
  @Operation(summary = "Les thèmes que vous lisez, et qui d'autre les lit",
      description = "À montrer à qui écrit, avant qu'il écrive. Un thème de santé ne se lit ni ne s'écrit par l'API.")
  List<ThemeOuvert> themes() {
    return carnet.themes();
  }

  @GetMapping("/ecrits")
  @PreAuthorize("hasAuthority('SCOPE_carnet:lire')")
  @Operation(summary = "Ce qui s'écrit dans les carnets de votre périmètre",
      description = "Dans l'ordre où c'est écrit, réponses comprises, cinq secondes après : ce que lit la sorte d'acteurs de votre organisation, de personnes qui ne s'y "
      + "opposent pas. « suivant » est toujours rendu : gardez-le, il reprend où vous en êtes. La lecture est tracée sur chaque personne, qui peut en demander la liste.")
  Page<EcritDeCarnet> lister(
      @Parameter(description = "Écrits ce jour-là ou après", example = "2025-08-01") @RequestParam(required = false) LocalDate depuis,
      @Parameter(description = "Numéro d'une personne") @RequestParam(required = false) Long personne,
      @Parameter(description = "De 1 à 200", example = "50") @RequestParam(defaultValue = "50") int taille,
      @Parameter(description = "Le « suivant » de la page d'avant") @RequestParam(required = false) String curseur) {
    if (taille < 1 || taille > TAILLE_MAX) {
      throw Probleme.demandeIncorrecte("VALEUR", "Une page compte de 1 à %d lignes.".formatted(TAILLE_MAX), Map.of("taille", "De 1 à " + TAILLE_MAX));
    }
    Long qui = personne == null ? null : personnes.lire(personne).orElseThrow(Probleme::personneInconnue).id();
    List<EcritLu> lus = carnet.depuis(qui, depuis == null ? null : depuis.atStartOfDay(horloge.getZone()).toOffsetDateTime(), lire(curseur),
        taille);
    return new Page<>(lus.stream().map(EcritDeCarnet::de).toList(), lus.isEmpty() ? curseur : ecrire(lus.getLast()));
  }

  @PostMapping("/ecrits")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAuthority('SCOPE_carnet:ecrire')")
  @Operation(summary = "Écrire dans le carnet d'une personne", description = "Les refus sont ceux de l'écran. Avec une clé, la même demande renvoyée "
      + "n'écrit rien de plus et rend la même réponse.")
  ResponseEntity<Ecrit> ecrire(@Valid @RequestBody NouvelEcritDeCarnet demande,
      @Parameter(description = CLE) @RequestHeader(name = "Idempotency-Key", required = false) String cle) {
    long personne = personnes.lire(demande.personne()).orElseThrow(Probleme::personneInconnue).id();
    return reponse(uneFois.faire(cle, demande.toString(),
        () -> carnet.ecrire(personne, demande.theme(), demande.le(), demande.texte(), UUID.randomUUID())), personne);
  }

  @PostMapping("/ecrits/{id}/reponses")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAuthority('SCOPE_carnet:ecrire')")
  @Operation(summary = "Répondre à un écrit",
      description = "Qui l'avait écrit en est prévenu dans Jalon. Une réponse à une réponse répond au premier.")
  ResponseEntity<Ecrit> repondre(@PathVariable long id, @Valid @RequestBody NouvelleReponseDeCarnet demande,
      @Parameter(description = CLE) @RequestHeader(name = "Idempotency-Key", required = false) String cle) {
    return reponse(uneFois.faire(cle, id + " " + demande, () -> carnet.repondre(id, demande.texte(), UUID.randomUUID())), null);
  }

  @PutMapping("/demandes/{id}/faite")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAuthority('SCOPE_carnet:ecrire')")
  @Operation(summary = "Dire qu'une demande est lue ou faite",
      description = "Celles dont « aVous » est vrai : faites à un agent de votre organisation, ou que vous avez demandées. "
      + "La renvoyer ne change rien.")
  void faite(@PathVariable long id) {
    carnet.faite(id);
  }

  private static ResponseEntity<Ecrit> reponse(UneFois.Fait fait, Long personne) {
    ResponseEntity.BodyBuilder reponse = ResponseEntity.created(URI.create("/api/v1/carnet/ecrits"
        + (personne == null ? "" : "?personne=" + personne)));
    if (fait.deja()) {
      reponse.header("Idempotent-Replayed", "true");
    }
    return reponse.body(new Ecrit(fait.numero()));
  }

  private static String ecrire(EcritLu e) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((e.ecritLe() + "|" + e.id()).getBytes(StandardCharsets.US_ASCII));
  }

  private static Curseur lire(String curseur) {
    if (curseur == null || curseur.isBlank()) {
      return null;
    }
    try {
      String[] parties = new String(Base64.getUrlDecoder().decode(curseur), StandardCharsets.US_ASCII).split("\\|");
      return new Curseur(OffsetDateTime.parse(parties[0]), Long.parseLong(parties[1]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw Probleme.demandeIncorrecte("VALEUR", "Ce curseur n'est pas le « suivant » d'une page : recommencez sans curseur.",
          Map.of("curseur", "Valeur incorrecte"));
    }
  }
}
