package fr.jalon.demo.generation;

/**
 * A deliberate defect of one claim in one file.
 *
 * @param fichier       name of the file
 * @param numeroDemande claim number
 * @param balise        tag at fault
 * @param valeur        what it holds; empty when it is missing
 * @param attendu       what must happen: {@code REJETE}, {@code REJETE_PUIS_GUERI} or {@code DOUBLON_POSSIBLE}
 * @param raison        in one French sentence
 */
public record Defaut(String fichier, String numeroDemande, String balise, String valeur, String attendu, String raison) {}
