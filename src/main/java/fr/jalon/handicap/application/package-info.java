/** What is done with a disability file, one class an intention. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.handicap.application;
