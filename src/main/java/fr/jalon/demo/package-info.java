/**
 * The demonstration Département: builds files and plays parcours through the same doors as everyone. {@code generation} is pure Java
 * (no Spring, no database): it invents the persons and writes the files of CAF and MSA.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.demo;
