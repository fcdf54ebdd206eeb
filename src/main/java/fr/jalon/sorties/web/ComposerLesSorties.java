package fr.jalon.sorties.web;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Versions;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.sorties.lecture.SortieDUnePersonne;
import fr.jalon.sorties.lecture.SortiesDUnePersonne;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of the exits of a person: as it is, and as it says no. */
@Component
class ComposerLesSorties {
  /** What is compared before an exit is saved. */
  static final Fiche SORTIE = Fiche.de("SORTIE", "cette sortie").sansAuteur()
      .champ("raison", "Raison", r -> RaisonDeSortie.valueOf(r).libelle()).champ("le", "Jour")
      .champ("contrat", "Contrat", c -> c.isEmpty() ? "" : GenreDeContrat.valueOf(c).libelle()).champ("finLe", "Fin du contrat")
      .champ("heures", "Heures par semaine").champ("employeur", "Employeur").champ("metier", "Métier");
  private final SortiesDUnePersonne sorties;
  private final PersonneVisible personnes;
  private final Versions versions;
  private final Regard regard;
  private final Clock horloge;

  ComposerLesSorties(SortiesDUnePersonne sorties, PersonneVisible personnes, Versions versions, Regard regard, Clock horloge) {
    this.sorties = sorties;
    this.personnes = personnes;
    this.versions = versions;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What was typed in the form that was refused: of an exit, or of a call. */
  record Saisie(String quoi, FormulaireDeSortie sortie, FormulaireDeRappel rappel) {
    static final Saisie AUCUNE = new Saisie("", null, null);
  }

  /** @throws ResponseStatusException 404 when the agent may not see her */
  String montrer(long personne, Model modele) {
    return composer(personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), Saisie.AUCUNE, Refus.AUCUN, modele);
  }

  /** The same, one form open with what was typed; of who left the agent's perimeter meanwhile, nothing but why. */
  String refuser(long personne, Saisie s, RefusMetier refus, Model modele) {
    Optional<Identite> qui = personnes.de(personne);
    if (qui.isEmpty()) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return "sorties/partie";
    }
    Saisie neuve = refus instanceof FormulaireDejaServi && s.sortie() != null ? new Saisie(s.quoi(), s.sortie().sousUneAutreCle(), null) : s;
    return composer(qui.get(), neuve, Refus.de(refus, champ -> champ + "-" + s.quoi()), modele);
  }

  private String composer(Identite qui, Saisie s, Refus refus, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<SortieDUnePersonne> siennes = sorties.toutes(qui.id(), aujourdhui);
    Map<Long, Versions.EnFormulaire> portees = new HashMap<>();
    siennes.forEach(x -> portees.put(x.id(), versions.enFormulaire(SORTIE, x.id(), FormulaireDeSortie.de(x.dite()))));
    modele.addAttribute("page", new PageDesSorties(qui, siennes, aujourdhui, regard.peut("RAPPELS"), regard.peut("SIMULATIONS"),
        s.rappel() == null ? s.quoi() : "", s.sortie(), FormulaireDeSortie.vide(), portees, refus,
        new AppelEnCours("/sorties/personnes/" + qui.id() + "/rappels", s.rappel() == null ? "" : s.quoi(), s.rappel(),
            FormulaireDeRappel.vide(aujourdhui), refus)));
    return "sorties/personne";
  }
}
