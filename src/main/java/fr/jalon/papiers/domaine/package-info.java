/** What a paper is: its kind, its state, until when it is good. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.papiers.domaine;
