package fr.jalon.structures;

import java.util.List;

/** Communes now belong to another territory. Told inside the transaction, so that the persons who live there follow at once. */
public record CommunesDeplacees(List<String> codes, int territoireId) {
  /** Defensive copy. */
  public CommunesDeplacees {
    codes = List.copyOf(codes);
  }
}
