package fr.jalon.ecran;

/** What filters name and may be no more: each room says it of its own things. */
public interface ValeursDesFiltres {
  /** False when a filter of this name has a value that names nothing any more; true when there is, or when it is not this room's. */
  boolean connue(String filtre, Object valeur);
}
