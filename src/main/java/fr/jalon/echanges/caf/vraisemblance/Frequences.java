package fr.jalon.echanges.caf.vraisemblance;

import java.time.DateTimeException;
import java.time.LocalDate;

/** How often each day comes, from 1850 to 2099, in a memory that does not grow. */
final class Frequences {
  private static final int PREMIERE_ANNEE = 1850;
  private static final int ANNEES = 250;
  private final int[] jours = new int[ANNEES * 12 * 31];
  private int lues;
  private int illisibles;
  private int plusFrequente = -1;

  /** Counts a date written {@code yyyy-mm-dd}, whatever follows it. */
  void lire(String texte) {
    lues++;
    int place = place(texte);
    if (place < 0) {
      illisibles++;
      return;
    }
    jours[place]++;
    if (plusFrequente < 0 || jours[place] > jours[plusFrequente]) {
      plusFrequente = place;
    }
  }

  private static int place(String t) {
    if (t.length() < 10 || t.charAt(4) != '-' || t.charAt(7) != '-') {
      return -1;
    }
    int annee = nombre(t, 0, 4) - PREMIERE_ANNEE;
    int mois = nombre(t, 5, 7) - 1;
    int jour = nombre(t, 8, 10) - 1;
    return annee < 0 || annee >= ANNEES || mois < 0 || mois > 11 || jour < 0 || jour > 30 ? -1 : (annee * 12 + mois) * 31 + jour;
  }

  private static int nombre(String t, int debut, int fin) {
    int valeur = 0;
    for (int i = debut; i < fin; i++) {
      int chiffre = t.charAt(i) - '0';
      if (chiffre < 0 || chiffre > 9) {
        return -1;
      }
      valeur = valeur * 10 + chiffre;
    }
    return valeur;
  }

  private static int place(LocalDate jour) {
    return ((jour.getYear() - PREMIERE_ANNEE) * 12 + jour.getMonthValue() - 1) * 31 + jour.getDayOfMonth() - 1;
  }

  int lues() {
    return lues;
  }

  /** Those that are not dates, or are out of two days included. */
  int impossibles(LocalDate premier, LocalDate dernier) {
    int n = illisibles;
    int debut = place(premier);
    int fin = place(dernier);
    for (int i = 0; i < jours.length; i++) {
      n += i < debut || i > fin ? jours[i] : 0;
    }
    return n;
  }

  int nombreDeLaPlusFrequente() {
    return plusFrequente < 0 ? 0 : jours[plusFrequente];
  }

  /** The most frequent day, or {@code null}. */
  LocalDate plusFrequente() {
    try {
      return plusFrequente < 0 ? null : LocalDate.of(PREMIERE_ANNEE + plusFrequente / 372, plusFrequente / 31 % 12 + 1, plusFrequente % 31 + 1);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
