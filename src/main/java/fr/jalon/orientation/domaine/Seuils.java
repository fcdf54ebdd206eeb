package fr.jalon.orientation.domaine;

/**
 * The values that make a new entrant, as they are told.
 *
 * @param revenus    earnings a month under which a person is soumise aux droits et devoirs, in whole euros (L. 262-28, D. 262-65 CASF)
 * @param suspension months of suspension from which everything starts again
 */
public record Seuils(int revenus, int suspension) {}
