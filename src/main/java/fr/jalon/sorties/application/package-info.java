/** What is done with an exit and with a call, one class an intention. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.sorties.application;
