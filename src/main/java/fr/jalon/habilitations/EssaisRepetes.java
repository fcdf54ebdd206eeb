package fr.jalon.habilitations;

import java.time.OffsetDateTime;

/**
 * Many failed tries on one account since its last login; told at ten, a hundred, a thousand. Whoever can reach the person warns her.
 *
 * @param agent    the account
 * @param nombre   how many
 * @param adresses from how many network addresses
 * @param depuis   since when
 */
public record EssaisRepetes(Agent agent, int nombre, int adresses, OffsetDateTime depuis) {}
