/** Rules and states of the orientation. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.orientation.domaine;
