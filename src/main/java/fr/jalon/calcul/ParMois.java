package fr.jalon.calcul;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/** An amount for each month, zero where nothing is said. Immutable; months are counted as in {@link Mois}. */
public final class ParMois {
  /** Nothing, any month. */
  public static final ParMois RIEN = new ParMois(0, new long[0]);
  private final int debut;
  private final long[] valeurs;

  private ParMois(int debut, long[] valeurs) {
    this.debut = debut;
    this.valeurs = valeurs;
  }

  /** The same amount from a month to another, both included. */
  public static ParMois constant(YearMonth de, YearMonth a, BigDecimal euros) {
    return RIEN.avec(de, a, euros);
  }

  /** From a map of months. */
  public static ParMois de(Map<YearMonth, BigDecimal> montants) {
    if (montants.isEmpty()) {
      return RIEN;
    }
    int premier = Mois.numero(Collections.min(montants.keySet()));
    long[] valeurs = new long[Mois.numero(Collections.max(montants.keySet())) - premier + 1];
    montants.forEach((mois, euros) -> valeurs[Mois.numero(mois) - premier] = Argent.de(euros));
    return new ParMois(premier, valeurs);
  }

  /** The same, with this amount in these months (both included) in place of what was there. */
  public ParMois avec(YearMonth de, YearMonth a, BigDecimal euros) {
    int premier = Mois.numero(de);
    int dernier = Mois.numero(a);
    if (dernier < premier) {
      throw new IllegalArgumentException("Le mois de fin " + a + " précède le mois de début " + de + ".");
    }
    int debutNeuf = valeurs.length == 0 ? premier : Math.min(debut, premier);
    int finNeuve = valeurs.length == 0 ? dernier : Math.max(debut + valeurs.length - 1, dernier);
    long[] neuves = new long[finNeuve - debutNeuf + 1];
    System.arraycopy(valeurs, 0, neuves, valeurs.length == 0 ? 0 : debut - debutNeuf, valeurs.length);
    Arrays.fill(neuves, premier - debutNeuf, dernier - debutNeuf + 1, Argent.de(euros));
    return new ParMois(debutNeuf, neuves);
  }

  /** The same with the last month told repeated until another, included. */
  public ParMois prolonge(YearMonth jusqua) {
    int fin = Mois.numero(jusqua);
    if (valeurs.length == 0 || fin <= dernierMois()) {
      return this;
    }
    long[] neuves = Arrays.copyOf(valeurs, fin - debut + 1);
    Arrays.fill(neuves, valeurs.length, neuves.length, valeurs[valeurs.length - 1]);
    return new ParMois(debut, neuves);
  }

  /** The two added month by month. */
  public ParMois plus(ParMois autre) {
    if (autre.valeurs.length == 0) {
      return this;
    }
    if (valeurs.length == 0) {
      return autre;
    }
    int premier = Math.min(debut, autre.debut);
    long[] somme = new long[Math.max(debut + valeurs.length, autre.debut + autre.valeurs.length) - premier];
    for (int i = 0; i < somme.length; i++) {
      somme[i] = unites(premier + i) + autre.unites(premier + i);
    }
    return new ParMois(premier, somme);
  }

  /** The amount of a month, in euros. */
  public BigDecimal en(YearMonth mois) {
    return Argent.euros(unites(Mois.numero(mois)));
  }

  /** The amount of a month, in units of {@link Argent}. */
  public long unites(int mois) {
    int i = mois - debut;
    return i >= 0 && i < valeurs.length ? valeurs[i] : 0;
  }

  /** Mean-ready: the amounts of three months from {@code premier}, added, in units. */
  public long surTroisMois(int premier) {
    return unites(premier) + unites(premier + 1) + unites(premier + 2);
  }

  /** First month told, numbered as in {@link Mois}; meaningless when {@link #vide()}. */
  public int premierMois() {
    return debut;
  }

  /** Last month told, numbered as in {@link Mois}; meaningless when {@link #vide()}. */
  public int dernierMois() {
    return debut + valeurs.length - 1;
  }

  /** True when no month is told. */
  public boolean vide() {
    return valeurs.length == 0;
  }

  /** Sees every month told, oldest first. */
  public void parcourir(MoisEtSomme suite) {
    for (int i = 0; i < valeurs.length; i++) {
      suite.voir(debut + i, valeurs[i]);
    }
  }

  /** One month and its units. */
  @FunctionalInterface
  public interface MoisEtSomme {
    /** @param mois number of the month */
    void voir(int mois, long unites);
  }
}
