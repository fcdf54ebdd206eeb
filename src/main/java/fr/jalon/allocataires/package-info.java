/**
 * Persons, foyers and rights as CAF and MSA state them, with their whole history; the dossier page and its panels.
 * One human is one person, whom files or agents make known; a fact is never erased.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.allocataires;
