package fr.jalon.engagement;

/**
 * Hours of activity that a room already proves: an appointment held, an attendance sheet, the dates of an immersion. A bean of each room that knows
 * some; this room knows none of them by name, and nobody types what they say.
 */
public interface ActiviteRealisee {
  /** Its name in the database, capital letters and underscores, twenty at most; never changes: {@code RENDEZ_VOUS}. */
  String source();

  /** What the source is called on screen: {@code Rendez-vous tenu}. */
  String libelle();

  /**
   * A select of {@code personne_id, jour, activite, minutes, reference}: one row for each thing that proves hours, of tables this room may read.
   * {@code reference} names it among those of the source and never changes ({@code ENTRETIEN:12}); {@code activite} is a code of
   * {@code engagement/activites.yaml}; {@code minutes} is above zero. Knows {@code :premier} and {@code :dernier}, the days asked, and
   * {@code :personnes}, {@code null} for everyone. Read as the owner: it sees the whole Département.
   */
  String sql();
}
