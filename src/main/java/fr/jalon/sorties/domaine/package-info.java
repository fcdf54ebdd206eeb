/** The rules of exits and of calls, and their states, without Spring. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.sorties.domaine;
