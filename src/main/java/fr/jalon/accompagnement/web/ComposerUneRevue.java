package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.application.DecisionsCommencees;
import fr.jalon.accompagnement.application.TenirUneRevue;
import fr.jalon.accompagnement.domaine.Blocages;
import fr.jalon.accompagnement.domaine.Blocages.Blocage;
import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes;
import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.ListeDeMesPersonnes;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.accompagnement.lecture.Revues;
import fr.jalon.accompagnement.lecture.Revues.Decision;
import fr.jalon.accompagnement.lecture.Revues.Revue;
import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.LeFil;
import fr.jalon.allocataires.LesPas;
import fr.jalon.diagnostic.FreinsOuverts;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts together one person of a review, and its minutes. */
@Component
class ComposerUneRevue {
  private static final int MOIS_SANS_REVUE = 3;
  private final Revues revues;
  private final ListeDeMesPersonnes liste;
  private final TenirUneRevue tenir;
  private final LeRythme rythme;
  private final LeFil leFil;
  private final LesPas lesPas;
  private final FreinsOuverts freins;
  private final DecisionsCommencees commencees;
  private final Regard regard;
  private final Clock horloge;

  ComposerUneRevue(Revues revues, ListeDeMesPersonnes liste, TenirUneRevue tenir, LeRythme rythme, LeFil leFil, LesPas lesPas,
      FreinsOuverts freins, DecisionsCommencees commencees, Regard regard, Clock horloge) {
    this.revues = revues;
    this.liste = liste;
    this.tenir = tenir;
    this.rythme = rythme;
    this.leFil = leFil;
    this.lesPas = lesPas;
    this.freins = freins;
    this.commencees = commencees;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param personne {@code null} for the first who waits for a decision; @param saisie what was typed, {@code null} for what is decided */
  @Transactional(readOnly = true)
  PageDeRevue page(long id, Long personne, boolean bloquees, PageDeRevue.Saisie saisie, Refus refus) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Revue r = une(id);
    List<PersonneEnFile> toutes = file(r);
    Map<Long, List<Blocage>> blocages = blocages(toutes, aujourdhui);
    List<PersonneEnFile> file = bloquees ? regardees(toutes, blocages) : toutes;
    Map<Long, Decision> decisions = revues.decisions(id);
    int restent = (int) file.stream().filter(p -> !decisions.containsKey(p.id())).count();
    LocalDate depuis = revues.avant(r).orElse(null);
    boolean premiere = depuis == null;
    LocalDate desLe = premiere ? r.le().minusMonths(MOIS_SANS_REVUE) : depuis;
    if (file.isEmpty()) {
      return new PageDeRevue(r, bloquees, null, 0, 0, 0, null, null, List.of(), desLe, premiere, List.of(), List.of(), null, null, false, saisie,
          false, refus);
    }
    int ici = rang(file, personne, decisions);
    PersonneEnFile elle = file.get(ici);
    Decision decision = decisions.get(elle.id());
    boolean tenue = r.ouverte() && tenir.tient(r);
    Map<String, String> commencee = tenue ? commencees.mienne(id, elle.id()) : Map.of();
    boolean sienne = saisie != null && personne != null && elle.id() == personne;
    return new PageDeRevue(r, bloquees, elle, ici + 1, file.size(), restent, ici == 0 ? null : file.get(ici - 1).id(),
        ici == file.size() - 1 ? null : file.get(ici + 1).id(), blocages.get(elle.id()), desLe, premiere, change(elle, desLe, aujourdhui),
        lesPas.de(List.of(elle.id())).getOrDefault(elle.id(), List.of()), decision,
        revues.pour(elle.id()).stream().filter(d -> d.revueId() != id).findFirst().orElse(null), tenue, sienne ? saisie
        : !commencee.isEmpty() ? new PageDeRevue.Saisie(commencee.getOrDefault("decision", ""), commencee.getOrDefault("pourquoi", ""))
        : new PageDeRevue.Saisie(decision == null ? "" : decision.decision().name(), decision == null ? "" : decision.pourquoi()),
        !sienne && !commencee.isEmpty(), refus);
  }

