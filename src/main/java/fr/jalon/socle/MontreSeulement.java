package fr.jalon.socle;

/** A record that holds more persons than it shows: only those of {@link #montre()} are shown. */
public interface MontreSeulement {
  /** What is shown: a list, a record. */
  Object montre();
}
