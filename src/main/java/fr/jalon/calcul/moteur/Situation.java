package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.Argent.fois;

import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Mois;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Revenu;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The household as it is in one month: ages, children counted, who has the right of residence, majoration. */
final class Situation {
  private static final int MOIS_DE_L_ANNEE = 12;
  private static final int MOIS_D_AUTONOMIE = 6;
  private static final int MOIS_DE_GROSSESSE = 9;
  private static final long JOURS_DE_400_ANS = 146_097;
  private static final int CYCLE = 400;
  private static final Set<String> EUROPE = Set.of("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "GR", "HR",
      "HU", "IE", "IS", "IT",
      "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
  private static final String FRANCE = "FR";

  final Menage menage;
  final Bareme bareme;
  final Ressources ressources;
  final int mois;
  final boolean[] aCharge;
  final int enfants;
  final int adultesComptes;
  final boolean majoration;
  private final Regles regles;
  private final int alternes;
  private final boolean enceinte;
  private final boolean isolementRecent;

  Situation(Menage menage, Regles regles, Baremes baremes, int mois) {
    this.menage = menage;
    this.regles = regles;
    this.mois = mois;
    bareme = baremes.du(mois, regles.prolonger());
    ressources = new Ressources(baremes, bareme, mois, MoisDeReference.premier(mois, menage, regles), regles);
    enceinte = attendUnEnfant();
    isolementRecent = isoleDepuisPeu();
    aCharge = new boolean[menage.enfants().size()];
    int comptes = 0;
    int partages = 0;
    int possibles = marquerLesEnfantsPossibles();
    for (int i = 0; i < aCharge.length; i++) {
      Personne enfant = menage.enfants().get(i);
      if (aCharge[i]) {
        aCharge[i] = ressources.activite(enfant) + ressources.autres(enfant) < limiteDeRessources(possibles);
        comptes += aCharge[i] ? 1 : 0;
        partages += aCharge[i] && enfant.gardeAlternee() && regles.appliquent(Divergence.GARDE_ALTERNEE) ? 1 : 0;
      }
    }
    enfants = comptes;
    alternes = partages;
    adultesComptes = compterLesAdultes();
    majoration = !menage.enCouple() && (enfants > 0 || enceinte) && (enceinte || isolementRecent || enfantTresJeune());
  }

  /** Age on the first of the month; -1 before birth. */
  int age(Personne p) {
    LocalDate n = p.naissance();
    if (regles.appliquent(Divergence.AGE_A_L_ANNIVERSAIRE)) {
      int moisVecus = mois - (n.getYear() * MOIS_DE_L_ANNEE + n.getMonthValue() - 1) - (n.getDayOfMonth() > 1 ? 1 : 0);
      return Math.floorDiv(moisVecus, MOIS_DE_L_ANNEE);
    }
    return (int) Math.floorDiv((bareme.premierJour - n.toEpochDay() + 1) * CYCLE, JOURS_DE_400_ANS);
  }

  /** Ordinary forfait of the household, from that of a single person. */
  long forfait(long montantSeul) {
    boolean couple = adultesComptes > 1;
    long taux = bareme.tauxDuFoyer(adultesComptes, enfants, couple);
    if (alternes > 0) {
      taux = (taux + bareme.tauxDuFoyer(adultesComptes, enfants - alternes, couple)) / 2;
    }
    return fois(montantSeul, taux);
  }

  /** Majorated forfait, from that of a single person. */
  long forfaitMajore(long montantSeul) {
    return fois(montantSeul, bareme.isolementBase + bareme.isolementEnfant * enfants - bareme.isolementEnfant * alternes / 2);
  }

  /** Housing forfait to deduct, on the forfait of a single person given. */
  long forfaitLogement(long montantSeul) {
    long aide = menage.logement().aide().unites(mois);
    if (menage.logement().sansDepense()) {
      return forfaitLogementEntier(montantSeul);
    }
    return aide > 0 ? Math.min(aide, forfaitLogementEntier(montantSeul)) : 0;
  }

  private long forfaitLogementEntier(long montantSeul) {
    return bareme.forfaitLogement(adultesComptes + enfants, montantSeul);
  }

  /** Share of the ASF that counts. */
  long forfaitAsf() {
    long versee = menage.prestations().asf().unites(mois);
    return versee == 0 ? 0 : Math.min(versee, enfantsDeLAsf() * bareme.forfaitAsf);
  }

  /** Family benefits of the month that count. */
  long prestationsFamiliales() {
    Prestations p = menage.prestations();
    long cf = p.cf().unites(mois) > 0 ? p.cfNonMajore().unites(mois) : 0;
    return p.pajeBase().unites(mois) + p.prepare().unites(mois) + forfaitAsf() + cf + Math.min(p.afBase().unites(mois), p.af().unites(mois));
  }

  /** True when the household has a right to the ordinary RSA. */
  boolean ouvreLeRsa() {
    boolean enfantCompte = enfants > 0 || enceinte && regles.appliquent(Divergence.COUPLE_ATTENDANT_UN_ENFANT);
    boolean age = false;
    boolean sejour = false;
    for (Personne adulte : menage.adultes()) {
      boolean parLAge = !exclu(adulte) && (enfantCompte || assezAge(adulte));
      boolean parLeSejour = droitAuSejour(adulte);
      if (parLAge && parLeSejour) {
        return true;
      }
      age |= parLAge;
      sejour |= parLeSejour;
    }
    return age && sejour && !regles.appliquent(Divergence.MEME_BENEFICIAIRE);
  }

  /** True when one person is old enough for the prime and one may stay, or the household has the majoration. */
  boolean ouvreLaPrime() {
    boolean age = false;
    boolean sejour = majoration;
    for (List<Personne> groupe : List.of(menage.adultes(), menage.enfants())) {
      for (Personne p : groupe) {
        age |= age(p) >= bareme.agePrime;
        sejour |= droitAuSejour(p);
      }
    }
    return age && sejour;
  }

  /** True when this person may stay long enough for the RSA. */
  boolean droitAuSejour(Personne p) {
    return FRANCE.equals(p.nationalite())
        || p.titre().dispense() && regles.appliquent(Divergence.TITRE_DISPENSE_DE_DUREE)
        || p.anneesDeTitre().compareTo(EUROPE.contains(p.nationalite()) ? bareme.dureeTitreEuropeen : bareme.dureeTitre) >= 0;
  }

  private boolean exclu(Personne adulte) {
    return adulte.etudiant() || adulte.enCongeSansSolde() && regles.appliquent(Divergence.CONGE_SANS_SOLDE);
  }

  private boolean assezAge(Personne adulte) {
    int age = age(adulte);
    int minimum = regles.appliquent(Divergence.DIX_HUIT_ANS) ? bareme.ageJeune : bareme.ageJeune + 1;
    return age >= bareme.ageMinimum || adulte.heuresDuRsaJeune() && age >= minimum;
  }

  private boolean ne(Personne enfant) {
    return moisDeNaissance(enfant) <= mois;
  }

  private static int moisDeNaissance(Personne p) {
    return p.naissance().getYear() * MOIS_DE_L_ANNEE + p.naissance().getMonthValue() - 1;
  }

  private boolean attendUnEnfant() {
    for (Personne adulte : menage.adultes()) {
      if (adulte.enceinte()) {
        return true;
      }
    }
    if (regles.appliquent(Divergence.ENFANT_COMPTE_DES_SA_NAISSANCE)) {
      for (Personne enfant : menage.enfants()) {
        int attente = moisDeNaissance(enfant) - mois;
        if (attente > 0 && attente <= MOIS_DE_GROSSESSE) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isoleDepuisPeu() {
    if (menage.isoleDepuis() == null || !regles.appliquent(Divergence.DUREE_DE_LA_MAJORATION)) {
      return menage.isolementRecent();
    }
    int ecoules = mois - Mois.numero(menage.isoleDepuis());
    if (menage.moisDeMajorationDejaVerses() == Menage.INCONNU) {
      return ecoules >= 0 && ecoules < bareme.isolementDuree;
    }
    return ecoules >= 0 && ecoules < bareme.isolementFenetre && menage.moisDeMajorationDejaVerses() < bareme.isolementDuree;
  }

  private int marquerLesEnfantsPossibles() {
    int possibles = 0;
    for (int i = 0; i < aCharge.length; i++) {
      Personne enfant = menage.enfants().get(i);
      boolean present = ne(enfant) || !regles.appliquent(Divergence.ENFANT_COMPTE_DES_SA_NAISSANCE);
      aCharge[i] = present && age(enfant) < bareme.ageEnfant && !autonome(enfant);
      possibles += aCharge[i] ? 1 : 0;
    }
    return possibles;
  }

  private boolean autonome(Personne enfant) {
    var salaire = enfant.revenu(Revenu.SALAIRE_NET);
    if (salaire.vide()) {
      return false;
    }
    return salaire.surTroisMois(mois - MOIS_D_AUTONOMIE) + salaire.surTroisMois(mois - MOIS_D_AUTONOMIE / 2) >= MOIS_D_AUTONOMIE * bareme.autonomie;
  }

  private long limiteDeRessources(int possibles) {
    boolean seulARendreIsole = !menage.enCouple() && isolementRecent && !enceinte && possibles == 1;
    return seulARendreIsole ? bareme.limiteEnfantMajore : bareme.limiteEnfant;
  }

  private boolean enfantTresJeune() {
    for (int i = 0; i < aCharge.length; i++) {
      if (aCharge[i] && age(menage.enfants().get(i)) < bareme.isolementAgeEnfant) {
        return true;
      }
    }
    return false;
  }

  private int enfantsDeLAsf() {
    int nombre = 0;
    for (Personne enfant : menage.enfants()) {
      int age = age(enfant);
      nombre += age >= 0 && age < bareme.ageAsf && !autonome(enfant) ? 1 : 0;
    }
    return nombre;
  }

  private int compterLesAdultes() {
    int adultes = menage.adultes().size();
    if (adultes > 1 && regles.appliquent(Divergence.CONJOINT_SANS_DROIT_AU_SEJOUR)) {
      int enRegle = 0;
      for (Personne adulte : menage.adultes()) {
        enRegle += droitAuSejour(adulte) ? 1 : 0;
      }
      return Math.max(1, enRegle);
    }
    return adultes;
  }
}
