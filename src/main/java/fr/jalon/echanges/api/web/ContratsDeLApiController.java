package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.application.UneFois;
import fr.jalon.echanges.api.lecture.PersonneDeLApi;
import fr.jalon.engagement.application.EtatsDeFranceTravail;
import fr.jalon.engagement.application.ProposerUnContrat;
import fr.jalon.engagement.application.SignerAilleurs;
import fr.jalon.engagement.lecture.ContratsParCurseur;
import fr.jalon.engagement.lecture.ContratsParCurseur.Lu;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

/** The contracts of the perimeter: read, prepared, said signed. */
@RestController
@RequestMapping("/api/v1/contrats")
@Tag(name = "Contrats d'engagement")
class ContratsDeLApiController {
  private static final int TAILLE_MAX = 200;
  private final ContratsParCurseur contrats;
  private final ProposerUnContrat proposer;
  private final SignerAilleurs signer;
  private final EtatsDeFranceTravail etats;
  private final PersonneDeLApi personnes;
  private final UneFois uneFois;
  private final Clock horloge;

  ContratsDeLApiController(ContratsParCurseur contrats, ProposerUnContrat proposer, SignerAilleurs signer, EtatsDeFranceTravail etats,
      PersonneDeLApi personnes, UneFois uneFois, Clock horloge) {
    this.contrats = contrats;
    this.proposer = proposer;
    this.signer = signer;
    this.etats = etats;
    this.personnes = personnes;
    this.uneFois = uneFois;
    this.horloge = horloge;
  }

  /** What was prepared. */
  @Schema(description = "Le contrat préparé.")
  record Prepare(@Schema(example = "77") long contrat) {}

  /** What was signed. */
  @Schema(description = "Ce qui a été signé hors de Jalon.", example = """
      {"le": "2025-09-12", "empreinte": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
  record SignatureDAilleurs(
      @NotNull(message = "Donnez le jour.") @Schema(description = "Le jour où la dernière des deux signatures a été donnée") LocalDate le,
      @NotBlank(message = "Donnez l'empreinte.")
      @Schema(description = "SHA-256 du document signé, en hexadécimal, que vous gardez") String empreinte) {}

  @GetMapping
  @PreAuthorize("hasAuthority('SCOPE_contrats:lire')")
  @Operation(summary = "Les contrats d'engagement de votre périmètre",
      description = "Dans l'ordre où ils ont été commencés, du plus ancien au plus récent ; "
      + "« depuis » ne garde que ceux dont l'état a bougé. Les objectifs de santé n'y sont pas. La lecture est tracée sur chaque personne.")
  Page<ContratDeLApi> lister(@Parameter(description = "Numéro d'une personne") @RequestParam(required = false) Long personne,
      @Parameter(description = "Ceux dont l'état a bougé ce jour-là ou après",
          example = "2025-08-01") @RequestParam(required = false) LocalDate depuis,
      @Parameter(description = "De 1 à 200", example = "50") @RequestParam(defaultValue = "50") int taille,
      @Parameter(description = "Le « suivant » de la page d'avant") @RequestParam(required = false) String curseur) {
    if (taille < 1 || taille > TAILLE_MAX) {
      throw Probleme.demandeIncorrecte("VALEUR", "Une page compte de 1 à %d lignes.".formatted(TAILLE_MAX), Map.of("taille", "De 1 à " + TAILLE_MAX));
    }
    Long qui = personne == null ? null : personnes.lire(personne).orElseThrow(Probleme::personneInconnue).id();
    List<Lu> lus = contrats.lire(qui, depuis == null ? null : depuis.atStartOfDay(horloge.getZone()).toOffsetDateTime(), lire(curseur), taille);
    return new Page<>(lus.stream().map(c -> ContratDeLApi.de(c, etats.nom(c.etat()).orElse(null))).toList(),
        lus.size() < taille ? null : ecrire(lus.getLast().id()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAuthority('SCOPE_contrats:ecrire')")
  @Operation(summary = "Préparer le contrat d'une personne que vous suivez",
      description = "Les refus sont ceux de l'écran. Le contrat est à élaborer : il se "
      + "relit et se présente dans Jalon, ou se dit signé par « signature ». Avec une clé, la même demande renvoyée ne prépare rien de plus.")
  ResponseEntity<Prepare> preparer(@Valid @RequestBody DemandeDeContrat demande,
      @Parameter(description = "Une clé à vous, une par demande, gardée un jour : un UUID convient") @RequestHeader(name = "Idempotency-Key",
      required = false) String cle) {
    long personne = personnes.lire(demande.personne()).orElseThrow(Probleme::personneInconnue).id();
    UneFois.Fait fait = uneFois.faire(cle, "contrat " + demande, () -> proposer.executer(personne, demande.proposition()));
    ResponseEntity.BodyBuilder reponse = ResponseEntity.created(URI.create("/api/v1/contrats?personne=" + personne));
    if (fait.deja()) {
      reponse.header("Idempotent-Replayed", "true");
    }
    return reponse.body(new Prepare(fait.numero()));
  }

  @PutMapping("/{id}/signature")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAuthority('SCOPE_contrats:ecrire')")
  @Operation(summary = "Dire un contrat signé par les deux, hors de Jalon",
      description = "Le document reste chez vous : Jalon en garde le jour et l'empreinte. "
      + "Renvoyé avec la même empreinte, rien ne change. Un contrat déjà présenté dans Jalon se signe sur le document présenté : même empreinte.")
  void signer(@PathVariable long id, @Valid @RequestBody SignatureDAilleurs signature) {
    signer.executer(id, signature.le(), signature.empreinte());
  }

  private static String ecrire(long id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long lire(String curseur) {
    if (curseur == null || curseur.isBlank()) {
      return 0;
    }
    try {
      return Long.parseLong(new String(Base64.getUrlDecoder().decode(curseur), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw Probleme.demandeIncorrecte("VALEUR", "Ce curseur n'est pas le « suivant » d'une page : recommencez sans curseur.",
          Map.of("curseur", "Valeur incorrecte"));
    }
  }
}
