package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What happens to the foyers that are there at the reference date: suspensions, moves, marriages, unions, separations, deaths. */
final class EvenementsDeVie {
  private final DepartementDemo demo;
  private final Profils profils;
  private final Calendrier calendrier;
  private final HistoireDuDroit histoire;
  private final FabriqueDeFoyers fabrique;
  private final Adresses adresses;
  private final EtatCivil etatCivil;
  private final Hasard hasard;
  /** Spouses who had a claim of their own, closed the day they joined: (day, human). */
  final List<Dossier.Membre> regroupes = new ArrayList<>();

  EvenementsDeVie(DepartementDemo demo, Profils profils, Calendrier calendrier, HistoireDuDroit histoire, FabriqueDeFoyers fabrique,
      Adresses adresses, EtatCivil etatCivil) {
    this.demo = demo;
    this.profils = profils;
    this.calendrier = calendrier;
    this.histoire = histoire;
    this.fabrique = fabrique;
    this.adresses = adresses;
    this.etatCivil = etatCivil;
    hasard = new Hasard(demo.graine(), "vie");
  }

  void jouer(List<Dossier> stock) {
    for (Dossier dossier : stock) {
      droits(dossier);
      demenagement(dossier);
      if (dossier.type.couple()) {
        couple(dossier);
      }
      immatriculation(dossier);
    }
    separations(stock);
    deces(stock);
  }

  private void droits(Dossier dossier) {
    if (dossier.arrivee == null && ancien(dossier) && hasard.chance(profils.taux("ancienEnMutation"))) {
      histoire.arriver(dossier, jour(2, calendrier.mois() - 2));
      return;
    }
    if (dossier.ouverture().isAfter(calendrier.fin(calendrier.mois() - 6)) || dossier.arrivee != null) {
      return;
    }
    double tirage = hasard.reel() * 100;
    if (tirage < profils.taux("suspensionLongue") && calendrier.mois() > 13) {
      int reprise = hasard.entre(calendrier.mois() - 5, calendrier.mois() - 1);
      LocalDate le = calendrier.jour(hasard, reprise - hasard.entre(13, 18));
      if (le.isAfter(dossier.ouverture().plusDays(20))) {
        histoire.suspendre(dossier, le, true);
        histoire.reprendre(dossier, FabriqueDeFoyers.plusTard(le.plusMonths(12).plusDays(8), jourAvantReference(reprise)));
      }
    } else if (tirage < profils.taux("suspensionLongue") + profils.taux("suspensionCourte")) {
      int debut = hasard.entre(1, calendrier.mois() - 4);
      LocalDate le = calendrier.jour(hasard, debut);
      LocalDate reprise = le.plusDays(hasard.entre(35, 200));
      if (le.isAfter(dossier.ouverture().plusDays(45)) && reprise.isBefore(demo.reference())) {
        histoire.suspendre(dossier, le, hasard.chance(40));
        histoire.reprendre(dossier, reprise);
      }
    }
  }

  private void demenagement(Dossier dossier) {
    if (hasard.chance(profils.taux("demenagement"))) {
      LocalDate le = jour(1, calendrier.mois() - 1);
      if (le.isAfter(dossier.ouverture().plusDays(10)) && le.isAfter(dossier.domiciles.getLast().depuis())) {
        Dossier.Domicile present = dossier.domiciles.removeLast();
        dossier.domiciles.add(adresses.ailleurs(present.depuis()));
        dossier.domiciles.add(new Dossier.Domicile(le, present.commune(), present.numero(), present.typeVoie(), present.nomVoie(),
            present.complement(), present.lieuDit()));
      }
    }
  }

