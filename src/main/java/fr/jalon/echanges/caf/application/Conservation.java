package fr.jalon.echanges.caf.application;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import fr.jalon.socle.Chiffrement;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps the original file, compressed and encrypted, in pieces of one megabyte. A thread compresses beside the load; the transaction of
 * the load writes, so that a refused file leaves nothing.
 */
final class Conservation implements AutoCloseable {
  private static final int MORCEAU = 1 << 20;
  private static final byte[] FIN = new byte[0];
  private static final int NIVEAU_ZSTD = 1;
  private final BlockingQueue<byte[]> morceaux = new ArrayBlockingQueue<>(8);
  private final Chiffrement chiffrement;
  private final String sha256;
  private final Thread fil;
  private int rang;
  private volatile IOException echec;

  Conservation(Path fichier, String sha256, Chiffrement chiffrement) {
    this.chiffrement = chiffrement;
    this.sha256 = sha256;
    this.fil = Thread.ofPlatform().name("conservation-caf").daemon().start(() -> compresser(fichier));
  }

  private void compresser(Path fichier) {
    try {
      try (InputStream entree = Files.newInputStream(fichier); OutputStream sortie = compression(new EnMorceaux())) {
        entree.transferTo(sortie);
      } catch (IOException e) {
        echec = e;
      }
      morceaux.put(FIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the pieces that are ready; with {@code jusquaLaFin}, waits for the last one. */
  void ecrire(Connection connexion, boolean jusquaLaFin) throws SQLException, InterruptedException {
    try (PreparedStatement ordre =
        connexion.prepareStatement("insert into echanges.morceau (sha256, rang, octets) values (?, ?, ?) on conflict do nothing")) {
      for (byte[] morceau = jusquaLaFin ? morceaux.take() : morceaux.poll(); morceau != null; morceau = jusquaLaFin
          ? morceaux.take() : morceaux.poll()) {
        if (morceau == FIN) {
          if (echec != null) {
            throw new UncheckedIOException("Le fichier n'a pas pu être gardé", echec);
          }
          if (!jusquaLaFin) {
            morceaux.put(FIN);
          }
          return;
        }
        ordre.setString(1, sha256);
        ordre.setInt(2, rang++);
        ordre.setBytes(3, morceau);
        ordre.executeUpdate();
      }
    }
  }

  @Override
  public void close() {
    fil.interrupt();
  }

  /** Zstandard: three times less work than gzip for the same size. Where its native library cannot be loaded, gzip. */
  private static OutputStream compression(OutputStream sortie) throws IOException {
    try {
      return new ZstdOutputStream(sortie, NIVEAU_ZSTD);
    } catch (LinkageError sansBibliotheque) {
      return new GzipRapide(sortie);
    }
  }

  /** What a file kept was: pieces written before Zstandard was used are gzip. */
  static InputStream decompression(InputStream entree) throws IOException {
    BufferedInputStream relisible = new BufferedInputStream(entree, 1 << 16);
    relisible.mark(2);
    boolean gzip = relisible.read() == 0x1f && relisible.read() == 0x8b;
    relisible.reset();
    return gzip ? new GZIPInputStream(relisible, 1 << 16) : new ZstdInputStream(relisible);
  }

  private static final class GzipRapide extends GZIPOutputStream {
    GzipRapide(OutputStream sortie) throws IOException {
      super(sortie, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private final class EnMorceaux extends OutputStream {
    private final ByteArrayOutputStream tampon = new ByteArrayOutputStream(MORCEAU + (1 << 16));

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int debut, int longueur) throws IOException {
      tampon.write(octets, debut, longueur);
      if (tampon.size() >= MORCEAU) {
        envoyer();
      }
    }

    private void envoyer() throws IOException {
      try {
        morceaux.put(chiffrement.chiffrer(tampon.toByteArray()));
        tampon.reset();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Conservation interrompue", e);
      }
    }

    @Override
    public void close() throws IOException {
      if (tampon.size() > 0) {
        envoyer();
      }
    }
  }
}
