/** What screens read of the diagnostics. */
package fr.jalon.diagnostic.lecture;
