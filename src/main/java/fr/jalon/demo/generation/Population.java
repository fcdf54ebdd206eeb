package fr.jalon.demo.generation;

import java.util.List;

/**
 * The invented Département.
 *
 * @param dossiers   every claim, by number
 * @param stock      those payable at the reference date
 * @param homonymes  humans who have a namesake born the same day
 */
record Population(DepartementDemo demo, Calendrier calendrier, CalculDesMontants calcul, List<Dossier> dossiers, List<Dossier> stock,
    List<Humain> homonymes) {}
