package fr.jalon.papiers.web;

import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of the papers of a person: as it is, and as it says no. */
@Component
class ComposerLaPage {
  private final PapiersDUnePersonne papiers;
  private final PersonneVisible personnes;
  private final GenresDePapier genres;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  ComposerLaPage(PapiersDUnePersonne papiers, PersonneVisible personnes, GenresDePapier genres, Parametres parametres, Regard regard,
      Clock horloge) {
    this.papiers = papiers;
    this.personnes = personnes;
    this.genres = genres;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @throws ResponseStatusException 404 when the agent may not see her */
  String montrer(long personne, Model modele) {
    Identite qui = personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return composer(qui, "", null, Refus.AUCUN, modele);
  }

  /** The same, one form open with what was typed; of who left the agent's perimeter meanwhile, nothing but why. */
  String refuser(long personne, String quoi, FormulaireDePapier f, RefusMetier refus, Model modele) {
    Optional<Identite> qui = personnes.de(personne);
    if (qui.isEmpty()) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return "papiers/partie";
    }
    return composer(qui.get(), quoi, refus instanceof FormulaireDejaServi ? f.sousUneAutreCle() : f,
        Refus.de(refus, champ -> champ + "-" + quoi), modele);
  }

  private String composer(Identite qui, String quoi, FormulaireDePapier saisie, Refus refus, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    modele.addAttribute("page", new PageDesPapiers(qui, papiers.de(qui.id(), aujourdhui), genres.tous(), aujourdhui,
        aujourdhui.plusDays(parametres.jours("papiers.a_renouveler", aujourdhui)), regard.peut("PAPIERS_RESERVES"), quoi, saisie,
        FormulaireDePapier.vide(aujourdhui, null), refus));
    return "papiers/papiers";
  }
}
