/** What one can do with an appointment: open sessions, convoke, answer, say who came. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.rendezvous.application;
