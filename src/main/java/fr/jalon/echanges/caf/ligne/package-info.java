/** The command line of the CAF and MSA files. */
package fr.jalon.echanges.caf.ligne;
