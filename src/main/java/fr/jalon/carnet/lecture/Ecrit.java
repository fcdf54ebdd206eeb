package fr.jalon.carnet.lecture;

import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What was written in a notebook, with what came of it.
 *
 * @param sante      the word of its theme when it tells of her health, {@code null} otherwise
 * @param repris     the spreadsheet it comes from, {@code null} when it was written here
 * @param auteur     as shown; @param corrigeable true when the agent at work may correct it
 * @param corrections what it said before, the latest first
 * @param demandes   what it asks of colleagues; @param documents attached to it
 * @param reponses   the oldest first; an answer has none
 */
public record Ecrit(long id, String theme, @DonneeDeSante String sante, LocalDate le, String texte, String auteur, OffsetDateTime ecritLe,
    String repris, boolean corrigeable, List<Correction> corrections, List<Demande> demandes, List<Document> documents, List<Ecrit> reponses) {
  /** A correction. @param texte what was said before it; @param motif why, {@code null} by its author */
  public record Correction(LocalDate le, String texte, String par, OffsetDateTime quand, String motif) {}

  /** A document attached. @param par who did, as shown; @param kilooctets its size */
  public record Document(long id, String nom, String par, long kilooctets) {}

  /**
   * What is asked of somebody.
   *
   * @param pour   as shown; @param mienne true when the agent at work may end it: it is asked of her, or it is a task she asked for
   * @param limite last day of a task, {@code null} for what is only to be read
   */
  public record Demande(long id, String genre, String pour, boolean mienne, LocalDate limite, OffsetDateTime faiteLe) {
    /** True for something to do. */
    public boolean tache() {
      return genre.equals("TACHE");
    }
  }
}
