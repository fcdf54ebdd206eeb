/** Rules of the room: from the words of the payers to those of the calculation, comparisons and what may explain them. Without Spring. */
package fr.jalon.justedroit.domaine;
