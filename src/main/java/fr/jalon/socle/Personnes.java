package fr.jalon.socle;

import java.util.List;

/** Persons by their numbers, when what is shown has no record for each: a document, a file. */
public record Personnes(@PersonneMontree List<Long> numeros) {}
