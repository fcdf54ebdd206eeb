package fr.jalon.calcul.moteur;

import static fr.jalon.calcul.Argent.fois;

import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Revenu;

/** The prime d'activité that one reference month would give, with every value on the way; in units of {@link fr.jalon.calcul.Argent}. */
public final class MoisDePrime {
  final Situation situation;
  /** True when age and residence allow the prime that month. */
  public final boolean ouverte;
  /** Forfait of the household, majorated for a lone parent. */
  public final long forfait;
  /** Earned income of all, with the AAH of those who earn enough. */
  public final long activite;
  /** Earned income times the share kept. */
  public final long activiteGardee;
  /** Sum of individual bonuses. */
  public final long bonifications;
  /** Other resources of all, family benefits included. */
  public final long horsActivite;
  /** Family benefits that count. */
  public final long prestationsFamiliales;
  /** Housing forfait deducted. */
  public final long forfaitLogement;
  /** What the month gives, zero when not open. */
  public final long montant;
  private final long[] activites;

  MoisDePrime(Situation situation) {
    this.situation = situation;
    Bareme b = situation.bareme;
    Menage menage = situation.menage;
    ouverte = situation.ouvreLaPrime();
    forfait = situation.majoration ? situation.forfaitMajore(b.prime) : situation.forfait(b.prime);
    int adultes = menage.adultes().size();
    activites = new long[adultes + menage.enfants().size()];
    long gagne = 0;
    long autres = 0;
    long bonus = 0;
    for (int i = 0; i < activites.length; i++) {
      Personne p = i < adultes ? menage.adultes().get(i) : menage.enfants().get(i - adultes);
      long revenu = RevenusDuMois.activite(p, situation.mois, b);
      long aah = p.revenu(Revenu.AAH).unites(situation.mois);
      boolean aahGagnee = revenu >= b.seuilAah;
      activites[i] = aahGagnee ? revenu + aah : revenu;
      gagne += activites[i];
      bonus += b.bonification(activites[i]);
      autres += (aahGagnee ? 0 : aah) + RevenusDuMois.minimaHorsAah(p, situation.mois) + RevenusDuMois.autresDeLaPrime(p, situation.mois);
    }
    activite = gagne;
    bonifications = bonus;
    activiteGardee = fois(gagne, b.pente);
    prestationsFamiliales = situation.prestationsFamiliales();
    horsActivite = autres + prestationsFamiliales;
    forfaitLogement = situation.forfaitLogement(b.prime);
    long deduit = Math.max(activite + horsActivite + forfaitLogement, forfait);
    montant = ouverte ? Math.max(0, forfait + bonifications + activiteGardee - deduit) : 0;
  }

  /** Earned income of a person, adults first. */
  public long activite(int rang) {
    return activites[rang];
  }

  /** Individual bonus of a person, adults first. */
  public long bonification(int rang) {
    return situation.bareme.bonification(activites[rang]);
  }
}
