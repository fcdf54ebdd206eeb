package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Unite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Those who were there and left before the reference date, so that the count of each month follows the published trend. Some come back
 * later under a new claim: the same humans as foyers of the reference date.
 */
final class Sortants {
  private final DepartementDemo demo;
  private final Profils profils;
  private final Calendrier calendrier;
  private final Peuplement peuplement;
  private final FabriqueDeFoyers fabrique;
  private final HistoireDuDroit histoire;
  private final Hasard hasard;

  /** A foyer that is payable from month {@code entree} (-1: before the first) until it leaves in month {@code sortie}. */
  private static final class Creneau {
    final Fiche fiche;
    final int entree;
    int sortie;
    boolean pris;

    Creneau(Fiche fiche, int entree) {
      this.fiche = fiche;
      this.entree = entree;
    }
  }

  Sortants(DepartementDemo demo, Profils profils, Calendrier calendrier, Peuplement peuplement, FabriqueDeFoyers fabrique,
      HistoireDuDroit histoire) {
    this.demo = demo;
    this.profils = profils;
    this.calendrier = calendrier;
    this.peuplement = peuplement;
    this.fabrique = fabrique;
    this.histoire = histoire;
    hasard = new Hasard(demo.graine(), "sortants");
  }

  /**
   * @param stock     the foyers of the reference date, events included
   * @param regroupes spouses who had a claim of their own, closed the day they joined
   */
  List<Dossier> creer(List<Dossier> stock, List<Dossier.Membre> regroupes) {
    List<Creneau> creneaux = flux(stock);
    List<Dossier> dossiers = new ArrayList<>();
    retours(stock, creneaux, dossiers);
    regroupements(regroupes, creneaux, dossiers);
    for (Creneau creneau : creneaux) {
      if (!creneau.pris) {
        LocalDate sortie = calendrier.jour(hasard, creneau.sortie);
        String motif = histoire.motifDeFin();
        dater(creneau, sortie);
        Dossier dossier = fabrique.creer(creneau.fiche, sortie);
        ouvrir(dossier, creneau, hasard.chance(profils.taux("mutationEntrante")));
        histoire.finir(dossier, sortie, motif.equals("RGD") ? "RAU" : motif);
        dossiers.add(dossier);
      }
    }
    return dossiers;
  }

  private List<Creneau> flux(List<Dossier> stock) {
    List<Creneau> creneaux = new ArrayList<>();
    List<Creneau> presents = new ArrayList<>();
    int nombre = entrer(creneaux, presents, -1, demo.effectifVise(calendrier.fin(0)) - compter(stock, 0));
    int dernier = calendrier.mois() - 1;
    for (int mois = 1; mois <= dernier; mois++) {
      int vise = mois == dernier ? 0 : Math.max(0, demo.effectifVise(calendrier.fin(mois)) - compter(stock, mois));
      int entrees = mois >= dernier - 1 ? 0 : Math.max(0, demo.entreesParMois() - entreesDuStock(stock, mois));
      if (nombre + entrees < vise) {
        entrees = vise - nombre;
      }
      List<Creneau> partants = new ArrayList<>(presents);
      nombre += entrer(creneaux, presents, mois, entrees);
      for (Creneau creneau : choisir(partants)) {
        if (nombre <= vise) {
          break;
        }
        creneau.sortie = mois;
        presents.remove(creneau);
        nombre -= poids(creneau.fiche);
      }
    }
    presents.forEach(c -> c.sortie = dernier);
    return creneaux;
  }

  /** Those who came lately leave sooner. */
  private List<Creneau> choisir(List<Creneau> presents) {
    List<Creneau> recents = hasard.melanger(new ArrayList<>(presents.stream().filter(c -> c.entree >= 0).toList()));
    List<Creneau> anciens = hasard.melanger(new ArrayList<>(presents.stream().filter(c -> c.entree < 0).toList()));
    List<Creneau> ordre = new ArrayList<>(presents.size());
    while (!recents.isEmpty() || !anciens.isEmpty()) {
      boolean recent = anciens.isEmpty() || !recents.isEmpty() && hasard.chance(35);
      ordre.add((recent ? recents : anciens).removeLast());
    }
    return ordre;
  }

  private int entrer(List<Creneau> creneaux, List<Creneau> presents, int mois, int nombre) {
    int entres = 0;
    while (entres < nombre) {
      Fiche fiche = mois < 0 ? peuplement.tirer(calendrier.debut(), 2, 120) : peuplement.tirer(calendrier.fin(mois), 0, 1);
      Creneau creneau = new Creneau(fiche, mois);
      creneaux.add(creneau);
      presents.add(creneau);
      entres += poids(fiche);
    }
    return entres;
  }

