/** Giving a référent to each person of a list: who can follow whom, what it costs, the exact optimum and why. No Spring, no database. */
@org.springframework.modulith.NamedInterface("affectation")
package fr.jalon.orientation.domaine.affectation;
