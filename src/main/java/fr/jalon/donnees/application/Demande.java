package fr.jalon.donnees.application;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What a person asked, and what was answered. @param acceptee {@code null} while nothing is answered */
public record Demande(long id, NatureDeDemande nature, LocalDate recueLe, LocalDate limite, String objet, String saisiePar, String reponse,
    Boolean acceptee, String reponduePar,
    OffsetDateTime repondueLe) {
  /** True when the month is over and nothing is answered. */
  public boolean enRetard(LocalDate jour) {
    return reponse == null && jour.isAfter(limite);
  }
}
