package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.ErreurDeSaisie;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Mois;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Patrimoine;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.Regles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Looks for what would give a wrong amount. The paths are those of the file, {@code input.adults[0].birthdate}. */
public final class Verification {
  private static final int ENFANTS_AU_PLUS = 20;
  private static final int AGE_AU_PLUS = 130;
  private static final long PLAFOND = 1_000_000 * Argent.EURO;
  private static final String NEGATIF = "Le montant est négatif : donnez zéro ou un nombre positif d'euros.";
  private static final String TROP_GRAND = "Le montant dépasse un million d'euros : vérifiez les décimales.";

  private static final Patrimoine[] PATRIMOINES = Patrimoine.values();

  private final List<ErreurDeSaisie> erreurs = new ArrayList<>(0);
  private final Menage menage;
  private final LocalDate finDuMois;
  private final Regles regles;
  private final int numero;

  private Verification(Menage menage, YearMonth mois, Regles regles) {
    this.menage = menage;
    this.regles = regles;
    finDuMois = mois.atEndOfMonth();
    numero = Mois.numero(mois);
  }

  /** Empty when the household can be calculated for this month. */
  public static List<ErreurDeSaisie> de(Menage menage, YearMonth mois, Regles regles) {
    Verification v = new Verification(menage, mois, regles);
    v.mois(mois);
    v.composition();
    v.personnes(menage.adultes(), "input.adults");
    v.personnes(menage.enfants(), "input.children");
    v.filiation();
    v.foyer();
    return v.erreurs;
  }

  private void mois(YearMonth mois) {
    Baremes b = Baremes.connus();
    if (mois.isBefore(b.premierMois()) || mois.isAfter(b.dernierMois()) && !regles.prolonger()) {
      refuser("period", b.absence(mois));
    }
  }

  private void composition() {
    int adultes = menage.adultes().size();
    if (adultes == 0) {
      refuser("input.adults", "Aucun adulte : donnez au moins la personne qui demande.");
    } else if (adultes > 2) {
      refuser("input.adults",
          "Plus de deux adultes : un foyer du RSA a un demandeur et au plus un conjoint ; les autres sont des enfants ou un autre foyer.");
    }
    if (menage.enfants().size() > ENFANTS_AU_PLUS) {
      refuser("input.children", "Plus de " + ENFANTS_AU_PLUS + " enfants : vérifiez la liste.");
    }
  }

  private void personnes(List<Personne> personnes, String groupe) {
    for (int i = 0; i < personnes.size(); i++) {
      Personne p = personnes.get(i);
      naissance(p, groupe, i);
      for (int r = 0; r < p.nombreDeRevenus(); r++) {
        if (horsBornes(p.montants(r))) {
          detailler(p.montants(r), groupe + "[" + i + "].incomes." + p.nature(r).nom());
        }
      }
      for (Patrimoine nature : PATRIMOINES) {
        long somme = p.patrimoine(nature);
        if (horsBornes(somme)) {
          refuser(groupe + "[" + i + "]." + nature.nom(), somme < 0 ? NEGATIF : TROP_GRAND);
        }
      }
      if (p.anneesDeTitre().signum() < 0) {
        refuser(groupe + "[" + i + "].duree_possession_titre_sejour_annees", "La durée est négative.");
      }
      if (p.arretDepuis() != null && p.arretDepuis().isAfter(finDuMois)) {
        refuser(groupe + "[" + i + "].date_arret_de_travail", "L'arrêt de travail commence après le mois du droit.");
      }
    }
  }

  private void naissance(Personne p, String groupe, int rang) {
    if (p.naissance().isAfter(finDuMois)) {
      refuser(groupe + "[" + rang + "].birthdate", "La naissance est après le mois du droit : un enfant à naître se dit par « enceinte ».");
    } else if (p.naissance().getYear() < finDuMois.getYear() - AGE_AU_PLUS) {
      refuser(groupe + "[" + rang + "].birthdate", "La personne aurait plus de " + AGE_AU_PLUS + " ans : vérifiez la date.");
    }
  }

  /** The public model never compares ages: its households hold children of 24 with a parent of 20. It is an error all the same beyond 25. */
  private void filiation() {
    LocalDate ainee = null;
    for (Personne adulte : menage.adultes()) {
      ainee = ainee == null || adulte.naissance().isBefore(ainee) ? adulte.naissance() : ainee;
    }
    for (int i = 0; i < menage.enfants().size() && ainee != null; i++) {
      LocalDate enfant = menage.enfants().get(i).naissance();
      boolean tolere = !regles.appliquent(Divergence.FILIATION_VRAISEMBLABLE)
          && enfant.plusYears(Baremes.connus().entier("rsa.age_enfant", numero)).isAfter(finDuMois);
      if (!enfant.isAfter(ainee) && !tolere) {
        refuser("input.children[" + i + "].birthdate", "L'enfant est plus âgé que son parent : vérifiez les dates de naissance.");
      }
    }
  }

  private void foyer() {
    parMois(menage.logement().aide(), "input.housing.aide_logement");
    if (menage.logement().loyer().signum() < 0) {
      refuser("input.housing.loyer", NEGATIF);
    }
    Prestations p = menage.prestations();
    parMois(p.af(), "input.prestations_familiales.af");
    parMois(p.afBase(), "input.prestations_familiales.af_base");
    parMois(p.cf(), "input.prestations_familiales.cf");
    parMois(p.cfNonMajore(), "input.prestations_familiales.cf_non_majore_avant_cumul");
    parMois(p.asf(), "input.prestations_familiales.asf");
    parMois(p.pajeBase(), "input.prestations_familiales.paje_base");
    parMois(p.prepare(), "input.paje_prepare");
    if (menage.isoleDepuis() != null && Mois.numero(menage.isoleDepuis()) > numero) {
      refuser("input.isole_depuis", "L'isolement commence après le mois du droit.");
    }
    if (menage.moisDeMajorationDejaVerses() < Menage.INCONNU) {
      refuser("input.mois_majoration_verses", "Le nombre de mois est négatif.");
    }
  }

  private void parMois(ParMois montants, String chemin) {
    if (horsBornes(montants)) {
      detailler(montants, chemin);
    }
  }

  private void detailler(ParMois montants, String chemin) {
    montants.parcourir((mois, somme) -> {
      if (horsBornes(somme)) {
        refuser(chemin + "." + Mois.de(mois), somme < 0 ? NEGATIF : TROP_GRAND);
      }
    });
  }

  private static boolean horsBornes(ParMois montants) {
    for (int m = montants.premierMois(); m <= montants.dernierMois(); m++) {
      if (horsBornes(montants.unites(m))) {
        return true;
      }
    }
    return false;
  }

  private static boolean horsBornes(long somme) {
    return somme < 0 || somme > PLAFOND;
  }

  private void refuser(String chemin, String phrase) {
    erreurs.add(new ErreurDeSaisie(chemin, phrase));
  }
}