  /** True when the agent decides in this review, still open, and the person is in its file. */
  @Transactional(readOnly = true)
  boolean tenue(long id, long personne) {
    Revue r = une(id);
    return r.ouverte() && tenir.tient(r) && file(r).stream().anyMatch(p -> p.id() == personne);
  }

  /** True when nothing is typed that is not written already. */
  @Transactional(readOnly = true)
  boolean dejaDecide(long id, long personne, String decision, String pourquoi) {
    Decision ecrite = revues.decisions(id).get(personne);
    return ecrite == null ? decision.isBlank() && pourquoi.isBlank()
        : ecrite.decision().name().equals(decision) && ecrite.pourquoi().equals(pourquoi.strip());
  }

  /** The person after this one, {@code null} after the last. */
  @Transactional(readOnly = true)
  Long apres(long id, long personne, boolean bloquees) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<PersonneEnFile> toutes = file(une(id));
    List<Long> ids = (bloquees ? regardees(toutes, blocages(toutes, aujourdhui)) : toutes).stream().map(PersonneEnFile::id).toList();
    int ici = ids.indexOf(personne);
    return ici < 0 || ici == ids.size() - 1 ? null : ids.get(ici + 1);
  }

  @Transactional(readOnly = true)
  CompteRendu compteRendu(long id) {
    Revue r = une(id);
    Map<Long, Decision> decisions = revues.decisions(id);
    Map<DecisionDeRevue, Long> comptes = decisions.values().stream()
        .collect(Collectors.groupingBy(Decision::decision, () -> new EnumMap<>(DecisionDeRevue.class), Collectors.counting()));
    return new CompteRendu(r, List.copyOf(decisions.values()), comptes,
        r.ouverte() ? file(r).stream().filter(p -> !decisions.containsKey(p.id())).toList() : List.of(), r.ouverte() && tenir.tient(r));
  }

  private Revue une(long id) {
    return revues.une(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<PersonneEnFile> file(Revue r) {
    return liste.toutes(new FiltresDeMesPersonnes(null, null, null, r.referentId(), null, null, 1), new ListeDeMesPersonnes.Qui(r.referentId(),
        null));
  }

  private static List<PersonneEnFile> regardees(List<PersonneEnFile> toutes, Map<Long, List<Blocage>> blocages) {
    return toutes.stream().filter(p -> !blocages.get(p.id()).isEmpty()).toList();
  }

  private Map<Long, List<Blocage>> blocages(List<PersonneEnFile> file, LocalDate aujourdhui) {
    Blocages regles = rythme.blocages(aujourdhui);
    List<Long> ids = file.stream().map(PersonneEnFile::id).toList();
    Map<Long, LocalDate> changees = revues.changements(ids, aujourdhui, horloge.getZone().getId());
    Map<Long, LocalDate> sansAction = new HashMap<>();
    if (regard.peut("DIAGNOSTICS")) {
      freins.de(ids).forEach((id, f) -> sansAction.put(id, f.sansActionDepuis()));
    }
    return file.stream().collect(Collectors.toMap(PersonneEnFile::id, p -> regles.de(new Blocages.Situation(p.dernier(), p.aVoirAvant(),
            p.rdvProche(),
        sansAction.get(p.id()), changees.getOrDefault(p.id(), p.notifieLe()), p.mois()), aujourdhui)));
  }

  /** Where she is in the file; of nobody, or of one who is not there, where the first who waits for a decision is. */
  private static int rang(List<PersonneEnFile> file, Long personne, Map<Long, Decision> decisions) {
    int attend = -1;
    for (int i = 0; i < file.size(); i++) {
      long id = file.get(i).id();
      if (personne != null && personne == id) {
        return i;
      }
      attend = attend < 0 && !decisions.containsKey(id) ? i : attend;
    }
    return Math.max(0, attend);
  }

  /** What the timeline says of her follow-up since that day. */
  private List<EvenementDuFil> change(PersonneEnFile p, LocalDate depuis, LocalDate aujourdhui) {
    return leFil.de(p.id(), aujourdhui).stream().filter(e -> e.theme() == Theme.SUIVI && !e.jour().isBefore(depuis)).toList();
  }
}
