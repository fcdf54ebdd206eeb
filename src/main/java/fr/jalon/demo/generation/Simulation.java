package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Invents the whole Département: first the foyers of the reference date, whose counts are exact, then backwards what happened to them,
 * then those who left. Every claim carries its timeline, so that the file of any day is only a reading of it.
 */
final class Simulation {
  private static final int SUSPENDUS_AU_DEBUT = 5;
  private final DepartementDemo demo;
  private final Profils profils = Profils.lire();
  private final Calendrier calendrier;
  private final CalculDesMontants calcul = new CalculDesMontants(Baremes.lire());
  private final EtatCivil etatCivil;
  private final Adresses adresses;
  private final FabriqueDeFoyers fabrique;
  private final Peuplement peuplement;
  private final HistoireDuDroit histoire;
  private final Hasard hasard;

  private Simulation(DepartementDemo demo) {
    this.demo = demo;
    calendrier = new Calendrier(demo.premierMois(), demo.reference());
    etatCivil = new EtatCivil(demo);
    adresses = new Adresses(demo);
    fabrique = new FabriqueDeFoyers(demo, profils, etatCivil, adresses);
    peuplement = new Peuplement(demo, profils);
    histoire = new HistoireDuDroit(demo, profils, calendrier);
    hasard = new Hasard(demo.graine(), "simulation");
  }

  static Population jouer(DepartementDemo demo) {
    return new Simulation(demo).jouer();
  }

  private Population jouer() {
    List<Dossier> stock = new ArrayList<>();
    for (Fiche fiche : peuplement.stock()) {
      Dossier dossier = fabrique.creer(fiche, demo.reference());
      histoire.ouvrir(dossier);
      if (calendrier.indice(dossier.ouverture()) >= 1) {
        if (hasard.chance(profils.taux("mutationEntrante"))) {
          histoire.arriver(dossier, dossier.ouverture());
        } else if (hasard.chance(profils.taux("retourDeRadies"))) {
          dossier.retour = calendrier.indice(dossier.demande) >= 3;
        }
      }
      stock.add(dossier);
    }
    List<Humain> homonymes = homonymes(stock);
    EvenementsDeVie vie = new EvenementsDeVie(demo, profils, calendrier, histoire, fabrique, adresses, etatCivil);
    vie.jouer(stock);
    List<Dossier> dossiers = new ArrayList<>(stock);
    dossiers.addAll(suspendusDeLongueDate());
    dossiers.addAll(new Sortants(demo, profils, calendrier, peuplement, fabrique, histoire).creer(dossiers, vie.regroupes));
    new Ressources(demo, profils, calendrier, calcul).attribuer(dossiers);
    new EcartsVoulus(demo, calcul).poser(stock);
    dossiers.addAll(autres());
    dossiers.sort(Comparator.comparing(d -> d.numero));
    return new Population(demo, calendrier, calcul, dossiers, stock, homonymes);
  }

  /** Two pairs of different humans with the same names and birth date. */
  private List<Humain> homonymes(List<Dossier> stock) {
    List<Dossier> hommes = stock.stream().filter(d -> d.type == TypeFoyer.HOMME_SEUL && !d.retour
        && d.demande.isBefore(calendrier.debut().minusMonths(8)) && d.demandeur().activites.stream().noneMatch(Humain.Activite::tns)).toList();
    List<Humain> originaux = new ArrayList<>();
    for (int i = 0; i < hommes.size() - 1 && originaux.size() < 2; i++) {
      Dossier original = hommes.get(i);
      for (int j = i + 1; j < hommes.size(); j++) {
        Dossier autre = hommes.get(j);
        if (memeTranche(original, autre)) {
          Humain homonyme = etatCivil.homonymeDe(original.demandeur());
          homonyme.activites.addAll(autre.demandeur().activites);
          autre.membres.set(0, new Dossier.Membre(homonyme, "DEM", autre.demande, null));
          originaux.add(original.demandeur());
          break;
        }
      }
    }
    return originaux;
  }

  private boolean memeTranche(Dossier a, Dossier b) {
    return a.demandeur().ageAu(demo.reference()) == b.demandeur().ageAu(demo.reference());
  }

  /** Suspended since months, and still so at the reference date. */
  private List<Dossier> suspendusDeLongueDate() {
    List<Dossier> suspendus = new ArrayList<>();
    for (int i = 0; i < demo.effectifTotal() / 110; i++) {
      Dossier dossier = nouveau(calendrier.debut().minusMonths(8), 3, 90, demo.reference());
      histoire.ouvrirLe(dossier, dossier.demande.plusDays(20));
      suspendreApresOuverture(dossier, demo.reference().minusDays(hasard.entre(160, 600)), true);
      suspendus.add(dossier);
    }
    return suspendus;
  }

  /** Those who never had a paid right in the period: suspended from the start, refused, still waiting. */
  private List<Dossier> autres() {
    List<Dossier> autres = new ArrayList<>();
    int suspendus = demo.effectifTotal() * SUSPENDUS_AU_DEBUT / 100;
    for (int i = 0; i < suspendus; i++) {
      LocalDate fin = calendrier.jour(hasard, hasard.entre(0, 5));
      Dossier dossier = nouveau(calendrier.debut().minusMonths(8), 3, 90, fin);
      histoire.ouvrirLe(dossier, dossier.demande.plusDays(20));
      suspendreApresOuverture(dossier, calendrier.debut().minusDays(hasard.entre(5, 150)), hasard.chance(50));
      histoire.clore(dossier, fin, hasard.chance(60) ? "ECH" : "RFD");
      autres.add(dossier);
    }
    for (int mois = 0; mois < calendrier.mois(); mois++) {
      for (int i = 0; i < Math.max(2, demo.effectifTotal() / 1000); i++) {
        Dossier dossier = nouveau(calendrier.fin(mois), 1, 2, calendrier.fin(mois));
        histoire.refuser(dossier, calendrier.jour(hasard, mois));
        autres.add(dossier);
      }
    }
    for (int i = 0; i < demo.effectifTotal() / 140; i++) {
      Dossier dossier = nouveau(demo.reference(), 0, 1, demo.reference());
      dossier.passer(FabriqueDeFoyers.plusTard(dossier.demande.plusDays(3), demo.reference().minusDays(25)), '0', null, dossier.demande);
      autres.add(dossier);
    }
    return autres;
  }

  private void suspendreApresOuverture(Dossier dossier, LocalDate le, boolean droit) {
    histoire.suspendre(dossier, FabriqueDeFoyers.plusTard(le, dossier.ouverture().plusDays(1)), droit);
  }

  private Dossier nouveau(LocalDate date, int moisMin, int moisMax, LocalDate au) {
    return fabrique.creer(peuplement.tirer(date, moisMin, moisMax), au);
  }
}
