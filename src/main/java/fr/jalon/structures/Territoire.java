package fr.jalon.structures;

/** A territory of social action. */
public record Territoire(int id, String code, String nom, int ordre) {}
