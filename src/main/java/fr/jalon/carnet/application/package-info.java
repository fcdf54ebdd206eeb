/** What is done in the shared notebook, one class an intention. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.carnet.application;
