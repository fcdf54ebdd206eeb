package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The figures of the texts for one month, ready to count with: sums in units of {@link Argent}, rates on {@link Argent#TAUX}. */
public final class Bareme {
  final int mois;
  final long premierJour;
  final long rsa;
  final long prime;
  final long deuxieme;
  final long troisieme;
  final long suivant;
  final long isolementBase;
  final long isolementEnfant;
  final int isolementDuree;
  final int isolementFenetre;
  final int isolementAgeEnfant;
  final long[] forfaitLogement;
  final long minimumRsa;
  final long minimumPrime;
  final int ageMinimum;
  final int ageJeune;
  final int ageEnfant;
  final int ageAsf;
  final int agePrime;
  final long limiteEnfant;
  final long limiteEnfantMajore;
  final BigDecimal dureeTitreEuropeen;
  final BigDecimal dureeTitre;
  final long forfaitAsf;
  final long autonomie;
  final long pente;
  final long seuilBonification;
  final long plageBonificationEnCentimes;
  final long bonificationMaximaleEnCentimes;
  final long seuilAah;
  final long tauxLivretA;
  final long tauxEpargne;
  final long tauxBati;
  final long tauxTerrain;
  final long vente;
  final long services;
  final long liberal;
  final long aideAuPoste;

  Bareme(Baremes b, int mois) {
    this.mois = mois;
    premierJour = LocalDate.of(Math.floorDiv(mois, 12), Math.floorMod(mois, 12) + 1, 1).toEpochDay();
    rsa = b.somme("rsa.montant_forfaitaire", mois);
    prime = b.somme("ppa.montant_forfaitaire", mois);
    deuxieme = b.taux("foyer.deuxieme_personne", mois);
    troisieme = b.taux("foyer.troisieme_personne", mois);
    suivant = b.taux("foyer.enfant_suivant", mois);
    isolementBase = b.taux("isolement.base", mois);
    isolementEnfant = b.taux("isolement.enfant", mois);
    isolementDuree = b.entier("isolement.duree_mois", mois);
    isolementFenetre = b.entier("isolement.fenetre_mois", mois);
    isolementAgeEnfant = b.entier("isolement.age_enfant", mois);
    forfaitLogement = new long[] {b.taux("logement.forfait_1", mois), b.taux("logement.forfait_2", mois), b.taux("logement.forfait_3", mois)};
    minimumRsa = b.somme("rsa.minimum_verse", mois);
    minimumPrime = b.somme("ppa.minimum_verse", mois);
    ageMinimum = b.entier("rsa.age_minimum", mois);
    ageJeune = b.entier("rsa.age_jeune", mois);
    ageEnfant = b.entier("rsa.age_enfant", mois);
    ageAsf = b.entier("rsa.age_asf", mois);
    agePrime = b.entier("ppa.age_minimum", mois);
    limiteEnfant = Argent.fois(rsa, b.taux("rsa.part_ressources_enfant", mois));
    limiteEnfantMajore = Argent.fois(rsa, isolementBase - Argent.TAUX + isolementEnfant);
    dureeTitreEuropeen = b.valeur("rsa.duree_titre_eee", mois);
    dureeTitre = b.valeur("rsa.duree_titre", mois);
    forfaitAsf = Argent.fois(b.somme("bmaf", mois), b.taux("rsa.forfait_asf", mois));
    long smic = b.somme("smic.horaire", mois);
    autonomie = Argent.fois(smic * b.entier("autonomie.heures", mois), b.taux("autonomie.part", mois));
    pente = b.taux("ppa.pente", mois);
    int seuil = b.entier("ppa.bonification_seuil", mois);
    seuilBonification = smic * seuil;
    plageBonificationEnCentimes = smic / Argent.CENTIME * (b.entier("ppa.bonification_plafond", mois) - seuil);
    bonificationMaximaleEnCentimes = Argent.auCentime(Argent.fois(prime, b.taux("ppa.bonification_taux", mois))) / Argent.CENTIME;
    seuilAah = smic * b.entier("ppa.heures_aah", mois);
    tauxLivretA = b.taux("livret_a.taux", mois);
    tauxEpargne = b.taux("patrimoine.epargne", mois);
    tauxBati = b.taux("patrimoine.bati", mois);
    tauxTerrain = b.taux("patrimoine.terrain", mois);
    vente = b.taux("micro.vente", mois);
    services = b.taux("micro.services", mois);
    liberal = b.taux("micro.liberal", mois);
    aideAuPoste = b.taux("rsa.aide_au_poste", mois);
  }

  /** RSA of a single person, in units. */
  public long montantForfaitaire() {
    return rsa;
  }

  /** Share of that amount paid for a CDDI. */
  public long partDeLAideAuPoste() {
    return aideAuPoste;
  }

  /**
   * What the forfait of a single person is multiplied by for a household.
   *
   * @param adultes adults counted
   * @param enfants children counted
   * @param couple  true when two adults are counted: the 4th person then adds as the 3rd
   */
  long tauxDuFoyer(int adultes, int enfants, boolean couple) {
    int personnes = adultes + enfants;
    long taux = Argent.TAUX;
    taux += personnes >= 2 ? deuxieme : 0;
    taux += personnes >= 3 ? troisieme : 0;
    taux += couple && enfants >= 2 ? troisieme : 0;
    return taux + Math.max(0, enfants - 2) * suivant;
  }

  /** Housing forfait for a number of persons, on the forfait of a single person given. */
  long forfaitLogement(int personnes, long montantSeul) {
    return switch (personnes) {
      case 0, 1 -> Argent.fois(montantSeul, forfaitLogement[0]);
      case 2 -> Argent.fois(Argent.fois(montantSeul, tauxDuFoyer(1, 1, false)), forfaitLogement[1]);
      default -> Argent.fois(Argent.fois(montantSeul, tauxDuFoyer(1, 2, false)), forfaitLogement[2]);
    };
  }

  /** Individual bonus of the prime for an earned income: a straight line between two thresholds (D. 843-2 CSS). */
  long bonification(long revenu) {
    if (revenu <= seuilBonification) {
      return 0;
    }
    long plage = plageBonificationEnCentimes * Argent.CENTIME;
    long part = Math.min(revenu - seuilBonification, plage);
    return Argent.rapport(bonificationMaximaleEnCentimes, part, plageBonificationEnCentimes);
  }
}
