package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Dossier.Etat;
import fr.jalon.demo.generation.Dossier.Membre;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The follow-ups that go with the files: who was oriented when, towards whom, and who still waits. */
final class Orientations {
  private final Population population;
  private final DepartementDemo demo;
  private final Calendrier calendrier;
  private final Receptions receptions;
  private final Affectations affectations;
  private final Delais delais;
  private final Hasard hasard;
  private final List<OrientationAJouer> orientations = new ArrayList<>();
  private final Set<String> attendent = new TreeSet<>();

  /** A stay of a human in a right: in which claim, from when, until when ({@code null} while it lasts). */
  private record Sejour(Humain humain, Dossier dossier, LocalDate du, LocalDate au) {}

  /** A follow-up to decide: the stay, its entry, the day it was suspended for over a year or ended ({@code null} while it lasts). */
  private record Suivi(Sejour sejour, LocalDate entree, LocalDate fin, String motif) {}

  Orientations(Population population, List<Envoi> envois) {
    this.population = population;
    demo = population.demo();
    calendrier = population.calendrier();
    receptions = new Receptions(calendrier, envois);
    affectations = new Affectations(demo);
    delais = new Delais(demo);
    hasard = new Hasard(demo.graine(), "orientations");
  }

  /** @return by date of notification */
  List<OrientationAJouer> liste() {
    List<Suivi> enCours = new ArrayList<>();
    for (List<Sejour> sejours : sejours()) {
      for (Suivi suivi : suivis(sejours)) {
        if (suivi.fin() == null && suivi.sejour().dossier().versableAu(demo.reference())) {
          enCours.add(suivi);
        } else {
          jouer(suivi, hasard.choisir(affectations.natures()), null);
        }
      }
    }
    repartir(enCours);
    orientations.sort(Comparator.comparing(OrientationAJouer::notifieeLe).thenComparing(OrientationAJouer::nir));
    return orientations;
  }

  /** NIR of those who are there at the reference date and whom the Département has not oriented yet; known once the list is. */
  Set<String> attendent() {
    return attendent;
  }

  /** Those who are there at the reference date: the shares of the plan, those who wait counted first among those nobody follows. */
  private void repartir(List<Suivi> enCours) {
    hasard.melanger(enCours);
    enCours.sort(Comparator.comparing(s -> s.entree().isBefore(demo.reference().minusDays(150))));
    Quotas quotas = Quotas.de(List.copyOf(demo.suivi().values()), enCours.size());
    List<String> natures = List.copyOf(demo.suivi().keySet());
    int aucun = natures.indexOf("AUCUN");
    int sansReferent = quotas.reste(aucun);
    double[] affinites = natures.stream().mapToDouble(n -> n.equals("AUCUN") ? 0 : 1).toArray();
    List<Suivi> suivis = new ArrayList<>();
    for (Suivi suivi : enCours) {
      LocalDate notifiee = notification(suivi);
      if (notifiee.isAfter(demo.horloge())) {
        sansReferent--;
        attendent.add(suivi.sejour().humain().nirAu(demo.reference()));
      } else {
        suivis.add(suivi);
      }
    }
    for (Suivi suivi : suivis.reversed()) {
      boolean reorientation = sansReferent > 0 && suivi.entree().isBefore(demo.reference().minusDays(150));
      sansReferent -= reorientation ? 1 : 0;
      String nature = reorientation ? hasard.choisir(affectations.natures()) : natures.get(quotas.tirer(hasard, affinites, 1));
      jouer(suivi, nature, reorientation ? demo.reference().minusDays(hasard.entre(3, 55)) : null);
    }
  }

