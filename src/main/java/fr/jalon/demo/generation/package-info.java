/**
 * Invents the persons of a demonstration Département and writes the files that CAF and MSA would send. Fictitious persons, real shape:
 * the counts and shares come from {@code departements/NN/demonstration.yaml}. Same seed, same bytes.
 */
@org.springframework.modulith.NamedInterface("generation")
package fr.jalon.demo.generation;
