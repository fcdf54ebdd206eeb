package fr.jalon.demo.generation;

/**
 * A commune of France.
 *
 * @param code        INSEE code, 5 characters
 * @param capitales   its name as the payers write it
 * @param departement code of its Département
 */
record Commune(String code, String nom, String capitales, String departement, String codePostal, int population) {}
