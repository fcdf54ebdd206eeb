package fr.jalon.habilitations;

import org.springframework.util.unit.DataSize;

/**
 * An address that takes files, declared as a bean by the page that receives them; every other address takes small forms only. What is
 * longer, or sent by whoever does not hold the resource, is refused before a byte of it is read.
 *
 * @param chemin    the exact path of the {@code POST}
 * @param ressource what an agent must hold, for example {@code IMPORTS}
 * @param taille    the longest body
 */
public record EnvoiPermis(String chemin, String ressource, DataSize taille) {}
