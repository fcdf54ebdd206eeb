package fr.jalon.travaux;

import java.util.List;

/**
 * What a job gave.
 *
 * @param phrase  one French sentence, without the name of a person
 * @param laisses what was left aside and why, a sentence each, without the name of a person
 */
public record Bilan(String phrase, List<String> laisses) {
  /** Everything was done. */
  public static Bilan de(String phrase) {
    return new Bilan(phrase, List.of());
  }
}
