package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a draft into a claim with persons, an address and a family situation. The state of the right is given by {@link HistoireDuDroit}. */
final class FabriqueDeFoyers {
  private static final int MOIS_MAJORATION = 36;
  private static final int MOIS_D_ISOLEMENT = 18;
  private final DepartementDemo demo;
  private final Profils profils;
  private final EtatCivil etatCivil;
  private final Adresses adresses;
  private final Hasard hasard;
  private int numeros;
  private long matricules;

  FabriqueDeFoyers(DepartementDemo demo, Profils profils, EtatCivil etatCivil, Adresses adresses) {
    this.demo = demo;
    this.profils = profils;
    this.etatCivil = etatCivil;
    this.adresses = adresses;
    hasard = new Hasard(demo.graine(), "foyers");
    numeros = 1_000_000;
    matricules = 2_000_000;
  }

  /**
   * @param au day on which the foyer must be of the type of the draft
   */
  Dossier creer(Fiche fiche, LocalDate au) {
    Dossier dossier = vide(fiche);
    int sexe = fiche.type.sexe(hasard);
    Humain demandeur = adulte(sexe, fiche.naissances.getFirst(), fiche.demande, fiche.tns);
    dossier.membres.add(new Dossier.Membre(demandeur, "DEM", fiche.demande, null));
    Humain conjoint = null;
    if (fiche.type.couple()) {
      conjoint = adulte(3 - sexe, fiche.naissances.get(1), fiche.demande, null);
      dossier.membres.add(new Dossier.Membre(conjoint, "CJT", fiche.demande, null));
    }
    situer(dossier, demandeur, conjoint);
    if (fiche.type.enfants) {
      avoirDesEnfants(dossier, demandeur, conjoint, au);
    } else if (demandeur.sexe == 2 && demandeur.ageAu(au) < 40 && hasard.chance(1.5)) {
      demandeur.attendreUnEnfant(au.plusDays(hasard.entre(20, 150)));
    }
    return dossier;
  }

  /** A claim of the same persons as another, for those who had one before. */
  Dossier dossierDe(Fiche fiche, List<Humain> adultes, List<Humain> enfants, LocalDate au) {
    Dossier dossier = vide(fiche);
    for (int i = 0; i < adultes.size(); i++) {
      dossier.membres.add(new Dossier.Membre(adultes.get(i), i == 0 ? "DEM" : "CJT", fiche.demande, null));
    }
    for (Humain enfant : enfants) {
      if (enfant.naissance.isBefore(au.minusDays(30))) {
        dossier.membres.add(new Dossier.Membre(enfant, "ENF", plusTard(fiche.demande, enfant.naissance.plusDays(12)), null));
      }
    }
    situer(dossier, adultes.getFirst(), adultes.size() > 1 ? adultes.get(1) : null);
    return dossier;
  }

  private Dossier vide(Fiche fiche) {
    numeros += hasard.entre(1, 9);
    matricules += hasard.entre(1, 17);
    Dossier dossier = new Dossier("%08d%s".formatted(numeros, demo.partenaire()), matricules, fiche.organisme, fiche.demande, fiche.type);
    dossier.phase = hasard.entre(0, 2);
    dossier.rappel = hasard.chance(25);
    dossier.sansDomicile = !fiche.type.enfants && hasard.chance(profils.taux("sansDomicile"));
    LocalDate emmenagement = fiche.demande.minusDays(hasard.entre(30, 3000));
    if (hasard.chance(12)) {
      dossier.domiciles.add(adresses.ailleurs(emmenagement.minusDays(hasard.entre(200, 2500))));
    }
    dossier.domiciles.add(adresses.dans(fiche.territoire, emmenagement));
    if (fiche.demande.equals(LocalDate.of(2009, 6, 1)) || fiche.demande.getYear() == 2009 && fiche.demande.getMonthValue() == 6) {
      dossier.demandeRmi = fiche.demande.minusDays(hasard.entre(200, 4000));
    }
    return dossier;
  }

  Humain adulte(int sexe, LocalDate naissance, LocalDate demande, String tns) {
    Humain humain = etatCivil.naitre(sexe, naissance);
    humain.nirAvecCle = hasard.chance(profils.taux("nirAvecCle"));
    if (tns != null) {
      LocalDate debut = plusTard(naissance.plusYears(20), demande.minusDays(hasard.entre(-200, 2500)));
      humain.activites.add(new Humain.Activite(debut.isAfter(demo.reference()) ? demande : debut, null, tns.equals("EXP") ? "AG" : "GE",
          tns, tns.equals("AEN") ? "AEN" : null));
    } else {
      String[] activite = hasard.choisir(profils.activites).split("/");
      LocalDate debut = plusTard(naissance.plusYears(17), demande.minusDays(hasard.entre(0, 1200)));
      humain.activites.add(new Humain.Activite(debut, null, activite[0], activite[1], activite[1].equals("CUI") ? "CUI" : null));
    }
    return humain;
  }

