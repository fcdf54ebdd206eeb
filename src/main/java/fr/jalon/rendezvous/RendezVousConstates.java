package fr.jalon.rendezvous;

import java.util.List;

/**
 * Whether a person came to these appointments was noted, corrected or taken back: told in the transaction that writes it to whoever stands above.
 *
 * @param numeros of convocations or of interviews: one numbering
 */
public record RendezVousConstates(List<Long> numeros) {
  /** Defensive copy. */
  public RendezVousConstates {
    numeros = List.copyOf(numeros);
  }
}
