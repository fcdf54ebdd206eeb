/**
 * What stands before the login: how big a request may be, through which proxies it comes, what an anonymous visitor carries instead of the
 * server, how many sessions an account may hold. Whoever has no account makes the server keep nothing ({@code docs/decisions/0007}).
 */
package fr.jalon.habilitations.porte;
