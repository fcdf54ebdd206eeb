package fr.jalon.allocataires.enregistrement;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Rows waiting for one COPY into one table, in PostgreSQL's binary format: millions of values pass here in a file, and neither side has to write
 * and read again dates, amounts and instants as text. A value must be as wide as its column ({@code bigint}, {@code int}, {@code smallint}):
 * PostgreSQL refuses any other.
 */
public final class Copie {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] FIN = {(byte) 0xff, (byte) 0xff};
  /** PostgreSQL counts days and microseconds from the first day of 2000. */
  private static final int JOUR_ZERO = (int) LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long SECONDE_ZERO = JOUR_ZERO * 86_400L;
  private static final int NUL = -1;
  private static final int TYPE_INT4 = 23;
  /** Dimensions, flags, type, then size and first index of the only dimension. */
  private static final int ENTETE_DE_TABLEAU = 5 * Integer.BYTES;
  /** A character takes three bytes at most in UTF-8 (four for two). */
  private static final int OCTETS_PAR_CARACTERE = 3;
  private final String ordre;
  private byte[] tampon = new byte[1 << 14];
  private int taille;
  private int debutDeLigne;
  private short champs;
  private int nombre;
  private OffsetDateTime dernierInstant;
  private long dernieresMicrosecondes;

  /** @param table schema-qualified table; @param colonnes column names separated by commas */
  public Copie(String table, String colonnes) {
    this.ordre = "copy " + table + " (" + colonnes + ") from stdin (format binary)";
    vider();
  }

  private void vider() {
    System.arraycopy(SIGNATURE, 0, tampon, 0, SIGNATURE.length);
    taille = SIGNATURE.length;
    nombre = 0;
    commencerLaLigne();
  }

  /** The number of its fields is written when the row ends. */
  private void commencerLaLigne() {
    debutDeLigne = taille;
    champs = 0;
    place(Short.BYTES);
    taille += Short.BYTES;
  }

  private void place(int octets) {
    if (taille + octets > tampon.length) {
      tampon = Arrays.copyOf(tampon, Math.max(tampon.length * 2, taille + octets));
    }
  }

  /** Begins a value of so many bytes. */
  private void champ(int octets) {
    place(Integer.BYTES + octets);
    quatre(octets);
    champs++;
  }

  private void quatre(int valeur) {
    ByteConverter.int4(tampon, taille, valeur);
    taille += Integer.BYTES;
  }

  private void huit(long valeur) {
    champ(Long.BYTES);
    ByteConverter.int8(tampon, taille, valeur);
    taille += Long.BYTES;
  }

  private Copie nul() {
    place(Integer.BYTES);
    quatre(NUL);
    champs++;
    return this;
  }

  /** Adds a text (or JSON); {@code null} is SQL null. PostgreSQL holds no zero character: they are left out. */
  public Copie texte(String valeur) {
    if (valeur == null) {
      return nul();
    }
    int longueur = valeur.length();
    place(Integer.BYTES + longueur * OCTETS_PAR_CARACTERE);
    int debut = taille;
    taille += Integer.BYTES;
    for (int i = 0; i < longueur; i++) {
      char c = valeur.charAt(i);
      if (c >= 0x80) {
        suite(valeur, i);
        break;
      }
      if (c != 0) {
        tampon[taille++] = (byte) c;
      }
    }
    ByteConverter.int4(tampon, debut, taille - debut - Integer.BYTES);
    champs++;
    return this;
  }

  /** The rest of a text from its first accent on. */
  private void suite(String valeur, int debut) {
    for (byte c : valeur.substring(debut).getBytes(StandardCharsets.UTF_8)) {
      if (c != 0) {
        tampon[taille++] = c;
      }
    }
  }

  /** Adds a {@code bigint}. */
  public Copie nombre(long valeur) {
    huit(valeur);
    return this;
  }

  /** Adds an {@code int} or null. */
  public Copie entier(Integer valeur) {
    if (valeur == null) {
      return nul();
    }
    champ(Integer.BYTES);
    quatre(valeur);
    return this;
  }

  /** Adds a {@code smallint} or null. */
  public Copie court(Short valeur) {
    if (valeur == null) {
      return nul();
    }
    champ(Short.BYTES);
    ByteConverter.int2(tampon, taille, valeur);
    taille += Short.BYTES;
    return this;
  }

  /** Adds an amount or null. */
  public Copie montant(BigDecimal valeur) {
    return octets(valeur == null ? null : ByteConverter.numeric(valeur));
  }

  /** Adds a date; {@link LocalDate#MAX} is infinity. */
  public Copie date(LocalDate valeur) {
    if (valeur == null) {
      return nul();
    }
    champ(Integer.BYTES);
    quatre(valeur.equals(LocalDate.MAX) ? Integer.MAX_VALUE : Math.toIntExact(valeur.toEpochDay() - JOUR_ZERO));
    return this;
  }

  /** Adds an instant, to the microsecond, or null. */
  public Copie instant(OffsetDateTime valeur) {
    if (valeur == null) {
      return nul();
    }
    // all rows of a file are learnt at the same instant
    if (valeur != dernierInstant) {
      dernierInstant = valeur;
      dernieresMicrosecondes = (valeur.toEpochSecond() - SECONDE_ZERO) * 1_000_000 + valeur.get(ChronoField.MICRO_OF_SECOND);
    }
    huit(dernieresMicrosecondes);
    return this;
  }

  /** Adds a boolean. */
  public Copie vrai(boolean valeur) {
    champ(1);
    tampon[taille++] = (byte) (valeur ? 1 : 0);
    return this;
  }

  /** Adds bytes or null. */
  public Copie octets(byte[] valeur) {
    if (valeur == null) {
      return nul();
    }
    champ(valeur.length);
    System.arraycopy(valeur, 0, tampon, taille, valeur.length);
    taille += valeur.length;
    return this;
  }

  /** Adds an array of {@code int} ids, null when empty. */
  public Copie entiers(Integer[] valeurs) {
    if (valeurs == null || valeurs.length == 0) {
      return nul();
    }
    champ(ENTETE_DE_TABLEAU + 2 * Integer.BYTES * valeurs.length);
    quatre(1);
    quatre(0);
    quatre(TYPE_INT4);
    quatre(valeurs.length);
    quatre(1);
    for (int valeur : valeurs) {
      quatre(Integer.BYTES);
      quatre(valeur);
    }
    return this;
  }

  /** Ends the row. */
  public void fin() {
    ByteConverter.int2(tampon, debutDeLigne, champs);
    nombre++;
    commencerLaLigne();
  }

  /** Hands over the rows written so far, if any: the next ones are for another COPY. */
  void preparer(List<Envoi> envois) {
    if (nombre == 0) {
      return;
    }
    byte[] lignes = tampon;
    int longueur = debutDeLigne;
    envois.add(connexion -> copier(connexion, lignes, longueur));
    tampon = new byte[Math.max(1 << 14, longueur + longueur / 8)];
    vider();
  }

  /** Sends the rows, if any, and forgets them. */
  public void envoyer(Connection connexion) throws SQLException {
    if (nombre > 0) {
      copier(connexion, tampon, debutDeLigne);
    }
    vider();
  }

  private void copier(Connection connexion, byte[] lignes, int longueur) throws SQLException {
    CopyIn copie = connexion.unwrap(PGConnection.class).getCopyAPI().copyIn(ordre);
    try {
      copie.writeToCopy(lignes, 0, longueur);
      copie.writeToCopy(FIN, 0, FIN.length);
      copie.endCopy();
    } finally {
      if (copie.isActive()) {
        copie.cancelCopy();
      }
    }
  }
}
