/** The files of CAF and MSA (VRSB, VRSD, VRSF, VRSC): streamed, dossier by dossier, then read as statements. */
package fr.jalon.echanges.caf.flux;
