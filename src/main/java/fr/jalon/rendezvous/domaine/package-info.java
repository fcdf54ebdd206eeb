/** Rules and states of the appointments. */
@org.springframework.modulith.NamedInterface("domaine")
package fr.jalon.rendezvous.domaine;
