package fr.jalon.structures;

/**
 * The Département of this instance.
 *
 * @param code code, e.g. {@code 07}, {@code 2A}, {@code 974}
 * @param nom  name, e.g. {@code Ardèche}
 */
public record Departement(String code, String nom) {}
