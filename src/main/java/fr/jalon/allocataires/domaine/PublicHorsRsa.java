package fr.jalon.allocataires.domaine;

/**
 * A public outside the RSA that the plan of the Département follows.
 *
 * @param code    what is kept; never changes
 * @param libelle as shown
 * @param aide    who is of it, in a sentence
 * @param plan    where the plan of this Département names it, {@code null} when it does not
 * @param avantAge parameter that says before which age one is of it, {@code null} for any age
 * @param propose false when this Département follows no one new under it
 */
public record PublicHorsRsa(String code, String libelle, String aide, String plan, String avantAge, boolean propose) {}
