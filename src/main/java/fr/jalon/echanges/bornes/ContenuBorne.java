package fr.jalon.echanges.bornes;

import java.io.InputStream;

/** What comes out of an archive: no more than a size, and no more than so many times what went in. */
public final class ContenuBorne extends OctetsComptes {
  private final OctetsComptes source;
  private final long maximum;
  private final long sansTaux;
  private final int taux;

  /**
   * @param source  bytes as they were received
   * @param deplies what they hold
   */
  public ContenuBorne(OctetsComptes source, InputStream deplies, Bornes bornes) {
    super(deplies);
    this.source = source;
    this.maximum = bornes.contenu().toBytes();
    this.sansTaux = bornes.sansTaux().toBytes();
    this.taux = bornes.taux();
  }

  @Override
  protected void compter(byte[] octets, int debut, int n) {
    long lus = lus();
    if (lus > maximum) {
      throw new BorneDepassee("il tient plus de " + BorneDepassee.nombre(maximum >> 20) + " Mo une fois déplié");
    }
    if (lus > sansTaux && lus / taux > source.lus()) {
      throw new BorneDepassee("il est plus de " + taux + " fois plus gros une fois déplié, ce qu'aucun vrai fichier ne fait");
    }
  }
}
