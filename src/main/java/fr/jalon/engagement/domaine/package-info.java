/** States, rules and values of a contract, without Spring nor database. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.engagement.domaine;
