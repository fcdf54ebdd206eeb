package fr.jalon.maison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The levels of the rooms, as the table of {@code docs/architecture.md} says them: said once. */
final class Niveaux {
  /** The indicators are of no room: they read what each room of the trade holds, and {@code pilotage}, which knows none, runs them. */
  static final String INDICATEURS = "indicateurs";
  private static final int HAUT_DU_METIER = 7;
  private static final Pattern LIGNE = Pattern.compile("(?m)^\\| (\\d) \\| `([a-z]+)` \\|");
  private static final Map<String, Integer> LUS = lire();

  private Niveaux() {}

  /** By room. */
  static Map<String, Integer> tous() {
    return LUS;
  }

  /** @throws IllegalStateException when the page says nothing of this room */
  static int de(String piece) {
    Integer niveau = piece.equals(INDICATEURS) ? Integer.valueOf(HAUT_DU_METIER) : LUS.get(piece);
    if (niveau == null) {
      throw new IllegalStateException("La pièce « " + piece + " » n'a pas de niveau dans docs/architecture.md.");
    }
    return niveau;
  }

  private static Map<String, Integer> lire() {
    try {
      return LIGNE.matcher(Files.readString(Path.of("docs/architecture.md"))).results()
          .collect(Collectors.toUnmodifiableMap(r -> r.group(2), r -> Integer.valueOf(r.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
