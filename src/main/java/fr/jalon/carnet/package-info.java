/**
 * The shared notebook of a person: what each authorised professional of her parcours writes for the others, who reads it, whom she refuses, what a
 * colleague is asked. Operators of actions, contracts and offers, above, will write in it.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.carnet;
