/** Letters, SMS and e-mails: models the Département edits, what was written to whom, printed, sent, arrived or came back. */
@org.springframework.modulith.ApplicationModule
package fr.jalon.courriers;
