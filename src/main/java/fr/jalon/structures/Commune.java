package fr.jalon.structures;

/** A commune. @param population inhabitants, or {@code null} when unknown */
public record Commune(String code, String nom, Integer population) {}
