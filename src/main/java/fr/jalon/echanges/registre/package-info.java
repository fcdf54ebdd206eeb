/**
 * The register of what was received from partners and of what it changed: list, report, sequence of files, rejects. Whatever the format.
 */
package fr.jalon.echanges.registre;
