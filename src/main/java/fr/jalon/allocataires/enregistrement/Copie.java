package fr.jalon.allocataires.enregistrement;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows waiting for one COPY into one table, in PostgreSQL's text format, as bytes: millions of values pass here in a file. */
public final class Copie {
  private static final byte[] CHIFFRES = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INFINI = "infinity".getBytes(StandardCharsets.US_ASCII);
  /** A character takes three bytes at most in UTF-8 (four for two). */
  private static final int OCTETS_PAR_CARACTERE = 3;
  private final String ordre;
  private byte[] tampon = new byte[1 << 14];
  private int taille;
  private boolean debutDeLigne = true;
  private int nombre;
  private OffsetDateTime dernierInstant;
  private byte[] dernierInstantEcrit;

  /** @param table schema-qualified table; @param colonnes column names separated by commas */
  public Copie(String table, String colonnes) {
    this.ordre = "copy " + table + " (" + colonnes + ") from stdin";
  }

  private void place(int octets) {
    if (taille + octets > tampon.length) {
      tampon = Arrays.copyOf(tampon, Math.max(tampon.length * 2, taille + octets));
    }
  }

  /** Begins a value of at most so many bytes. */
  private void champ(int octets) {
    place(octets + 1);
    if (!debutDeLigne) {
      tampon[taille++] = '\t';
    }
    debutDeLigne = false;
  }

  private void ascii(byte[] valeur) {
    champ(valeur.length);
    System.arraycopy(valeur, 0, tampon, taille, valeur.length);
    taille += valeur.length;
  }

  private void ascii(String valeur) {
    ascii(valeur.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds a text, escaped; {@code null} is SQL null. */
  public Copie texte(String valeur) {
    if (valeur == null) {
      return nul();
    }
    int longueur = valeur.length();
    champ(longueur * OCTETS_PAR_CARACTERE);
    for (int i = 0; i < longueur; i++) {
      char c = valeur.charAt(i);
      if (c >= 0x80) {
        return suite(valeur, i);
      }
      caractere((byte) c);
    }
    return this;
  }

  private void caractere(byte c) {
    switch (c) {
      case '\\' -> deux('\\', '\\');
      case '\t' -> deux('\\', 't');
      case '\n' -> deux('\\', 'n');
      case '\r' -> deux('\\', 'r');
      case 0 -> { }
      default -> tampon[taille++] = c;
    }
  }

  private void deux(char a, char b) {
    tampon[taille++] = (byte) a;
    tampon[taille++] = (byte) b;
  }

  /** The rest of a text from its first accent on. */
  private Copie suite(String valeur, int debut) {
    for (byte c : valeur.substring(debut).getBytes(StandardCharsets.UTF_8)) {
      caractere(c);
    }
    return this;
  }

  /** Adds a whole number. */
  public Copie nombre(long valeur) {
    ascii(Long.toString(valeur));
    return this;
  }

  /** Adds a whole number or null. */
  public Copie nombre(Number valeur) {
    return valeur == null ? nul() : nombre(valeur.longValue());
  }

  /** Adds an amount or null. */
  public Copie montant(BigDecimal valeur) {
    if (valeur == null) {
      return nul();
    }
    ascii(valeur.toPlainString());
    return this;
  }

  /** Adds a date; {@link LocalDate#MAX} is infinity. */
  public Copie date(LocalDate valeur) {
    if (valeur == null) {
      return nul();
    }
    if (valeur.equals(LocalDate.MAX)) {
      ascii(INFINI);
    } else if (valeur.getYear() < 1000 || valeur.getYear() > 9999) {
      ascii(valeur.toString());
    } else {
      champ(10);
      deuxChiffres(valeur.getYear() / 100);
      deuxChiffres(valeur.getYear() % 100);
      tampon[taille++] = '-';
      deuxChiffres(valeur.getMonthValue());
      tampon[taille++] = '-';
      deuxChiffres(valeur.getDayOfMonth());
    }
    return this;
  }

  private void deuxChiffres(int valeur) {
    tampon[taille++] = CHIFFRES[valeur / 10];
    tampon[taille++] = CHIFFRES[valeur % 10];
  }

  /** Adds an instant or null. */
  public Copie instant(OffsetDateTime valeur) {
    if (valeur == null) {
      return nul();
    }
    // all rows of a file are learnt at the same instant
    if (valeur != dernierInstant) {
      dernierInstant = valeur;
      dernierInstantEcrit = valeur.toString().getBytes(StandardCharsets.US_ASCII);
    }
    ascii(dernierInstantEcrit);
    return this;
  }

  /** Adds a boolean. */
  public Copie vrai(boolean valeur) {
    champ(1);
    tampon[taille++] = (byte) (valeur ? 't' : 'f');
    return this;
  }

  /** Adds bytes or null. */
  public Copie octets(byte[] valeur) {
    if (valeur == null) {
      return nul();
    }
    champ(3 + 2 * valeur.length);
    deux('\\', '\\');
    tampon[taille++] = 'x';
    for (byte b : valeur) {
      tampon[taille++] = CHIFFRES[b >> 4 & 0xf];
      tampon[taille++] = CHIFFRES[b & 0xf];
    }
    return this;
  }

  /** Adds an array of ids, null when empty. */
  public Copie entiers(Integer[] valeurs) {
    if (valeurs == null || valeurs.length == 0) {
      return nul();
    }
    StringBuilder liste = new StringBuilder("{");
    for (int i = 0; i < valeurs.length; i++) {
      liste.append(i == 0 ? "" : ",").append(valeurs[i]);
    }
    ascii(liste.append('}').toString());
    return this;
  }

  private Copie nul() {
    champ(2);
    deux('\\', 'N');
    return this;
  }

  /** Ends the row. */
  public void fin() {
    place(1);
    tampon[taille++] = '\n';
    debutDeLigne = true;
    nombre++;
  }

  /** Hands over the rows written so far, if any: the next ones are for another COPY. */
  void preparer(List<Envoi> envois) {
    if (nombre == 0) {
      return;
    }
    byte[] lignes = tampon;
    int longueur = taille;
    envois.add(connexion -> copier(connexion, lignes, longueur));
    tampon = new byte[Math.max(1 << 14, taille + taille / 8)];
    taille = 0;
    nombre = 0;
  }

  /** Sends the rows, if any, and forgets them. */
  public void envoyer(Connection connexion) throws SQLException {
    if (nombre > 0) {
      copier(connexion, tampon, taille);
    }
    taille = 0;
    nombre = 0;
  }

  private void copier(Connection connexion, byte[] lignes, int longueur) throws SQLException {
    CopyIn copie = connexion.unwrap(PGConnection.class).getCopyAPI().copyIn(ordre);
    try {
      copie.writeToCopy(lignes, 0, longueur);
      copie.endCopy();
    } finally {
      if (copie.isActive()) {
        copie.cancelCopy();
      }
    }
  }
}
