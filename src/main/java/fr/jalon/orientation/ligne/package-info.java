/** The orientation on the terminal. */
package fr.jalon.orientation.ligne;
