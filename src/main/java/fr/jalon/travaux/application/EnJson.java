package fr.jalon.travaux.application;

import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** What a job was asked and what it left aside, as the database keeps them. */
public final class EnJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EnJson() {}

  /** As text. */
  public static String ecrire(Object valeur) {
    return JSON.writeValueAsString(valeur);
  }

  /** As text, encrypted. */
  public static byte[] chiffrer(Object valeur, Chiffrement chiffrement) {
    return chiffrement.chiffrer(ecrire(valeur).getBytes(StandardCharsets.UTF_8));
  }

  /** From text, encrypted. */
  static <T> T dechiffrer(byte[] garde, Class<T> type, Chiffrement chiffrement) {
    return lire(new String(chiffrement.dechiffrer(garde), StandardCharsets.UTF_8), type);
  }

  /** From text. @throws tools.jackson.core.JacksonException when it is not of that type */
  public static <T> T lire(String texte, Class<T> type) {
    return JSON.readValue(texte, type);
  }
}
