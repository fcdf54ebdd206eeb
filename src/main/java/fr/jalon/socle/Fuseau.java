package fr.jalon.socle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The time zone of an instance: the one that was set, else that of the machine unless it is UTC, else that of the Département ({@code
 * departements/fuseaux.properties}).
 */
public final class Fuseau {
  private static final String FUSEAUX = "/departements/fuseaux.properties";

  private Fuseau() {}

  /**
   * Which one.
   *
   * @param regle       what {@code jalon.fuseau} says, or blank
   * @param machine what {@code TZ} says, or blank: its POSIX forms ({@code :/etc/localtime}, {@code CET-1CEST}) are not names of a place, and are
   *     left aside
   * @param departement its code, or blank
   * @param avertir     told, in a French sentence, what was left aside
   * @throws IllegalArgumentException when {@code regle} is not a time zone, with a French sentence that says what to write
   */
  public static ZoneId choisir(String regle, String machine, String departement, Consumer<String> avertir) {
    if (!regle.isBlank()) {
      return lire(regle.strip()).orElseThrow(() -> new IllegalArgumentException(
          "Le fuseau horaire « %s » (jalon.fuseau) n'existe pas. Écrivez-le comme « Europe/Paris » ou « Indian/Reunion ».".formatted(regle.strip())));
    }
    String tz = machine.strip().replaceFirst("^:", "");
    Optional<ZoneId> lu = tz.isEmpty() ? Optional.empty() : lire(tz);
    if (!tz.isEmpty() && lu.isEmpty()) {
      avertir.accept("TZ=%s n'est pas un fuseau horaire que Jalon sait lire : l'heure est celle du Département.".formatted(machine.strip()));
    }
    // the UTC of a server that nobody set: no Département lives there
    return lu.filter(z -> !z.normalized().equals(ZoneOffset.UTC)).orElseGet(() -> du(departement));
  }

  private static Optional<ZoneId> lire(String nom) {
    try {
      return Optional.of(ZoneId.of(nom));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ZoneId du(String departement) {
    Properties fuseaux = new Properties();
    try (InputStream lu = Fuseau.class.getResourceAsStream(FUSEAUX)) {
      fuseaux.load(lu);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ZoneId.of(fuseaux.getProperty(departement.strip(), fuseaux.getProperty("defaut")));
  }
}
