/**
 * Builders of persons for tests: one writes who she is and what the payer's files say, and they are recorded through the same door as a
 * real file.
 */
package fr.jalon.personnages;
