/**
 * The disability files (MDPH, MDA) of a person: proposed, built with her, filed, decided, contested, renewed; what each answer changes, and until
 * when
 * it holds. Nothing of an illness. Who reads it holds a resource of its own ({@code decisions/0033}).
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.handicap;
