package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.Argent.fois;

import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Patrimoine;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Revenu;

/**
 * Resources of a person for the RSA of one month: the mean of the three reference months, less what has stopped (R. 262-7, R. 262-13 CASF).
 * In units of {@link fr.jalon.calcul.Argent}.
 */
final class Ressources {
  private static final int TRIMESTRE = 3;
  private static final int MOIS_DE_L_ANNEE = 12;
  private final Baremes baremes;
  private final Bareme bareme;
  private final int mois;
  private final int premier;
  private final boolean prolonger;
  private final boolean arretAncienVu;
  private final boolean substitutionVue;

  /** @param premier first of the three reference months */
  Ressources(Baremes baremes, Bareme bareme, int mois, int premier, Regles regles) {
    this.baremes = baremes;
    this.bareme = bareme;
    this.mois = mois;
    this.premier = premier;
    prolonger = regles.prolonger();
    arretAncienVu = regles.appliquent(Divergence.NEUTRALISATION);
    substitutionVue = regles.appliquent(Divergence.REVENU_DE_SUBSTITUTION);
  }

  /** Earned income by month. */
  long activite(Personne p) {
    if (p.sansRessource()) {
      return 0;
    }
    long somme = 0;
    boolean remplacee = remplacee(p);
    boolean ij = false;
    long chiffre = 0;
    long chiffreDuMois = 0;
    long chiffreDAvant = 0;
    for (int i = 0; i < p.nombreDeRevenus(); i++) {
      Revenu nature = p.nature(i);
      ParMois m = p.montants(i);
      switch (nature.sorte()) {
        case ACTIVITE -> somme += retenue(m.surTroisMois(premier), m.unites(mois), m.unites(mois - 1), remplacee);
        case CHIFFRE_D_AFFAIRES -> {
          chiffre += RevenusDuMois.chiffreDAffairesNet(nature, m.surTroisMois(premier), bareme);
          chiffreDuMois += m.unites(mois);
          chiffreDAvant += m.unites(mois - 1);
        }
        case IJ_PARENT, IJ_ARRET -> ij = true;
        default -> { }
      }
    }
    somme += retenue(chiffre, chiffreDuMois, chiffreDAvant, remplacee);
    if (ij) {
      long trois = RevenusDuMois.ijDActivite(p, premier) + RevenusDuMois.ijDActivite(p, premier + 1) + RevenusDuMois.ijDActivite(p, premier + 2);
      somme += retenue(trois, RevenusDuMois.ijDActivite(p, mois), RevenusDuMois.ijDActivite(p, mois - 1), remplacee);
    }
    return somme / TRIMESTRE + RevenusDuMois.beneficeTns(p, mois);
  }

  /** Replacement income, other resources and property by month; social minima are apart. */
  long autres(Personne p) {
    if (p.sansRessource()) {
      return 0;
    }
    long somme = patrimoine(p);
    boolean remplacee = remplacee(p);
    boolean ij = false;
    for (int i = 0; i < p.nombreDeRevenus(); i++) {
      ParMois m = p.montants(i);
      switch (p.nature(i).sorte()) {
        case REMPLACEMENT -> somme += retenue(m.surTroisMois(premier), m.unites(mois), m.unites(mois - 1), remplacee);
        case AUTRE, AUTRE_HORS_PRIME -> somme += diminuee(m.surTroisMois(premier), m.unites(mois), m.unites(mois - 1));
        case IJ_ARRET -> ij = true;
        default -> { }
      }
    }
    if (ij) {
      long trois = RevenusDuMois.ijHorsActivite(p, premier) + RevenusDuMois.ijHorsActivite(p, premier + 1)
          + RevenusDuMois.ijHorsActivite(p, premier + 2);
      somme += diminuee(trois, RevenusDuMois.ijHorsActivite(p, mois), RevenusDuMois.ijHorsActivite(p, mois - 1));
    }
    return somme / TRIMESTRE;
  }

  /** Social minima by month; nothing stops them before the mean. */
  long minima(Personne p) {
    if (p.sansRessource()) {
      return 0;
    }
    return (p.revenu(Revenu.ASS).surTroisMois(premier) + p.revenu(Revenu.AAH).surTroisMois(premier)) / TRIMESTRE;
  }

  /** True when an income was received in the reference months and is left out because it stopped. */
  boolean neutralise(Personne p, Revenu nature) {
    ParMois m = p.revenu(nature);
    return cesse(m.surTroisMois(premier), m.unites(mois), m.unites(mois - 1)) && m.surTroisMois(premier) > 0 && !remplacee(p);
  }

  private long patrimoine(Personne p) {
    long somme = TRIMESTRE * (p.patrimoine(Patrimoine.LOYERS) + p.patrimoine(Patrimoine.CAPITAL)
        + fois(p.patrimoine(Patrimoine.EPARGNE), bareme.tauxEpargne) / MOIS_DE_L_ANNEE
        + fois(p.patrimoine(Patrimoine.BATI_NON_LOUE), bareme.tauxBati) + fois(p.patrimoine(Patrimoine.TERRAIN_NON_LOUE), bareme.tauxTerrain));
    long livret = p.patrimoine(Patrimoine.LIVRET_A);
    if (livret > 0) {
      for (int m = premier; m < premier + TRIMESTRE; m++) {
        somme += fois(livret, baremes.du(m, prolonger).tauxLivretA) / MOIS_DE_L_ANNEE;
      }
    }
    return somme;
  }

  private boolean remplacee(Personne p) {
    return p.revenu(Revenu.CHOMAGE).unites(mois) > 0 || p.revenu(Revenu.RETRAITE).unites(mois) > 0 || RevenusDuMois.ij(p, mois) > 0
        || substitutionVue && (p.revenu(Revenu.STAGE).unites(mois) > 0 || p.revenu(Revenu.ASP).unites(mois) > 0);
  }

  private boolean cesse(long trois, long ceMois, long moisDAvant) {
    return ceMois == 0 && (moisDAvant > 0 || arretAncienVu && trois > 0);
  }

  private long retenue(long trois, long ceMois, long moisDAvant, boolean remplacee) {
    return cesse(trois, ceMois, moisDAvant) && !remplacee ? 0 : trois;
  }

  private long diminuee(long trois, long ceMois, long moisDAvant) {
    return cesse(trois, ceMois, moisDAvant) ? Math.max(0, trois - TRIMESTRE * bareme.rsa) : trois;
  }
}
