/** What one does with a person one follows: note a contact, take it back, put a step off. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.accompagnement.application;
