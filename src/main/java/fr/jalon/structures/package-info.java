/**
 * Territories, communes, organisations and référents of the Département. Read from data files when an instance is created, then kept
 * on screen.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.structures;
