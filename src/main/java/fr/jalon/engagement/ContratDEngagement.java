package fr.jalon.engagement;

import java.time.LocalDate;

/**
 * Something that happened to a contract, told in the transaction that does it to whoever stands above (webhooks, duties, exchanges).
 *
 * @param contratId the contract
 * @param le        the day it took effect
 */
public record ContratDEngagement(Genre genre, long personneId, long contratId, LocalDate le) {
  /** What happened. */
  public enum Genre {
    /** Signed by both; an amendment or a renewal, too. */
    SIGNE,
    /** She refused to draw it up, to sign it or to bring it up to date (L. 262-37 I 1° CASF): a fact, of which duties decide. */
    REFUSE,
    /** The signature, or the refusal, was noted by mistake, or she came back on it. */
    REPRIS
  }
}
