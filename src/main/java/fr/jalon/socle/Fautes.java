package fr.jalon.socle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Collects what is wrong in a form, field by field, so that all of it is said at once. One sentence a field: the first. The rules stay where they
 * are (form, domain, use case); they only say which field they speak of.
 */
public final class Fautes {
  private static final String ILLISIBLE = "ILLISIBLE";
  private final Map<String, RefusMetier> parChamp = new LinkedHashMap<>();

  /**
   * A rule about one field.
   *
   * @param respectee true when it holds
   * @param champ     name of the field
   * @param code      stable code of the rule
   * @param phrase    French sentence that says what to do
   */
  public Fautes exiger(boolean respectee, String champ, String code, String phrase) {
    return exiger(respectee, champ, new RefusMetier(code, phrase));
  }

  /** The same, with the article of law. */
  public Fautes exiger(boolean respectee, String champ, String code, String phrase, String article) {
    return exiger(respectee, champ, new RefusMetier(code, phrase, article));
  }

  private Fautes exiger(boolean respectee, String champ, RefusMetier faute) {
    if (!respectee) {
      parChamp.putIfAbsent(champ, faute);
    }
    return this;
  }

  /**
   * A value that may refuse to be read, or to be made.
   *
   * @return {@code null} when it did: its sentence is kept for the field
   */
  public <T> T lire(String champ, Supplier<T> lecture) {
    try {
      return lecture.get();
    } catch (SaisieRefusee refusee) {
      refusee.fautes().forEach((sien, faute) -> exiger(false, sien, faute));
    } catch (RefusMetier refus) {
      exiger(false, champ, refus);
    } catch (IllegalArgumentException illisible) {
      exiger(false, champ, ILLISIBLE, illisible.getMessage());
    }
    return null;
  }

  /** True when this field has no fault yet: what depends on it can be checked. */
  public boolean bon(String champ) {
    return !parChamp.containsKey(champ);
  }

  /** All of them, by name of field, for who refuses otherwise than by throwing. */
  public Map<String, RefusMetier> toutes() {
    return new LinkedHashMap<>(parChamp);
  }

  /** @throws SaisieRefusee when there is any fault, with all of them */
  public void lever() {
    if (!parChamp.isEmpty()) {
      throw new SaisieRefusee(parChamp);
    }
  }
}
