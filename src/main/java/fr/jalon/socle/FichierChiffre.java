package fr.jalon.socle;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * A file kept encrypted with the key of the instance, in pieces of at most one megabyte: memory does not grow with it. Each piece holds its rank
 * and whether it is the last, so that a file cut short, or whose pieces were moved, is refused.
 */
public final class FichierChiffre {
  private static final int MORCEAU = 1 << 20;
  private static final int EN_TETE = Integer.BYTES + 1;
  private static final int AU_PLUS = MORCEAU + EN_TETE + 64;
  private final Chiffrement chiffrement;

  /** With the key of the instance. */
  public FichierChiffre(Chiffrement chiffrement) {
    this.chiffrement = chiffrement;
  }

  /**
   * Opens a new file, readable by the owner of the process only. What is written is on disk, whole, once closed. @throws IOException when it exists
   */
  public OutputStream ecrire(Path fichier) throws IOException {
    Files.createFile(fichier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new Ecriture(new DataOutputStream(Files.newOutputStream(fichier, StandardOpenOption.WRITE)));
  }

  /** Reads it back. @throws IOException as it is read, when it was cut short or altered, or encrypted with another key */
  public InputStream lire(Path fichier) throws IOException {
    return new BufferedInputStream(new Lecture(new DataInputStream(new BufferedInputStream(Files.newInputStream(fichier)))));
  }

  private final class Ecriture extends OutputStream {
    private final DataOutputStream sortie;
    private final ByteBuffer morceau = ByteBuffer.allocate(EN_TETE + MORCEAU);
    private int rang;
    private boolean ferme;

    Ecriture(DataOutputStream sortie) {
      this.sortie = sortie;
      morceau.position(EN_TETE);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int debut, int longueur) throws IOException {
      int ici = debut;
      int reste = longueur;
      while (reste > 0) {
        if (!morceau.hasRemaining()) {
          envoyer(false);
        }
        int n = Math.min(reste, morceau.remaining());
        morceau.put(octets, ici, n);
        ici += n;
        reste -= n;
      }
    }

    private void envoyer(boolean dernier) throws IOException {
      morceau.putInt(0, rang++).put(Integer.BYTES, (byte) (dernier ? 1 : 0));
      byte[] chiffre = chiffrement.chiffrer(Arrays.copyOf(morceau.array(), morceau.position()));
      sortie.writeInt(chiffre.length);
      sortie.write(chiffre);
      morceau.clear().position(EN_TETE);
    }

    @Override
    public void close() throws IOException {
      if (!ferme) {
        ferme = true;
        try (sortie) {
          envoyer(true);
        }
      }
    }
  }

  private final class Lecture extends InputStream {
    private final DataInputStream entree;
    private ByteBuffer morceau = ByteBuffer.allocate(0);
    private int rang;
    private boolean dernier;

    Lecture(DataInputStream entree) {
      this.entree = entree;
    }

    @Override
    public int read() throws IOException {
      return pret() ? morceau.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) throws IOException {
      if (longueur == 0) {
        return 0;
      }
      if (!pret()) {
        return -1;
      }
      int n = Math.min(longueur, morceau.remaining());
      morceau.get(octets, debut, n);
      return n;
    }

    private boolean pret() throws IOException {
      while (!morceau.hasRemaining() && !dernier) {
        suivant();
      }
      return morceau.hasRemaining();
    }

    private void suivant() throws IOException {
      try {
        int longueur = entree.readInt();
        if (longueur < EN_TETE || longueur > AU_PLUS) {
          throw new IOException("Ce fichier n'est pas un fichier chiffré par Jalon.");
        }
        byte[] chiffre = entree.readNBytes(longueur);
        if (chiffre.length < longueur) {
          throw new EOFException();
        }
        morceau = ByteBuffer.wrap(chiffrement.dechiffrer(chiffre));
        if (morceau.getInt() != rang++) {
          throw new IOException("Les morceaux de ce fichier chiffré ne sont pas dans l'ordre.");
        }
        dernier = morceau.get() == 1;
      } catch (EOFException coupe) {
        throw new IOException("Ce fichier chiffré est coupé.", coupe);
      } catch (IllegalStateException | IndexOutOfBoundsException altere) {
        throw new IOException("Ce fichier chiffré est illisible : il a été modifié, ou la clé (JALON_CLE) n'est pas la sienne.", altere);
      }
    }

    @Override
    public void close() throws IOException {
      entree.close();
    }
  }
}
