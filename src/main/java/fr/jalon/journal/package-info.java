/**
 * The append-only trace of every act and every consultation: who, what, when, on whom.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.journal;
