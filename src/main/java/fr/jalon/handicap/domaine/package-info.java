/** What a disability file is: its states, the rights asked, what was answered. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.handicap.domaine;
