/** What one can do with a file: load it, accept a disagreement of totals, replay a reject. */
package fr.jalon.echanges.caf.application;
