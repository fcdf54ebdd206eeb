/**
 * Long work: a job is a row of the database, done by whichever server is free with the rights of who asked, with progress, report, refusals;
 * resumed after a server was killed, or told as interrupted where a person must choose. Regular work is done once, whatever the number of servers.
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.travaux;
