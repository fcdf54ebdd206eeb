package fr.jalon.socle;

/**
 * Which Département this instance is of, for the rooms below {@code structures}, which answers. Written once when the instance is created; empty
 * texts before.
 */
public interface CeDepartement {
  /** Its code, e.g. {@code 07}, {@code 2A}, {@code 974}; empty before the instance is created. */
  String code();

  /** Its name, e.g. {@code Ardèche}; empty before the instance is created. */
  String nom();
}
