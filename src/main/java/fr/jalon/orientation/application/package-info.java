/** What one can do with an orientation: record it, undo it, close, pause and resume a follow-up; examine what a file changed. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.orientation.application;
