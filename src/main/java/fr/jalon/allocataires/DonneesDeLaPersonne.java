package fr.jalon.allocataires;

import java.util.List;

/**
 * What a room holds about persons, and what becomes of it: the one answer it gives when a person asks for all that is held about her (article 15
 * GDPR) and when the time to keep it is over (CNIL, délibération n° 2023-095). A bean for each room; a test walks every table that refers to a person
 * or a foyer and fails for one that no room answers for.
 */
public interface DonneesDeLaPersonne {
  /** Every table of the room that refers to a person or a foyer, in the order shown to the person. */
  List<Table> tables();

  /** Whose rows a table holds. */
  enum De {
    /** Column {@code personne_id}. */
    PERSONNE("personne_id", "x.personne_id = any(:personnes::bigint[])"),
    /** Column {@code foyer_id}: of all the foyers she was in. */
    FOYER("foyer_id", "x.foyer_id = any(:foyers::bigint[])");

    private final String colonne;
    private final String condition;

    De(String colonne, String condition) {
      this.colonne = colonne;
      this.condition = condition;
    }

    /** The column that refers to her. */
    public String colonne() {
      return colonne;
    }
  }

  /** What becomes of rows when the time is over. */
  enum Sort {
    /** The row goes. */
    EFFACER,
    /** The row stays for the figures of past years; what could name or tell of her is taken out of it. */
    TAIRE,
    /** The row names nobody and stays as it is. */
    GARDER
  }

  /**
   * A table.
   *
   * @param nom          with its schema
   * @param titre        as the person reads it
   * @param condition    which rows {@code x} are hers; knows {@code :personnes} and {@code :foyers}
   * @param colonnes     what she is told of a row {@code x}, in SQL; {@code null} for every column that is not a number of ours
   * @param contact      last time the Département and she met, a date in SQL over a row {@code x} that has {@code personne_id}; {@code null} when the table tells none
   * @param sort         what becomes of the rows
   * @param affectations for {@link Sort#TAIRE}: what is written, e.g. {@code motif = null}
   * @param comptes      true when accounts need it: it stays as long as they do
   * @param sante        true when it tells of her health
   */
  record Table(String nom, String titre, String condition, String colonnes, String contact, Sort sort, List<String> affectations, boolean comptes, boolean sante) {
    /** Rows of a person or of her foyers; they stay as they are until said otherwise. */
    public static Table de(String nom, De de, String titre) {
      return new Table(nom, titre, de.condition, null, null, Sort.GARDER, List.of(), false, false);
    }

    /** Rows found otherwise. */
    public static Table ou(String nom, String condition, String titre) {
      return new Table(nom, titre, condition, null, null, Sort.GARDER, List.of(), false, false);
    }

    /** What she is told of a row. */
    public Table dit(String sql) {
      return new Table(nom, titre, condition, sql, contact, sort, affectations, comptes, sante);
    }

    /** When she was last met. */
    public Table contact(String sql) {
      return new Table(nom, titre, condition, colonnes, sql, sort, affectations, comptes, sante);
    }

    /** The rows go. */
    public Table efface() {
      return new Table(nom, titre, condition, colonnes, contact, Sort.EFFACER, List.of(), comptes, sante);
    }

    /** This is written in the rows. */
    public Table tait(String... quoi) {
      return new Table(nom, titre, condition, colonnes, contact, Sort.TAIRE, List.of(quoi), comptes, sante);
    }

    /** Accounts need it. */
    public Table pourLesComptes() {
      return new Table(nom, titre, condition, colonnes, contact, sort, affectations, true, sante);
    }

    /** It tells of her health. */
    public Table deSante() {
      return new Table(nom, titre, condition, colonnes, contact, sort, affectations, comptes, true);
    }
  }
}
