/**
 * Indicators: one SQL file each, over what the other modules publish in the database; the dashboard and the list of persons behind
 * each figure. No Java dependency on the modules whose tables are read.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.pilotage;
