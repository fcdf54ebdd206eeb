package fr.jalon.ecran;

import fr.jalon.socle.Etat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How a state is shown, as {@code ecran/etats.yaml} says: the rooms keep what a state is and what may follow, not its picture.
 *
 * @param icone  of Bootstrap Icons, without {@code bi-}
 * @param classe colour: ouvert, attente, suspendu, refuse, clos
 */
public record Apparence(String icone, String classe) {
  private static final Map<String, Map<String, Map<String, String>>> DITES = lire();

  /** @throws IllegalStateException when nobody said how it looks */
  public static Apparence de(Etat<?> etat) {
    Map<String, String> dite = DITES.getOrDefault(((Enum<?>) etat).getDeclaringClass().getSimpleName(), Map.of()).get(etat.name());
    if (dite == null) {
      throw new IllegalStateException("ecran/etats.yaml ne dit pas comment se montre " + ((Enum<?>) etat).getDeclaringClass()
          .getSimpleName() + "." + etat.name());
    }
    return new Apparence(dite.get("icone"), dite.get("classe"));
  }

  /** The enums that are shown, by their simple names. */
  static Map<String, Map<String, Map<String, String>>> dites() {
    return DITES;
  }

  private static Map<String, Map<String, Map<String, String>>> lire() {
    try (InputStream flux = new ClassPathResource("ecran/etats.yaml").getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
