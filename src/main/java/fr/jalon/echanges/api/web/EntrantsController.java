package fr.jalon.echanges.api.web;

import fr.jalon.ecran.Francais;
import fr.jalon.echanges.api.Probleme;
import fr.jalon.echeances.Urgence;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.lecture.EntreesParCurseur;
import fr.jalon.orientation.lecture.EntreesParCurseur.Curseur;
import fr.jalon.orientation.lecture.LigneDEntree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The new entrants of the perimeter. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Nouveaux entrants")
class EntrantsController {
  private static final int TAILLE_MAX = 200;
  private final EntreesParCurseur entrees;
  private final Journal journal;
  private final Clock horloge;

  EntrantsController(EntreesParCurseur entrees, Journal journal, Clock horloge) {
    this.entrees = entrees;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** Which entries. */
  enum EtatDemande {
    /** Those who wait, or whose right is suspended. */
    A_ORIENTER(EnumSet.of(EtatEntree.EN_ATTENTE, EtatEntree.SUSPENDUE)),
    EN_ATTENTE(EnumSet.of(EtatEntree.EN_ATTENTE)), SUSPENDUE(EnumSet.of(EtatEntree.SUSPENDUE)),
    ORIENTEE(EnumSet.of(EtatEntree.ORIENTEE)), SORTIE(EnumSet.of(EtatEntree.SORTIE)), TOUTES(EnumSet.allOf(EtatEntree.class));

    private final Set<EtatEntree> etats;

    EtatDemande(Set<EtatEntree> etats) {
      this.etats = etats;
    }
  }

  @GetMapping("/nouveaux-entrants")
  @PreAuthorize("hasAuthority('SCOPE_entrants:lire')")
  @Operation(summary = "Les nouveaux entrants de votre périmètre",
      description = "Dans l'ordre où le Département les a reçus, avec leur délai. Les règles sont "
      + "celles de l'écran. Une application qui agit pour une organisation ne voit que les personnes qui lui sont confiées : demandez-lui `etat=ORIENTEE`.")
  Page<NouvelEntrant> lister(
      @Parameter(description = "Reçus ce jour-là ou après", example = "2025-08-01") @RequestParam(required = false) LocalDate depuis,
      @Parameter(description = "Numéro d'un territoire (voir /api/v1/territoires)") @RequestParam(required = false) Integer territoire,
      @Parameter(description = "A_ORIENTER : en attente ou en pause") @RequestParam(defaultValue = "A_ORIENTER") EtatDemande etat,
      @RequestParam(required = false) Urgence urgence,
      @Parameter(description = "De 1 à 200", example = "50") @RequestParam(defaultValue = "50") int taille,
      @Parameter(description = "Le « suivant » de la page d'avant") @RequestParam(required = false) String curseur) {
    if (taille < 1 || taille > TAILLE_MAX) {
      throw Probleme.demandeIncorrecte("VALEUR", "Une page compte de 1 à %d lignes.".formatted(TAILLE_MAX), Map.of("taille", "De 1 à " + TAILLE_MAX));
    }
    List<LigneDEntree> lues = entrees.lire(new EntreesParCurseur.Demande(etat.etats, depuis, territoire, urgence, lire(curseur)), taille + 1);
    List<LigneDEntree> page = lues.subList(0, Math.min(taille, lues.size()));
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (!page.isEmpty()) {
      journal.annoncer("EXPORT", null, null, "Nouveaux entrants par l'API : " + Francais.compte(page.size(), "personne", "personnes"));
    }
    return new Page<>(page.stream().map(l -> NouvelEntrant.de(l, aujourdhui)).toList(), lues.size() > taille ? ecrire(page.getLast()) : null);
  }

  private static String ecrire(LigneDEntree l) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((l.recuLe() + "|" + l.entreeId()).getBytes(StandardCharsets.US_ASCII));
  }

  private static Curseur lire(String curseur) {
    if (curseur == null || curseur.isBlank()) {
      return null;
    }
    try {
      String[] parties = new String(Base64.getUrlDecoder().decode(curseur), StandardCharsets.US_ASCII).split("\\|");
      return new Curseur(LocalDate.parse(parties[0]), Long.parseLong(parties[1]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw Probleme.demandeIncorrecte("VALEUR", "Ce curseur n'est pas le « suivant » d'une page : recommencez sans curseur.",
          Map.of("curseur", "Valeur incorrecte"));
    }
  }
}
