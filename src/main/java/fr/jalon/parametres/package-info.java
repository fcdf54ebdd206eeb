/**
 * Dated values of the law and of the Département, each with its reference and confidence; the clock of the instance.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.parametres;
