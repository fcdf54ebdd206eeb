/** Rules of the follow-up, without Spring nor database. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.accompagnement.domaine;
