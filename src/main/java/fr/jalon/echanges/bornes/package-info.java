/** How much of a file received is read: what goes beyond is refused in a sentence, before it costs memory or time (decision 0010). */
package fr.jalon.echanges.bornes;
