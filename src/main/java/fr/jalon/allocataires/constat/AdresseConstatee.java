package fr.jalon.allocataires.constat;

import java.time.LocalDate;

/**
 * The present address of a foyer as one file states it.
 *
 * @param lignes  address lines without post code and town, joined by a line feed
 * @param commune INSEE code or {@code null} (abroad)
 */
public record AdresseConstatee(LocalDate emmenagement, String lignes, String codePostal, String commune, String nomCommune, String pays,
    String type, String etat) {}
