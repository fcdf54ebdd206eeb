/** The views of lists that agents keep under a name: hers, those shared with her, the one the menu opens. */
package fr.jalon.habilitations.vues;
