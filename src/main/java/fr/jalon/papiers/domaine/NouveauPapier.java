package fr.jalon.papiers.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A paper that was shown, as read from a form: {@code null} where nothing is, or what is cannot be read.
 *
 * @param jusquAu the day written on it, for the kinds that bear one
 * @param cle     number of the form: sent twice, it is written once
 */
public record NouveauPapier(long personneId, GenreDePapier genre, LocalDate vuLe, LocalDate jusquAu, UUID cle) {
  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(LocalDate aujourdhui) {
    Fautes fautes = new Fautes().exiger(genre != null, "genre", "GENRE_DU_PAPIER", "Choisissez le papier que vous avez vu.");
    GenreDePapier.exigerLesJours(fautes, genre, vuLe, jusquAu, aujourdhui);
    fautes.lever();
  }

  /** Last day it is good, {@code null} when nothing ends it. */
  public LocalDate valableJusquAu() {
    return genre.valableJusquAu(vuLe, jusquAu);
  }
}
