/** Rules of letters without Spring nor database: merging, states, what a SMS holds, numbers. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.courriers.domaine;
