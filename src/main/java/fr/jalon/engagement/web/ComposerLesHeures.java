package fr.jalon.engagement.web;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.engagement.application.Heures;
import fr.jalon.engagement.application.ActivitesDuPlan;
import fr.jalon.engagement.application.SourcesDHeures;
import fr.jalon.engagement.domaine.Activite;
import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.CaseDHeures;
import fr.jalon.engagement.domaine.DureeSaisie;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.HeuresDUnePersonne;
import fr.jalon.engagement.lecture.HeuresDUnePersonne.Heure;
import fr.jalon.engagement.lecture.HeuresDUnePersonne.Prevue;
import fr.jalon.engagement.web.PageDesHeures.Ligne;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of the hours of a person: as it is, and as it says no. */
@Component
class ComposerLesHeures {
  private static final int SEMAINES = 12;
  private final HeuresDUnePersonne heures;
  private final PersonneVisible personnes;
  private final ActivitesDuPlan activites;
  private final SourcesDHeures sources;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  ComposerLesHeures(HeuresDUnePersonne heures, PersonneVisible personnes, ActivitesDuPlan activites, SourcesDHeures sources, Parametres parametres,
      Regard regard, Clock horloge) {
    this.heures = heures;
    this.personnes = personnes;
    this.activites = activites;
    this.sources = sources;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What a form that was refused held. @param quoi its name; @param cases typed in the grid, by field; {@code null} for another form */
  record Saisie(String quoi, Map<String, String> cases, FormulaireDAdaptation adaptation, String motif, RefusMetier refus) {}

  /** The week asked, the one that runs when none is, or one to come. */
  Semaine semaine(String demandee) {
    Semaine courante = Semaine.de(LocalDate.now(horloge));
    return Semaine.lire(demandee).filter(s -> !s.lundi().isAfter(courante.lundi())).orElse(courante);
  }

  /** @throws ResponseStatusException 404 when the agent may not see her */
  String montrer(long personne, Semaine semaine, Model modele) {
    return composer(personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), semaine, null, modele);
  }

  /** The same, one form open with what was typed; of who left the agent's perimeter meanwhile, nothing but why. */
  String refuser(long personne, Semaine semaine, Saisie saisie, Model modele) {
    Optional<Identite> qui = personnes.de(personne);
    if (qui.isEmpty()) {
      modele.addAttribute(Refus.CLE, Refus.de(saisie.refus()));
      return "engagement/heures-partie";
    }
    return composer(qui.get(), semaine, saisie, modele);
  }

  private String composer(Identite qui, Semaine semaine, Saisie saisie, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Activites connues = activites.au(semaine.lundi());
    List<Heure> siennes = heures.heures(qui.id(), semaine);
    Map<String, Prevue> prevues = heures.prevues(qui.id(), semaine).stream().collect(Collectors.toMap(Prevue::activite, Function.identity()));
    Set<String> faites = siennes.stream().filter(h -> h.motif() == null).map(Heure::activite).collect(Collectors.toSet());
    List<Ligne> toutes = connues.genres().stream().filter(a -> a.compte() && (!a.sante() || regard.peut("SANTE")))
        .map(a -> ligne(a, prevues.get(a.code()), siennes, semaine)).toList();
    List<Ligne> lignes = toutes.stream().filter(l -> l.prevues() > 0 || faites.contains(l.activite())).toList();
    String quoi = saisie == null ? "" : saisie.quoi();
    FormulaireDAdaptation adaptation = saisie != null && saisie.adaptation() != null ? saisie.adaptation()
        : FormulaireDAdaptation.vide(aujourdhui.toString());
    Refus refus = saisie == null ? Refus.AUCUN : Refus.de(saisie.refus(), champ -> champ.startsWith("h-") ? champ : champ + "-" + quoi);
    modele.addAttribute("page", new PageDesHeures(qui, semaine, aujourdhui, lignes,
        toutes.stream().filter(l -> !lignes.contains(l) && !l.structuree()).toList(), heures.vue(qui.id(), semaine),
        heures.semaines(qui.id(), semaine, SEMAINES), siennes, libelles(connues), heures.adaptations(qui.id(), aujourdhui.plusYears(1)),
        parametres.chercher(Heures.CIBLE, semaine.dimanche()).map(v -> v.entier()).orElse(0), quoi,
        saisie != null && saisie.cases() != null ? saisie.cases() : notees(siennes, semaine),
        saisie != null && saisie.refus() instanceof FormulaireDejaServi ? adaptation.sousUneAutreCle() : adaptation,
        saisie == null || saisie.motif() == null ? "" : saisie.motif(), refus));
    return "engagement/heures";
  }

  private Map<String, String> libelles(Activites connues) {
    Map<String, String> libelles = new HashMap<>(sources.libelles());
    connues.genres().forEach(a -> libelles.put(a.code(), a.libelle()));
    return libelles;
  }

  private static Ligne ligne(Activite a, Prevue prevue, List<Heure> siennes, Semaine semaine) {
    Map<Integer, Integer> ailleurs = siennes.stream()
        .filter(h -> h.motif() == null && h.activite().equals(a.code()) && !"REFERENT".equals(h.source()))
        .collect(Collectors.groupingBy(h -> rang(h, semaine), Collectors.summingInt(Heure::minutes)));
    return new Ligne(a.code(), a.libelle(), prevue == null ? 0 : prevue.minutes(), prevue == null ? null : prevue.libelles(), a.structuree(),
        ailleurs);
  }

  private static Map<String, String> notees(List<Heure> siennes, Semaine semaine) {
    return siennes.stream().filter(h -> h.motif() == null && "REFERENT".equals(h.source()))
        .collect(Collectors.toMap(h -> CaseDHeures.champ(h.activite(), rang(h, semaine)), h -> DureeSaisie.ecrire(h.minutes()), (a, _) -> a));
  }

  private static int rang(Heure h, Semaine semaine) {
    return h.jour() == null ? CaseDHeures.TOTAL : (int) ChronoUnit.DAYS.between(semaine.lundi(), h.jour()) + 1;
  }
}
