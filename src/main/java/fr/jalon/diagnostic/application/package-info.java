/** What one can do with a diagnostic: register it, keep a draft; and the rules in force. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.diagnostic.application;
