/** What the pages of the appointments read. */
@org.springframework.modulith.NamedInterface("lecture")
package fr.jalon.rendezvous.lecture;
