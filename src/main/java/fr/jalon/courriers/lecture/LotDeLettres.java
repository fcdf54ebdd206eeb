package fr.jalon.courriers.lecture;

import fr.jalon.courriers.domaine.EtatLot;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A batch.
 *
 * @param choix    what was chosen, in words
 * @param lettres  letters taken
 * @param faites   letters laid out so far
 * @param retirees letters given up since, to be taken out of the print
 * @param revenues letters that came back
 * @param posteDitLe when somebody said that it was posted, or {@code null}
 * @param rectoVerso true when each letter begins a new sheet
 * @param incident what cut its preparation short, or {@code null}
 */
public record LotDeLettres(long id, EtatLot etat, String choix, int lettres, int faites, int retirees, int revenues,
    String incident, String prepareePar,
    OffsetDateTime prepareLe, LocalDate posteLe, String postePar, OffsetDateTime posteDitLe, boolean rectoVerso) {
  /** Share laid out, 0 to 100. */
  public int pourcent() {
    return lettres == 0 ? 100 : faites * 100 / lettres;
  }

  /** True while one may say that it was not posted after all: the day it was said. */
  public boolean reprenable(LocalDate aujourdhui, java.time.ZoneId zone) {
    return etat == EtatLot.POSTE && posteDitLe != null && posteDitLe.atZoneSameInstant(zone).toLocalDate().equals(aujourdhui);
  }
}
