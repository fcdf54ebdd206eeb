package fr.jalon.carnet.application;

/** The Département chose on screen who reads a theme. */
record LecteursChoisis(String theme) {}
