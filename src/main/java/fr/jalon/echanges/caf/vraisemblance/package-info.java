/**
 * Does a file look like the one before it: what is measured of a file, what is compared, and why it is held (docs/regles/chargement.md). No Spring,
 * no database.
 */
package fr.jalon.echanges.caf.vraisemblance;
