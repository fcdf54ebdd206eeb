/** How a statement becomes history: find the foyer and the persons, compare with what is known, write only what differs. */
@org.springframework.modulith.NamedInterface("enregistrement")
package fr.jalon.allocataires.enregistrement;
