package fr.jalon.allocataires.lecture;

/** A commune of the Département, to choose in a list. */
public record CommuneConnue(String code, String nom) {}
