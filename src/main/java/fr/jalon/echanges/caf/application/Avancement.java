package fr.jalon.echanges.caf.application;

/** How far a load is. */
@FunctionalInterface
public interface Avancement {
  /** Nobody looks. */
  Avancement AUCUN = (dossiers, octets, total) -> { };

  /**
   * @param dossiers dossiers read so far
   * @param octets   bytes of the file read so far
   * @param total    size of the file in bytes
   */
  void avancer(long dossiers, long octets, long total);
}
