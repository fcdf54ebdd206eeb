package fr.jalon.demo.generation;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file of the demonstration, as the Département receives it.
 *
 * @param chemin         where it is
 * @param recuLe         day of the reception: the start of the delay of orientation
 * @param nature         {@code BENEFICIAIRE_MENSUEL}, {@code BENEFICIAIRE_QUOTIDIEN}, {@code FINANCIER} or {@code CREANCE}
 * @param attendu        what must happen when it is loaded: {@code CHARGE}, {@code DEJA_CHARGE} or {@code REFUSE}
 * @param accepterEcart  whether to load it with the disagreement of its totals accepted
 * @param raison         why it is refused, or why the disagreement is accepted; empty for an ordinary file
 */
public record FichierEcrit(Path chemin, LocalDate recuLe, String nature, String attendu, boolean accepterEcart, String raison) {
  /** True when it tells of a whole month. */
  public boolean duMois() {
    return nature.equals(Envoi.MENSUEL) || nature.equals(Envoi.FINANCIER);
  }
}
