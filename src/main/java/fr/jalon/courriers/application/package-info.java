/** What one can do with letters: change a model, write, print in batches, send, note a return, send again. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.courriers.application;
