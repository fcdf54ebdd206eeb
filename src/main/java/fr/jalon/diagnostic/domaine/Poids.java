package fr.jalon.diagnostic.domaine;

/** How heavy a difficulty weighs on looking for work, lightest first. */
public enum Poids {
  SANS, MOYEN, FORT, EMPECHANT
}
