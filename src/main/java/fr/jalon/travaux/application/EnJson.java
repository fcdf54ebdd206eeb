package fr.jalon.travaux.application;

import tools.jackson.databind.json.JsonMapper;

/** What a job was asked and what it left aside, as the database keeps them. */
public final class EnJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EnJson() {}

  /** As text. */
  public static String ecrire(Object valeur) {
    return JSON.writeValueAsString(valeur);
  }

  /** From text. @throws tools.jackson.core.JacksonException when it is not of that type */
  public static <T> T lire(String texte, Class<T> type) {
    return JSON.readValue(texte, type);
  }
}
