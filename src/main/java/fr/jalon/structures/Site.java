package fr.jalon.structures;

/**
 * A place where an organisation receives.
 *
 * @param adresse street and number, or {@code null}
 * @param commune INSEE code, or {@code null}; @param nomCommune its name, or {@code null}
 * @param telephone number given to the persons, or {@code null}
 * @param actif   false when nobody is received there any more
 */
public record Site(int id, int organisationId, String nom, String adresse, String commune, String nomCommune, String telephone, boolean actif) {}
