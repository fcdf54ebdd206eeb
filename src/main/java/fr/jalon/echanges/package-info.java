/**
 * Files and services exchanged with partners: caf (CAF and MSA), tableur (spreadsheets), api and webhooks (their applications), acces (its screen).
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.echanges;
