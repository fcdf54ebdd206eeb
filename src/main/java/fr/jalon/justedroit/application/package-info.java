/** What agents decide about a difference of right. */
package fr.jalon.justedroit.application;
