package fr.jalon.demo.generation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads {@code communes/communes.csv}. */
final class Communes {
  private Communes() {}

  /** @return every commune by INSEE code, in the order of the codes */
  static Map<String, Commune> deFrance() {
    Map<String, Commune> communes = LinkedHashMap.newLinkedHashMap(35_500);
    try (BufferedReader lignes = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(Communes.class.getResourceAsStream("/communes/communes.csv")), StandardCharsets.UTF_8))) {
      lignes.readLine();
      for (String ligne = lignes.readLine(); ligne != null; ligne = lignes.readLine()) {
        String[] c = ligne.split(";", -1);
        communes.put(c[0], new Commune(c[0], c[1], Capitales.de(c[1], 32), c[2], c[3], Integer.parseInt(c[4])));
      }
      return communes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
