package fr.jalon.allocataires.enregistrement;

import java.time.LocalDate;

/** One version of a fact as known now: true from {@code depuis} until {@code jusqua} (exclusive; {@link LocalDate#MAX} = still). */
record Version<C>(long foyerId, long personneId, long origineId, LocalDate depuis, LocalDate jusqua, long importId, C contenu) {
  boolean vautLe(LocalDate date) {
    return !depuis.isAfter(date) && jusqua.isAfter(date);
  }
}
