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
    /** Column {@code foyer_id}: of all the foyers she was in. None is told to her until {@link Table#pendant} says of which time each row speaks. */
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
   * True, in SQL over a row {@code x} that has {@code foyer_id}, when she was in that foyer at some day of this time. What happens there before
   * she comes or after she leaves is about others: the address of somebody who left her, for one. The first who are known in a foyer are held to
   * have been there before its first file.
   *
   * @param depuis first day, a date in SQL over {@code x}
   * @param jusqua day after the last, likewise
   */
  static String elleYEtait(String depuis, String jusqua) {
    return """
        exists (select from allocataires.membre m where m.foyer_id = x.foyer_id and m.personne_id = any(:personnes::bigint[]) and m.oublie_le = 'infinity' and %s < m.jusqua
          and (m.depuis < %s or not exists (select from allocataires.membre o where o.foyer_id = m.foyer_id and o.oublie_le = 'infinity' and o.depuis < m.depuis)))""".formatted(depuis, jusqua);
  }

  /**
   * A table.
   *
   * @param nom          with its schema
   * @param titre        as the person reads it
   * @param condition    which rows {@code x} are hers; knows {@code :personnes} and {@code :foyers}
   * @param dites        which of them are told to her, likewise; {@code false} for none
   * @param bornee       true when a row that went on after she left is told to end that day
   * @param colonnes     what she is told of a row {@code x}, in SQL; {@code null} for every column that is not a number of ours
   * @param contact last time the Département and she met, a date in SQL over a row {@code x} that has {@code personne_id}; {@code null} when the
   *     table tells none
   * @param sort         what becomes of the rows
   * @param affectations for {@link Sort#TAIRE}: what is written, e.g. {@code motif = null}
   * @param comptes      true when accounts need it: it stays as long as they do
   * @param sante        true when it tells of her health
   */
  record Table(String nom, String titre, String condition, String dites, boolean bornee, String colonnes, String contact, Sort sort,
      List<String> affectations, boolean comptes, boolean sante) {
    /** Rows of a person or of her foyers; they stay as they are until said otherwise. */
    public static Table de(String nom, De de, String titre) {
      return new Table(nom, titre, de.condition, de == De.FOYER ? "false" : de.condition, false, null, null, Sort.GARDER, List.of(), false, false);
    }

    /** Rows found otherwise. */
    public static Table ou(String nom, String condition, String titre) {
      return new Table(nom, titre, condition, condition, false, null, null, Sort.GARDER, List.of(), false, false);
    }

    /** Rows of a foyer: only those of the time she was in it are told to her. See {@link DonneesDeLaPersonne#elleYEtait}. */
    public Table pendant(String depuis, String jusqua) {
      return new Table(nom, titre, condition, condition + " and " + elleYEtait(depuis, jusqua), jusqua.equals("x.jusqua"), colonnes, contact, sort,
          affectations, comptes, sante);
    }

    /** Only these rows are told to her. */
    public Table seulement(String quelles) {
      return new Table(nom, titre, condition, quelles, bornee, colonnes, contact, sort, affectations, comptes, sante);
    }

    /** What she is told of a row. */
    public Table dit(String sql) {
      return new Table(nom, titre, condition, dites, bornee, sql, contact, sort, affectations, comptes, sante);
    }

    /** When she was last met. */
    public Table contact(String sql) {
      return new Table(nom, titre, condition, dites, bornee, colonnes, sql, sort, affectations, comptes, sante);
    }

    /** The rows go. */
    public Table efface() {
      return new Table(nom, titre, condition, dites, bornee, colonnes, contact, Sort.EFFACER, List.of(), comptes, sante);
    }

    /** This is written in the rows. */
    public Table tait(String... quoi) {
      return new Table(nom, titre, condition, dites, bornee, colonnes, contact, Sort.TAIRE, List.of(quoi), comptes, sante);
    }

    /** Accounts need it. */
    public Table pourLesComptes() {
      return new Table(nom, titre, condition, dites, bornee, colonnes, contact, sort, affectations, true, sante);
    }

    /** It tells of her health. */
    public Table deSante() {
      return new Table(nom, titre, condition, dites, bornee, colonnes, contact, sort, affectations, comptes, true);
    }
  }
}
