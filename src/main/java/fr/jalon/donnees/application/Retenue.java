package fr.jalon.donnees.application;

import java.time.LocalDate;

/** A litigation that keeps a dossier whole. */
public record Retenue(String raison, LocalDate depuis, String poseePar) {}
