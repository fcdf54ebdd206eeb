/** What one can do with a file: load it, accept a disagreement of totals, replay a reject. */
@org.springframework.modulith.NamedInterface("caf")
package fr.jalon.echanges.caf.application;