  private void retours(List<Dossier> stock, List<Creneau> creneaux, List<Dossier> dossiers) {
    for (Dossier revenu : stock) {
      if (!revenu.retour) {
        continue;
      }
      int retour = calendrier.indice(revenu.demande);
      Creneau creneau = creneaux.stream().filter(c -> !c.pris && c.fiche.type == revenu.type && c.sortie <= retour - 1)
          .filter(c -> majeur(revenu.demandeur(), c)).findFirst().orElse(null);
      if (creneau == null) {
        revenu.retour = false;
        continue;
      }
      creneau.pris = true;
      LocalDate sortie = calendrier.jour(hasard, creneau.sortie);
      dater(creneau, sortie);
      creneau.fiche.demande = FabriqueDeFoyers.plusTard(creneau.fiche.demande, revenu.demandeur().naissance.plusYears(18));
      List<Humain> adultes = revenu.membres.stream().filter(Dossier.Membre::adulte).map(Dossier.Membre::humain).toList();
      List<Humain> enfants = revenu.membres.stream().filter(m -> !m.adulte()).map(Dossier.Membre::humain).toList();
      Dossier ancien = fabrique.dossierDe(creneau.fiche, adultes, enfants, sortie);
      ouvrir(ancien, creneau, false);
      histoire.clore(ancien, sortie, hasard.chance(60) ? "RFD" : "RAU");
      revenu.numeroPrecedent = ancien.numero;
      dossiers.add(ancien);
    }
  }

  private void regroupements(List<Dossier.Membre> regroupes, List<Creneau> creneaux, List<Dossier> dossiers) {
    for (Dossier.Membre conjoint : regroupes) {
      int mois = calendrier.indice(conjoint.du());
      TypeFoyer type = conjoint.humain().sexe == 1 ? TypeFoyer.HOMME_SEUL : TypeFoyer.FEMME_SEULE;
      creneaux.stream().filter(c -> !c.pris && c.fiche.type == type && c.sortie == mois && c.entree < 0)
          .filter(c -> majeur(conjoint.humain(), c)).findFirst().ifPresent(c -> {
        c.pris = true;
        c.fiche.demande = FabriqueDeFoyers.plusTard(c.fiche.demande, conjoint.humain().naissance.plusYears(18));
        Dossier propre = fabrique.dossierDe(c.fiche, List.of(conjoint.humain()), List.of(), conjoint.du());
        ouvrir(propre, c, false);
        histoire.clore(propre, conjoint.du().minusDays(1), "RGD");
        dossiers.add(propre);
      });
    }
  }

  /** Of age some months before the right opened. */
  private boolean majeur(Humain humain, Creneau creneau) {
    return humain.naissance.plusYears(18).isBefore(calendrier.fin(creneau.entree < 0 ? 0 : creneau.entree).minusMonths(3));
  }

  /** The claim must precede the opening, and the opening the exit. */
  private void dater(Creneau creneau, LocalDate sortie) {
    if (creneau.entree >= 0) {
      creneau.fiche.demande = calendrier.jour(hasard, creneau.entree).minusDays(hasard.entre(8, 36));
    }
    if (!creneau.fiche.demande.isBefore(sortie.minusDays(40))) {
      creneau.fiche.demande = sortie.minusDays(hasard.entre(41, 60));
    }
  }

  private void ouvrir(Dossier dossier, Creneau creneau, boolean mutation) {
    LocalDate ouverture = creneau.entree < 0
        ? plusTot(dossier.demande.plusDays(hasard.entre(5, 30)), calendrier.debut())
        : hasard.entre(FabriqueDeFoyers.plusTard(calendrier.fin(creneau.entree).withDayOfMonth(1), dossier.demande.plusDays(4)),
            calendrier.fin(creneau.entree));
    if (mutation && creneau.entree >= 0) {
      histoire.arriver(dossier, ouverture);
    } else {
      histoire.ouvrirLe(dossier, ouverture);
    }
  }

  private static LocalDate plusTot(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private int poids(Fiche fiche) {
    return demo.unite() == Unite.PERSONNES ? fiche.type.adultes : 1;
  }

  private int compter(List<Dossier> stock, int mois) {
    LocalDate fin = calendrier.fin(mois);
    return stock.stream().mapToInt(d -> demo.unite() == Unite.PERSONNES ? d.personnesVersablesAu(fin) : d.versableAu(fin) ? 1 : 0).sum();
  }

  private int entreesDuStock(List<Dossier> stock, int mois) {
    return (int) stock.stream().filter(d -> calendrier.indice(d.ouverture()) == mois).count();
  }
}
