package fr.jalon.allocataires.enregistrement;

import com.dynatrace.hash4j.hashing.Hashing;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.nio.ByteBuffer;
import java.time.LocalDate;

/**
 * Whom a first file has already spoken of, as a Bloom filter: "no" is sure, "perhaps" is one time in 80 000 wrong for a million persons.
 * In a base that held nobody, it spares a question about each person; its size is fixed, whatever the file.
 */
final class DejaVus {
  /** 16 MB. */
  private static final int BITS = 1 << 27;
  private static final int SONDES = 4;
  private final long[] bits = new long[BITS / Long.SIZE];

  boolean peutEtre(long cle) {
    for (int i = 1; i <= SONDES; i++) {
      int bit = sonde(cle, i);
      if ((bits[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  void ajouter(long cle) {
    for (int i = 1; i <= SONDES; i++) {
      int bit = sonde(cle, i);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  private static int sonde(long cle, int rang) {
    int moitie = (int) cle;
    int autre = (int) (cle >>> 32) | 1;
    return moitie + rang * autre & BITS - 1;
  }

  /** Key of a NIR, from its keyed hash. */
  static long nir(byte[] empreinte) {
    return ByteBuffer.wrap(empreinte).getLong();
  }

  /** Key of those who share two texts and a day. @param genre what the texts are: those of another kind are not compared */
  static long ressemblance(int genre, LocalDate jour, String a, String b) {
    return Hashing.xxh3_64().hashLongLongLongToLong(Hashing.xxh3_64().hashCharsToLong(a), Hashing.xxh3_64().hashCharsToLong(b),
        jour.toEpochDay() << 2 | genre);
  }

  /** Key of those who bear the same name and first name, byte for byte, and were born the same day. */
  static long homonyme(Identite i) {
    return Hashing.xxh3_64().hashLongLongLongToLong(Hashing.xxh3_64().hashCharsToLong(i.nom()), Hashing.xxh3_64().hashCharsToLong(i.prenom()),
        i.dateNaissance().toEpochDay());
  }

  /** Key of a claim. */
  static long foyer(CleFoyer cle) {
    return Hashing.xxh3_64().hashStream().putString(cle.numeroDemande()).putString(cle.matricule()).putString(cle.numeroOrganisme())
        .putString(cle.fonctionOrganisme()).getAsLong();
  }
}
