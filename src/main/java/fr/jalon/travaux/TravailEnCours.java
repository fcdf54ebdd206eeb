package fr.jalon.travaux;

/** The job under way, for who does it. */
public interface TravailEnCours {

  /** Number of the job. */
  long id();

  /**
   * Tells how far it is. Called between two parts: it is there that a job stops when its author cancelled it, when the server stops, or when
   * another server has taken it over.
   *
   * @param fait  parts done
   * @param total parts to do, or 0 when it is not known
   */
  void avancer(long fait, long total);
}
