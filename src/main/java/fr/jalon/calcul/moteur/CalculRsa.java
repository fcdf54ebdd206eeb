package fr.jalon.calcul.moteur;

import fr.jalon.calcul.Argent;
import fr.jalon.calcul.Divergence;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Regles;

/** The RSA of a household for a month, with every value on the way; all in units of {@link Argent}. */
public final class CalculRsa {
  final Situation situation;
  /** True when the ordinary RSA is open. */
  public final boolean ouvert;
  /** Ordinary forfait, zero when closed. */
  public final long socle;
  /** Majorated forfait, zero when not. */
  public final long socleMajore;
  /** Housing forfait deducted. */
  public final long forfaitLogement;
  /** Family benefits that count. */
  public final long prestationsFamiliales;
  /** Share of the ASF among them. */
  public final long forfaitAsf;
  /** Social minima of all members. */
  public final long minima;
  /** All resources. */
  public final long baseRessources;
  /** Forfait less everything, may be negative. */
  public final long theorique;
  /** Amount paid. */
  public final long montant;
  private final long[] activite;
  private final long[] autres;

  CalculRsa(Menage menage, Regles regles, Baremes baremes, int mois) {
    situation = new Situation(menage, regles, baremes, mois);
    Bareme b = situation.bareme;
    ouvert = situation.ouvreLeRsa();
    socle = ouvert ? situation.forfait(b.rsa) : 0;
    socleMajore = situation.majoration ? situation.forfaitMajore(b.rsa) : 0;
    forfaitLogement = situation.forfaitLogement(b.rsa);
    prestationsFamiliales = situation.prestationsFamiliales();
    forfaitAsf = situation.forfaitAsf();
    int adultes = menage.adultes().size();
    int personnes = adultes + menage.enfants().size();
    activite = new long[personnes];
    autres = new long[personnes];
    long sommeMinima = 0;
    long somme = 0;
    for (int i = 0; i < personnes; i++) {
      Personne p = i < adultes ? menage.adultes().get(i) : menage.enfants().get(i - adultes);
      activite[i] = situation.ressources.activite(p);
      autres[i] = situation.ressources.autres(p);
      sommeMinima += situation.ressources.minima(p);
      somme += i < adultes || situation.aCharge[i - adultes] ? activite[i] + autres[i] : 0;
    }
    minima = sommeMinima;
    baseRessources = prestationsFamiliales + minima + somme;
    theorique = Math.max(socle, socleMajore) - forfaitLogement - baseRessources;
    long du = theorique >= b.minimumRsa ? theorique : 0;
    montant = regles.appliquent(Divergence.ARRONDI_AU_CENTIME) ? Argent.auCentime(du) : du;
  }

  /** Earned income kept of a person, adults first. */
  public long activite(int rang) {
    return activite[rang];
  }

  /** Other resources kept of a person, adults first. */
  public long autres(int rang) {
    return autres[rang];
  }

  /** Age of a person on the first of the month. */
  public int age(Personne p) {
    return situation.age(p);
  }

  /** True for a child who counts. @param rang among children */
  public boolean aCharge(int rang) {
    return situation.aCharge[rang];
  }

  /** Children who count. */
  public int enfants() {
    return situation.enfants;
  }

  /** True with the majoration of a lone parent. */
  public boolean majore() {
    return situation.majoration;
  }
}
