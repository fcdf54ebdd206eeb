package fr.jalon.allocataires.enregistrement;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** Rows waiting for one COPY into one table, in PostgreSQL's text format. */
public final class Copie {
  private final String ordre;
  private final StringBuilder lignes = new StringBuilder();
  private boolean debutDeLigne = true;
  private int nombre;

  /** @param table schema-qualified table; @param colonnes column names separated by commas */
  public Copie(String table, String colonnes) {
    this.ordre = "copy " + table + " (" + colonnes + ") from stdin";
  }

  private StringBuilder champ() {
    if (!debutDeLigne) {
      lignes.append('\t');
    }
    debutDeLigne = false;
    return lignes;
  }

  /** Adds a text, escaped; {@code null} is SQL null. */
  public Copie texte(String valeur) {
    StringBuilder sortie = champ();
    if (valeur == null) {
      sortie.append("\\N");
      return this;
    }
    for (int i = 0; i < valeur.length(); i++) {
      char c = valeur.charAt(i);
      switch (c) {
        case '\\' -> sortie.append("\\\\");
        case '\t' -> sortie.append("\\t");
        case '\n' -> sortie.append("\\n");
        case '\r' -> sortie.append("\\r");
        case 0 -> { }
        default -> sortie.append(c);
      }
    }
    return this;
  }

  /** Adds a whole number. */
  public Copie nombre(long valeur) {
    champ().append(valeur);
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
    champ().append(valeur.toPlainString());
    return this;
  }

  /** Adds a date; {@link LocalDate#MAX} is infinity. */
  public Copie date(LocalDate valeur) {
    if (valeur == null) {
      return nul();
    }
    if (valeur.equals(LocalDate.MAX)) {
      champ().append("infinity");
    } else {
      champ().append(valeur);
    }
    return this;
  }

  /** Adds an instant or null. */
  public Copie instant(OffsetDateTime valeur) {
    if (valeur == null) {
      return nul();
    }
    champ().append(valeur);
    return this;
  }

  /** Adds a boolean. */
  public Copie vrai(boolean valeur) {
    champ().append(valeur ? 't' : 'f');
    return this;
  }

  /** Adds bytes or null. */
  public Copie octets(byte[] valeur) {
    if (valeur == null) {
      return nul();
    }
    HexFormat.of().formatHex(champ().append("\\\\x"), valeur);
    return this;
  }

  /** Adds an array of ids, null when empty. */
  public Copie entiers(Integer[] valeurs) {
    if (valeurs == null || valeurs.length == 0) {
      return nul();
    }
    StringBuilder sortie = champ().append('{');
    for (int i = 0; i < valeurs.length; i++) {
      sortie.append(i == 0 ? "" : ",").append(valeurs[i]);
    }
    sortie.append('}');
    return this;
  }

  private Copie nul() {
    champ().append("\\N");
    return this;
  }

  /** Ends the row. */
  public void fin() {
    lignes.append('\n');
    debutDeLigne = true;
    nombre++;
  }

  /** Sends the rows, if any, and forgets them. */
  public void envoyer(Connection connexion) throws SQLException {
    if (nombre == 0) {
      return;
    }
    try {
      byte[] octets = lignes.toString().getBytes(StandardCharsets.UTF_8);
      connexion.unwrap(PGConnection.class).getCopyAPI().copyIn(ordre, new java.io.ByteArrayInputStream(octets), 1 << 16);
    } catch (IOException e) {
      throw new SQLException("Écriture interrompue", e);
    }
    lignes.setLength(0);
    nombre = 0;
  }
}
