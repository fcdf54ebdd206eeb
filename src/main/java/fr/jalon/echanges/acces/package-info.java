/** The screen of the administration on the API: the applications, their secrets, their webhooks and what became of the deliveries. */
package fr.jalon.echanges.acces;
