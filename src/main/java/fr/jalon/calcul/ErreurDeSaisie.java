package fr.jalon.calcul;

/**
 * What prevents a household from being calculated.
 *
 * @param chemin path of the field as in the file, e.g. {@code input.adults[0].incomes.salaire_net.2026-03}
 * @param phrase what is wrong and what is expected, in a French sentence
 */
public record ErreurDeSaisie(String chemin, String phrase) {}