  private void jouer(Suivi suivi, String nature, LocalDate reorienteLe) {
    Sejour sejour = suivi.sejour();
    LocalDate notifiee = notification(suivi);
    if (notifiee.isAfter(demo.horloge()) || suivi.fin() != null && notifiee.isAfter(suivi.fin())) {
      return;
    }
    Affectations.Affectation a = affectations.choisir(hasard, nature, sejour.dossier().domicileAu(notifiee).commune());
    LocalDate fin = reorienteLe != null ? reorienteLe : suivi.fin();
    LocalDate veille = fin == null ? veilleDepuis(sejour) : null;
    orientations.add(new OrientationAJouer(sejour.humain().nirAu(demo.reference()),
        receptions.de(sejour.dossier(), suivi.entree()), notifiee, a.parcours(), a.structure(), a.referent(),
        veille != null && veille.isAfter(notifiee) ? veille : null, null, fin,
        reorienteLe != null ? "REORIENTATION" : suivi.motif()));
  }

  /** Suspended, or over the threshold, at the reference date. */
  private LocalDate veilleDepuis(Sejour sejour) {
    Dossier dossier = sejour.dossier();
    Etat etat = dossier.etatAu(demo.reference());
    if (etat.code() == '3' || etat.code() == '4') {
      return etat.le().plusDays(6);
    }
    return population.calcul().soumis(dossier, sejour.humain(), demo.reference()) ? null
        : CalculDesMontants.debutTrimestre(dossier, demo.reference()).plusDays(9);
  }

  /** Drawn once per follow-up: the same call gives the same day. */
  private LocalDate notification(Suivi suivi) {
    return delais.notification(suivi.sejour().humain().nir + suivi.entree(), receptions.de(suivi.sejour().dossier(), suivi.entree()));
  }

  /** The stays of each adult, in order. */
  private List<List<Sejour>> sejours() {
    Map<Humain, List<Sejour>> parHumain = new IdentityHashMap<>();
    List<List<Sejour>> ordre = new ArrayList<>();
    for (Dossier dossier : population.dossiers()) {
      if (dossier.ouverture() == null) {
        continue;
      }
      Etat dernier = dossier.etats.stream().filter(e -> e.code() == '5').findFirst().orElse(null);
      for (Membre membre : dossier.membres) {
        if (membre.adulte()) {
          LocalDate fin = membre.au() != null ? membre.au() : dernier == null ? null : dernier.le();
          List<Sejour> sejours = parHumain.get(membre.humain());
          if (sejours == null) {
            sejours = new ArrayList<>();
            parHumain.put(membre.humain(), sejours);
            ordre.add(sejours);
          }
          sejours.add(new Sejour(membre.humain(), dossier, FabriqueDeFoyers.plusTard(dossier.ouverture(), membre.du()), fin));
        }
      }
    }
    ordre.forEach(s -> s.sort(Comparator.comparing(Sejour::du)));
    return ordre;
  }

  /** A return within two months keeps its follow-up; a suspension of more than a year ends it. */
  private List<Suivi> suivis(List<Sejour> sejours) {
    List<Suivi> suivis = new ArrayList<>();
    LocalDate entree = null;
    for (int i = 0; i < sejours.size(); i++) {
      Sejour sejour = sejours.get(i);
      entree = entree == null ? sejour.du() : entree;
      LocalDate suspendu = null;
      for (Etat etat : sejour.dossier().etats) {
        if (etat.code() == '3' || etat.code() == '4') {
          suspendu = suspendu == null ? etat.le() : suspendu;
        } else if (etat.code() == '2' && suspendu != null) {
          if (etat.le().isAfter(suspendu.plusMonths(12))) {
            suivis.add(new Suivi(sejour, entree, suspendu.plusMonths(12).plusDays(1), "SUSPENDU_PLUS_DE_12_MOIS"));
            entree = etat.le();
          }
          suspendu = null;
        }
      }
      boolean enchaine = i + 1 < sejours.size() && sejour.au() != null && sejours.get(i + 1).du().isBefore(sejour.au().plusDays(60));
      if (enchaine && entree.isBefore(sejour.au())) {
        continue;
      }
      suivis.add(sejour.au() == null ? new Suivi(sejour, entree, null, null)
          : new Suivi(sejour, entree, sejour.au().plusDays(12), "DROIT_CLOS"));
      entree = null;
    }
    return suivis;
  }
}
