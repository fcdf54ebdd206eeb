/** From a frozen message to tagged PDF. */
package fr.jalon.courriers.impression;
