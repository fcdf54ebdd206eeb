/**
 * The register of deadlines: what is due, for whom, until when, near or past. Each room opens and closes its own.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.echeances;
