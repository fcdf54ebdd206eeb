package fr.jalon.demo.generation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws of the demonstration: one fixed algorithm, one stream per subject, so that changing a subject leaves the others as they were. */
final class Hasard {
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHME = RandomGeneratorFactory.of("L64X128MixRandom");
  private final RandomGenerator tirages;

  /** @param sujet names the stream */
  Hasard(long graine, String sujet) {
    long melange = 0xcbf29ce484222325L ^ graine;
    for (byte octet : sujet.getBytes(StandardCharsets.UTF_8)) {
      melange = (melange ^ octet) * 0x100000001b3L;
    }
    tirages = ALGORITHME.create(melange);
  }

  /** @return an integer between both bounds, included */
  int entre(int premier, int dernier) {
    return dernier <= premier ? premier : tirages.nextInt(premier, dernier + 1);
  }

  /** @return a date between both bounds, included */
  LocalDate entre(LocalDate premier, LocalDate dernier) {
    return premier.plusDays(entre(0, (int) ChronoUnit.DAYS.between(premier, dernier)));
  }

  double reel() {
    return tirages.nextDouble();
  }

  /** True with this probability, in per cent. */
  boolean chance(double pourCent) {
    return tirages.nextDouble() * 100 < pourCent;
  }

  <T> T choisir(List<T> choix) {
    return choix.get(tirages.nextInt(choix.size()));
  }

  /** @return a key, drawn in proportion of its weight */
  <T> T choisir(Map<T, Double> poids) {
    double total = 0;
    for (double p : poids.values()) {
      total += p;
    }
    double tirage = tirages.nextDouble() * total;
    T dernier = null;
    for (Map.Entry<T, Double> entree : poids.entrySet()) {
      dernier = entree.getKey();
      tirage -= entree.getValue();
      if (tirage < 0) {
        break;
      }
    }
    return dernier;
  }

  /** @return an index, drawn in proportion of its weight, or -1 when every weight is nil */
  int indice(double[] poids) {
    double total = 0;
    for (double p : poids) {
      total += p;
    }
    if (total <= 0) {
      return -1;
    }
    double tirage = tirages.nextDouble() * total;
    int dernier = -1;
    for (int i = 0; i < poids.length; i++) {
      if (poids[i] > 0) {
        dernier = i;
        tirage -= poids[i];
        if (tirage < 0) {
          break;
        }
      }
    }
    return dernier;
  }

  /** Shuffles in place. */
  <T> List<T> melanger(List<T> liste) {
    for (int i = liste.size() - 1; i > 0; i--) {
      int j = tirages.nextInt(i + 1);
      T echange = liste.get(i);
      liste.set(i, liste.get(j));
      liste.set(j, echange);
    }
    return liste;
  }
}
