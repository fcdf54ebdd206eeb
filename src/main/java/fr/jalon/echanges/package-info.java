/**
 * Files and services exchanged with partners, one package per partner: caf (CAF and MSA), tableur (spreadsheets).
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.echanges;
