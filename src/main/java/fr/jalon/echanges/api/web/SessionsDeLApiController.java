package fr.jalon.echanges.api.web;

import fr.jalon.ecran.Francais;
import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.application.NoterLaPresence;
import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.rendezvous.lecture.FeuilleDePresence;
import fr.jalon.rendezvous.lecture.FiltresDeSessions;
import fr.jalon.rendezvous.lecture.FiltresDeSessions.Quand;
import fr.jalon.rendezvous.lecture.LigneDePresence;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.rendezvous.lecture.ListeDesSessions;
import fr.jalon.socle.PersonneMontree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of information collective and who came. */
@RestController
@RequestMapping("/api/v1/sessions")
@PreAuthorize("hasAuthority('SCOPE_presences:ecrire')")
@Tag(name = "Présences")
class SessionsDeLApiController {
  private static final int PAR_PAGE = 50;
  private final ListeDesSessions sessions;
  private final FeuilleDePresence feuille;
  private final NoterLaPresence noter;
  private final Journal journal;

  SessionsDeLApiController(ListeDesSessions sessions, FeuilleDePresence feuille, NoterLaPresence noter, Journal journal) {
    this.sessions = sessions;
    this.feuille = feuille;
    this.noter = noter;
    this.journal = journal;
  }

  /** A session. */
  @Schema(name = "SessionDeLApi", description = "Une information collective.")
  record Session(long id, LocalDate jour, @Schema(type = "string", example = "09:30:00") LocalTime debut,
      @Schema(type = "string", example = "11:00:00") LocalTime fin,
      EtatSession etat, String lieu, String adresse, String territoire, int capacite, @Schema(description = "Places encore libres") int places,
      @Schema(description = "Personnes attendues dont la présence n'est pas saisie") int aPointer) {
    static Session de(LigneDeSession s) {
      return new Session(s.id(), s.jour(), s.debut(), s.fin(), s.etat(), s.lieu(), s.adresse(), s.territoire(), s.capacite(),
          s.places(), s.aPointer());
    }
  }

  /** Somebody of a session. Why she did not come is not told: it may be her health. */
  @Schema(name = "PresenceDeLApi", description = "Une personne d'une session.")
  record Presence(@PersonneMontree long personne, String nom, String prenom, LocalDate naissance, String commune,
      EtatConvocation etat, boolean retard,
      @Schema(description = "Pièces qui manquent ; null si elles n'ont pas été demandées") List<Piece> piecesManquantes,
      @Schema(description = "À rendre dans If-Match pour n'écrire que si rien n'a changé depuis") String version) {
    static Presence de(LigneDePresence l) {
      return new Presence(l.personneId(), l.nom(), l.prenom(), l.naissance(), l.commune(), l.etat(), l.retard(), l.pieces(), l.version());
    }
  }

  /** What may be noted. */
  enum Venue {
    PRESENTE, ABSENTE, EXCUSEE
  }

  /** A presence to note. */
  @Schema(name = "DemandeDePresence", description = "Si elle est venue, et ce qu'elle avait.", example = """
      {"etat": "PRESENTE", "piecesManquantes": ["ADRESSE"]}""")
  record Demande(@NotNull(message = "Dites si la personne est venue.") Venue etat,
  @Schema(description = "Pourquoi elle est excusée") Empechement motif, Boolean retard,
      @Schema(description = "Vide : toutes ont été vues ; absent : elles n'ont pas été demandées") List<Piece> piecesManquantes) {}

  @GetMapping
  @Operation(summary = "Les informations collectives", description = "À venir, dont la présence reste à saisir, ou passées.")
  Page<Session> lister(@Parameter(description = "A_SAISIR : commencées, et quelqu'un n'est pas encore pointé") @RequestParam(defaultValue =
      "A_SAISIR") Quand quand,
      @RequestParam(required = false) Integer territoire,
      @Parameter(description = "Le « suivant » de la page d'avant") @RequestParam(required = false) String curseur) {
    int page = page(curseur);
    List<LigneDeSession> lues = sessions.lignes(new FiltresDeSessions(quand, territoire, page), PAR_PAGE);
    return new Page<>(lues.stream().map(Session::de).toList(), lues.size() < PAR_PAGE ? null : "p" + (page + 1));
  }

  @GetMapping("/{id}/presences")
  @Operation(summary = "Les personnes d'une session", description = "Celles de votre périmètre qui y sont attendues ou déjà pointées.")
  List<Presence> presences(@PathVariable long id) {
    exister(id);
    List<LigneDePresence> lignes = feuille.appel(id);
    if (!lignes.isEmpty()) {
      journal.annoncer("EXPORT", null, null, "Feuille d'une information collective par l'API : "
          + Francais.compte(lignes.size(), "personne", "personnes"));
    }
    return lignes.stream().map(Presence::de).toList();
  }

  @PutMapping("/{id}/presences/{personne}")
  @Operation(summary = "Dire si une personne est venue",
      description = "Renvoyer la même chose ne change rien. Une personne venue sans être convoquée est ajoutée. Une correction "
      + "garde l'histoire. Avec If-Match, la présence n'est écrite que si personne ne l'a changée depuis : sinon 412.")
  ResponseEntity<Presence> noter(@PathVariable long id, @PathVariable long personne,
  @Parameter(description = "La « version » lue avec la présence, entre guillemets")
      @RequestHeader(value = "If-Match", required = false) String vue, @Valid @RequestBody Demande demande) {
    Presence notee = Presence.de(noter.executer(id, personne, EtatConvocation.valueOf(demande.etat().name()), demande.motif(), demande.retard(),
        demande.piecesManquantes(),
        vue == null || "*".equals(vue.strip()) ? null : vue.strip().replace("\"", "")));
    return ResponseEntity.ok().eTag(notee.version()).body(notee);
  }

  private void exister(long id) {
    if (sessions.une(id).isEmpty()) {
      throw Probleme.introuvable("Aucune session de ce numéro.");
    }
  }

  private static int page(String curseur) {
    if (curseur == null || curseur.isBlank()) {
      return 1;
    }
    if (!curseur.matches("p[1-9][0-9]{0,4}")) {
      throw Probleme.demandeIncorrecte("VALEUR", "Ce curseur n'est pas le « suivant » d'une page : recommencez sans curseur.",
          Map.of("curseur", "Valeur incorrecte"));
    }
    return Integer.parseInt(curseur.substring(1));
  }
}
