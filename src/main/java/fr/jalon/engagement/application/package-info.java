/** One class per intention on a contract. */
@org.springframework.modulith.NamedInterface("application")
package fr.jalon.engagement.application;
