package fr.jalon.echanges.caf.flux;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.ContenuBorne;
import fr.jalon.echanges.bornes.OctetsComptes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a file as it was given: plain, {@code .gz} or {@code .zip} with one file inside, known by their first bytes. */
public final class Ouverture {
  private Ouverture() {}

  /**
   * @param brut the bytes of the file
   * @return the bytes of the XML
   * @throws FluxRefuse when the archive is damaged or holds more than one file
   */
  public static InputStream ouvrir(InputStream brut) throws IOException {
    return ouvrir(new OctetsComptes(brut), Bornes.ORDINAIRES);
  }

  /** The same, of which no more comes out than the bounds allow. */
  public static InputStream ouvrir(OctetsComptes brut, Bornes bornes) throws IOException {
    return new ContenuBorne(brut, deplier(brut), bornes);
  }

  private static InputStream deplier(InputStream brut) throws IOException {
    BufferedInputStream entree = new BufferedInputStream(brut, 1 << 16);
    entree.mark(4);
    int a = entree.read();
    int b = entree.read();
    entree.reset();
    try {
      if (a == 0x1f && b == 0x8b) {
        return new GZIPInputStream(entree, 1 << 16);
      }
      if (a == 'P' && b == 'K') {
        return premierDuZip(entree);
      }
    } catch (IOException e) {
      throw new FluxRefuse("L'archive est abîmée et ne peut pas être ouverte. Téléchargez de nouveau le fichier, puis recommencez.", 0, null);
    }
    return entree;
  }

  private static InputStream premierDuZip(InputStream entree) throws IOException {
    ZipInputStream zip = new ZipInputStream(entree);
    ZipEntry fichier = zip.getNextEntry();
    while (fichier != null && fichier.isDirectory()) {
      fichier = zip.getNextEntry();
    }
    if (fichier == null) {
      throw new FluxRefuse("L'archive est vide. Déposez le fichier XML de la CAF ou de la MSA.", 0, null);
    }
    if (fichier.getName().equals("[Content_Types].xml")) {
      throw new FluxRefuse("Ce fichier est un classeur de tableur, pas un fichier XML de la CAF ou de la MSA. "
          + "Déposez le fichier reçu, sans l'ouvrir ni l'enregistrer dans un tableur.", 0, null);
    }
    return new SeulFichier(zip);
  }

  /** The one file of the archive; a second one is refused when the first ends. */
  private static final class SeulFichier extends InputStream {
    private final ZipInputStream zip;
    private boolean fini;

    SeulFichier(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      byte[] un = new byte[1];
      return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) throws IOException {
      int n = fini ? -1 : zip.read(octets, debut, longueur);
      if (n < 0 && !fini) {
        fini = true;
        for (ZipEntry suivant = zip.getNextEntry(); suivant != null; suivant = zip.getNextEntry()) {
          if (!suivant.isDirectory()) {
            throw new FluxRefuse("L'archive contient plusieurs fichiers. Déposez-les un par un, ou une archive par fichier.", 0, null);
          }
        }
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
