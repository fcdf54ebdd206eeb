/** What is done with the papers of a person, one class an intention. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.papiers.application;
