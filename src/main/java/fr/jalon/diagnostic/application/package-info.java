/** What one can do with a diagnostic: register it, keep a draft; and the rules in force. */
package fr.jalon.diagnostic.application;
