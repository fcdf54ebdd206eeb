/** Pages of the letters. */
package fr.jalon.courriers.web;