  private void situer(Dossier dossier, Humain demandeur, Humain conjoint) {
    String code = hasard.choisir(profils.situations(conjoint != null && !dossier.type.couple() ? TypeFoyer.COUPLE : dossier.type));
    LocalDate depuis = plusTard(demandeur.naissance.plusYears(18),
        code.equals("CEL") ? demandeur.naissance.plusYears(18) : dossier.demande.minusDays(hasard.entre(20, conjoint == null ? 1500 : 5000)));
    // a lone parent of older children is alone for too long to have the majoration (R. 262-2 CASF)
    boolean separe = conjoint == null && dossier.type.enfants && !code.equals("CEL");
    dossier.situations.add(new Dossier.Situation(separe
        ? plusTard(demandeur.naissance.plusYears(18), plusTot(depuis, dossier.demande.minusMonths(MOIS_D_ISOLEMENT))) : depuis, code));
    if (conjoint != null && code.equals("MAR") && hasard.chance(70)) {
      Humain femme = demandeur.sexe == 2 ? demandeur : conjoint;
      femme.prendreNom(depuis, (femme == demandeur ? conjoint : demandeur).nomNaissance);
    } else if (conjoint == null && demandeur.sexe == 2 && (code.equals("VEU") || code.equals("DIV") && hasard.chance(25))) {
      demandeur.prendreNom(demandeur.naissance.plusYears(22), etatCivil.nom());
    }
  }

  private void avoirDesEnfants(Dossier dossier, Humain demandeur, Humain conjoint, LocalDate au) {
    Humain mere = conjoint != null && conjoint.sexe == 2 ? conjoint : demandeur;
    String nom = conjoint == null ? hasard.chance(45) ? demandeur.nomNaissance : etatCivil.nom()
        : (demandeur.sexe == 1 ? demandeur : conjoint).nomNaissance;
    int nombre = 1 + hasard.indice(conjoint == null ? profils.enfantsSeul : profils.enfantsCouple);
    List<LocalDate> naissances = naissances(mere, conjoint == null, dossier, nombre, au);
    for (LocalDate naissance : naissances) {
      Humain enfant = etatCivil.naitre(hasard.entre(1, 2), naissance, nom);
      boolean avant = naissance.isBefore(dossier.demande);
      dossier.membres.add(new Dossier.Membre(enfant, "ENF", avant ? dossier.demande : naissance.plusDays(hasard.entre(4, 22)), null));
      if (!avant && mere.sexe == 2) {
        mere.attendreUnEnfant(naissance);
      }
    }
  }

  /** Birth dates, the eldest first. The youngest is under three in the share of lone parents that the amounts ask for. */
  private List<LocalDate> naissances(Humain parent, boolean seul, Dossier dossier, int nombre, LocalDate au) {
    int moisParent = (int) java.time.temporal.ChronoUnit.MONTHS.between(parent.naissance, au);
    int plusJeunePossible = Math.max(1, moisParent - 44 * 12);
    int plusVieuxPossible = Math.max(plusJeunePossible, Math.min(20 * 12 - 2, moisParent - 17 * 12));
    double part = demo.allocation().partParentsMajores().get(dossier.organisme.fonction());
    boolean majore = seul && parent.sexe == 2 && hasard.chance(part * 1.05);
    int mois = majore ? hasard.entre(1, MOIS_MAJORATION - 3)
        : hasard.entre(seul ? Math.min(MOIS_MAJORATION + 1 + dejaGrand(dossier, au), plusVieuxPossible) : 1, plusVieuxPossible);
    mois = Math.clamp(mois, plusJeunePossible, plusVieuxPossible);
    List<LocalDate> naissances = new ArrayList<>();
    for (int i = 0; i < nombre && (i == 0 || mois <= plusVieuxPossible); i++) {
      naissances.add(au.minusMonths(mois).minusDays(hasard.entre(0, 27)));
      mois += hasard.entre(15, 52);
    }
    naissances.sort(Comparator.naturalOrder());
    return naissances;
  }

  /**
   * Months more for a child who was over three already when the period that the plan publishes began: few payers pay as little majoration as the
   * draws would.
   */
  private int dejaGrand(Dossier dossier, LocalDate au) {
    double avant = demo.allocation().partParentsAvantMajores().getOrDefault(dossier.organisme.fonction(), 100.0);
    return avant < 100 && !hasard.chance(avant) ? (int) Math.max(0, java.time.temporal.ChronoUnit.MONTHS.between(demo.allocation().du(), au)) : 0;
  }

  private static LocalDate plusTot(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  static LocalDate plusTard(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
