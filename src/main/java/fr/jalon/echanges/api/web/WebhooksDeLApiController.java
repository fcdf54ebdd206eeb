package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.webhooks.application.EnvoyerLesLivraisons;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons;
import fr.jalon.echanges.webhooks.lecture.WebhooksConnus;
import fr.jalon.habilitations.ClientConnecte;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of the application that calls. */
@RestController
@RequestMapping("/api/v1/webhooks")
@PreAuthorize("hasAuthority('SCOPE_webhooks')")
@Tag(name = "Webhooks")
class WebhooksDeLApiController {
  private static final int PAR_PAGE = 100;
  private final TenirLesWebhooks tenir;
  private final EnvoyerLesLivraisons envoyer;
  private final WebhooksConnus webhooks;
  private final ListeDesLivraisons livraisons;

  WebhooksDeLApiController(TenirLesWebhooks tenir, EnvoyerLesLivraisons envoyer, WebhooksConnus webhooks, ListeDesLivraisons livraisons) {
    this.tenir = tenir;
    this.envoyer = envoyer;
    this.webhooks = webhooks;
    this.livraisons = livraisons;
  }

  /** A webhook to declare. */
  @Schema(name = "DemandeDeWebhook", description = "Où envoyer quoi.", example = """
      {"adresse": "https://api.partenaire.example/jalon", "evenements": ["nouvel-entrant", "orientation-notifiee"]}""")
  record Demande(@NotBlank(message = "Donnez l'adresse.") String adresse, @NotEmpty(message = "Choisissez au moins un événement.")
      @Schema(description =
      "nouvel-entrant, orientation-notifiee, notification-reprise, reorientation, orientation-annulee, suivi-clos, presence-notee") List<String> evenements) {}

  /** A webhook just declared. */
  @Schema(name = "WebhookDeclare", description = "Le secret signe ce qui est envoyé ; il n'est donné qu'ici.")
  record Declare(long id, String secret) {}

  /** A webhook. */
  @Schema(name = "Webhook", description = "Une adresse et ce dont elle est prévenue.")
  record Connu(long id, String adresse, List<String> evenements, boolean actif, OffsetDateTime creeLe, int aEnvoyer, int abandonnees) {}

  /** A delivery. */
  @Schema(description = "L'envoi d'un événement : le même numéro à chaque essai.")
  record Livraison(UUID id, long webhook, String evenement, @PersonneMontree Long personne, EtatLivraison etat, int tentatives,
      @Schema(description = "Code HTTP du dernier essai") Integer reponse, String erreur, OffsetDateTime creeeLe, OffsetDateTime finieLe) {
    static Livraison de(ListeDesLivraisons.Ligne l) {
      return new Livraison(l.id(), l.webhookId(), l.evenement(), l.personneId(), l.etat(), l.tentatives(), l.reponse(), l.erreur(),
          l.creeeLe(), l.finieLe());
    }
  }

  @GetMapping
  @Operation(summary = "Vos webhooks")
  List<Connu> lister(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant) {
    return webhooks.de(appelant.client().id()).stream()
        .map(w -> new Connu(w.id(), w.adresse(), w.evenements(), w.actif(), w.creeLe(), w.aEnvoyer(), w.abandonnees())).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Déclarer un webhook",
      description = "En https, vers une machine joignable depuis internet. Chaque événement demande la portée qui permet de lire ce dont il parle.")
  ResponseEntity<Declare> declarer(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant, @Valid @RequestBody Demande demande) {
    TenirLesWebhooks.Declare d = tenir.declarer(appelant.client(), demande.adresse(), demande.evenements());
    return ResponseEntity.created(URI.create("/api/v1/webhooks/" + d.id() + "/livraisons")).body(new Declare(d.id(), d.secret()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Arrêter un webhook", description = "Ce qui restait à envoyer est abandonné.")
  void arreter(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant, @PathVariable long id) {
    exiger(appelant, id);
    tenir.arreter(id);
  }

  @PostMapping("/{id}/essai")
  @Operation(summary = "Essayer l'adresse",
      description = "Envoie tout de suite un événement « essai », qui ne parle de personne, et dit ce qui a été répondu.")
  Livraison essayer(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant, @PathVariable long id) {
    exiger(appelant, id);
    UUID essai = tenir.essayer(id);
    envoyer.maintenant(essai);
    return Livraison.de(livraisons.une(essai).orElseThrow());
  }

  @GetMapping("/{id}/livraisons")
  @Operation(summary = "Les livraisons d'un webhook", description = "Les cent plus récentes.")
  List<Livraison> livraisons(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant, @PathVariable long id,
      @RequestParam(required = false) EtatLivraison etat) {
    exiger(appelant, id);
    return livraisons.page(new ListeDesLivraisons.Filtre(appelant.client().id(), id, etat), 1, PAR_PAGE).stream().map(Livraison::de).toList();
  }

  @PostMapping("/{id}/livraisons/{livraison}/relance")
  @Operation(summary = "Relancer une livraison abandonnée", description = "Elle retrouve tous ses essais ; le premier est fait tout de suite.")
  Livraison relancer(@Parameter(hidden = true) @AuthenticationPrincipal ClientConnecte appelant, @PathVariable long id,
      @PathVariable UUID livraison) {
    exiger(appelant, id);
    livraisons.une(livraison).filter(l -> l.webhookId() == id).orElseThrow(() -> Probleme.introuvable("Aucune livraison de ce numéro."));
    tenir.relancer(livraison);
    envoyer.maintenant(livraison);
    return Livraison.de(livraisons.une(livraison).orElseThrow());
  }

  private void exiger(ClientConnecte appelant, long id) {
    if (webhooks.de(appelant.client().id()).stream().noneMatch(w -> w.id() == id)) {
      throw Probleme.introuvable("Aucun webhook de ce numéro.");
    }
  }
}
