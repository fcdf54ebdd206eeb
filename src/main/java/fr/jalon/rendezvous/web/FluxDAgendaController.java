package fr.jalon.rendezvous.web;

import fr.jalon.habilitations.AdressesDAgenda;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AuNomDe;
import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.rendezvous.application.FluxDAgenda;
import fr.jalon.socle.RefusMetier;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What a calendar reads at the secret address of its agent, without a session: her appointments, with the rights she has now. An address that opens
 * nothing, whatever the reason, has one answer.
 */
@Controller
class FluxDAgendaController {
  private static final MediaType ICS = new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final MediaType TEXTE = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private final AdressesDAgenda adresses;
  private final AuNomDe auNomDe;
  private final FluxDAgenda flux;
  private final Debit fausses;
  private final Debit lectures;

  FluxDAgendaController(AdressesDAgenda adresses, AuNomDe auNomDe, FluxDAgenda flux, EssaisPartages essais,
      @Value("${jalon.agenda.adresses-fausses:200}") int fausses, @Value("${jalon.agenda.fenetre:15m}") Duration fenetre,
      @Value("${jalon.agenda.lectures-par-heure:30}") int lectures) {
    this.adresses = adresses;
    this.auNomDe = auNomDe;
    this.flux = flux;
    // many: a whole Département has one network address, and the calendars of addresses replaced go on asking
    this.fausses = new Debit(essais, "adresses d'agenda fausses", fausses, fenetre, false);
    this.lectures = new Debit(essais, "lectures d'un agenda", lectures, Duration.ofHours(1), false);
  }

  @GetMapping("/calendrier/{secret}.ics")
  ResponseEntity<String> lire(@PathVariable String secret, HttpServletRequest requete) {
    String reseau = Debit.reseau(requete.getRemoteAddr());
    if (!fausses.attendre(reseau).isZero()) {
      return trop(fausses.attendre(reseau));
    }
    Optional<Agent> agent = adresses.lire(secret);
    if (agent.isEmpty()) {
      if (AdressesDAgenda.plausible(secret)) {
        fausses.essayer(reseau);
      }
      return inconnue();
    }
    Debit.Essai lecture = lectures.essayer(secret);
    return lecture.permis() ? flux(agent.get()) : trop(lecture.attendre());
  }

  private ResponseEntity<String> flux(Agent agent) {
    String racine = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    try {
      return auNomDe.agir(agent.identifiant(), () -> flux.composer(racine))
          .map(ics -> ResponseEntity.ok().contentType(ICS).header("X-Robots-Tag", "noindex, nofollow")
              .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rendez-vous.ics\"").body(ics))
          .orElseGet(FluxDAgendaController::inconnue);
    } catch (RefusMetier retire) {
      // her access was withdrawn between the two readings
      return inconnue();
    }
  }

  private static ResponseEntity<String> inconnue() {
    return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(TEXTE)
        .body("Cette adresse n'ouvre aucun agenda. Si vous êtes agent, créez-en une nouvelle dans « Mon compte ».");
  }

  private static ResponseEntity<String> trop(Duration attendre) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).contentType(TEXTE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(attendre.toSeconds() + 1)).body("Cette adresse est lue trop souvent. Attendez un moment.");
  }
}
