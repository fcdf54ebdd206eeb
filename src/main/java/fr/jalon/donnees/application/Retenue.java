package fr.jalon.donnees.application;

import java.time.LocalDate;

/** A litigation that keeps a dossier whole. @param id to say that this one is over */
public record Retenue(long id, String raison, LocalDate depuis, String poseePar) {}