  private void couple(Dossier dossier) {
    LocalDate le = jour(3, calendrier.mois() - 2);
    if (!le.isAfter(dossier.ouverture().plusDays(60))) {
      return;
    }
    Humain demandeur = dossier.demandeur();
    Dossier.Membre conjoint = dossier.membres.get(1);
    if (hasard.chance(profils.taux("conjointArrive")) && dossier.etats.size() == 1) {
      dossier.membres.set(1, new Dossier.Membre(conjoint.humain(), "CJT", le, null));
      dossier.situations.clear();
      dossier.situations.add(new Dossier.Situation(demandeur.naissance.plusYears(18), "CEL"));
      dossier.situations.add(new Dossier.Situation(le, "VIM"));
      if (hasard.chance(55)) {
        regroupes.add(dossier.membres.get(1));
      }
    } else if (hasard.chance(profils.taux("mariage") * 2.5) && !dossier.situations.getFirst().code().equals("MAR")) {
      dossier.situations.add(new Dossier.Situation(le, "MAR"));
      Humain femme = demandeur.sexe == 2 ? demandeur : conjoint.humain();
      femme.prendreNom(le, (femme == demandeur ? conjoint.humain() : demandeur).nomNaissance);
    }
  }

  private void immatriculation(Dossier dossier) {
    if (calendrier.indice(dossier.ouverture()) >= 1 && !dossier.retour && hasard.chance(profils.taux("nirProvisoire"))) {
      LocalDate definitif = dossier.ouverture().plusDays(hasard.entre(50, 210));
      dossier.demandeur().immatriculerProvisoirement(etatCivil.nirProvisoire(dossier.demandeur()),
          definitif.isAfter(demo.reference()) ? null : definitif);
    }
  }

  /** A man alone whose claim is recent was, until some weeks before, the spouse of a mother alone. */
  private void separations(List<Dossier> stock) {
    Iterator<Dossier> hommes = stock.stream()
        .filter(d -> d.type == TypeFoyer.HOMME_SEUL && d.arrivee == null && d.demandeur().ageAu(demo.reference()) < 52)
        .filter(d -> calendrier.indice(d.demande) >= 2 && !d.demandeur().nirProvisoire() && !d.retour).iterator();
    for (Dossier mere : stock) {
      if (mere.type != TypeFoyer.FEMME_SEULE_ENFANTS || mere.etats.size() > 1 || mere.arrivee != null
          || !mere.ouverture().isBefore(calendrier.debut()) || !hasard.chance(profils.taux("separation") * 2) || !hommes.hasNext()) {
        continue;
      }
      Dossier pere = hommes.next();
      LocalDate depart = pere.demande.minusDays(hasard.entre(4, 20));
      mere.membres.add(1, new Dossier.Membre(pere.demandeur(), "CJT", mere.demande, depart));
      mere.situations.clear();
      mere.situations.add(new Dossier.Situation(mere.demande.minusDays(400), "VIM"));
      mere.situations.add(new Dossier.Situation(depart, "ISO"));
      pere.numeroPrecedent = mere.numero;
    }
  }

  private void deces(List<Dossier> stock) {
    for (Dossier dossier : stock) {
      if (dossier.type == TypeFoyer.FEMME_SEULE && dossier.demandeur().ageAu(demo.reference()) > 45 && dossier.etats.size() == 1
          && dossier.ouverture().isBefore(calendrier.debut()) && hasard.chance(profils.taux("deces") * 2)) {
        LocalDate le = jour(2, calendrier.mois() - 2);
        Humain mari = fabrique.adulte(1, dossier.demandeur().naissance.minusDays(hasard.entre(50, 2500)), dossier.demande, null);
        dossier.membres.add(new Dossier.Membre(mari, "CJT", dossier.demande, le));
        dossier.situations.clear();
        dossier.situations.add(new Dossier.Situation(dossier.demande.minusDays(5000), "MAR"));
        dossier.situations.add(new Dossier.Situation(le, "VEU"));
        dossier.demandeur().prendreNom(dossier.demande.minusDays(5000), mari.nomNaissance);
      }
    }
  }

  private boolean ancien(Dossier dossier) {
    return calendrier.indice(dossier.demande) < -3;
  }

  private LocalDate jour(int premierMois, int dernierMois) {
    return calendrier.jour(hasard, hasard.entre(premierMois, dernierMois));
  }

  private LocalDate jourAvantReference(int mois) {
    LocalDate jour = calendrier.jour(hasard, mois);
    return jour.isBefore(demo.reference()) ? jour : demo.reference().minusDays(1);
  }
}
