/** What a person asks about her data, and what is erased: one class per intention. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.donnees.application;
