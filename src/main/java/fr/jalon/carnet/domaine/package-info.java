/** Rules of the shared notebook, without Spring nor database. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.carnet.domaine;
